import { hasLayout } from '../env/browser.js';
import { check as checkOptions } from '../state/check.js';
import type { State } from '../state/types.js';
import { reviewQueue } from './review-queue.js';
import { inWorkshop } from './workshop.js';

/** Says what is wrong with Google's queue. */
function checkQueue({ options, inputs }: State): void {
  const { dataLayer } = window as { dataLayer?: unknown };
  for (const problem of reviewQueue(options, dataLayer)) inputs.report(problem);
}

/** Checks the options, once; and the page, for those who make it. */
export async function check(state: State): Promise<void> {
  // In a test's DOM there is no page.
  if (state.areOptionsValid === undefined && hasLayout()) {
    checkQueue(state);
    if (inWorkshop()) import('./review.js').then(({ review }) => review(state)).catch(() => {});
  }
  await checkOptions(state);
}
