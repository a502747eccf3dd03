import { hasLayout } from '../env/browser.js';
import { check as checkOptions } from '../state/check.js';
import type { State } from '../state/types.js';
import { reviewQueue } from './review-queue.js';
import { inWorkshop } from './workshop.js';

/** Reports what is wrong with Google's queue. */
function checkQueue({ options, inputs }: State): void {
  const { dataLayer } = window as { dataLayer?: unknown };
  for (const problem of reviewQueue(options, dataLayer)) inputs.report(problem);
}

/** Checks the options, once. In development also reviews the page. */
export async function check(state: State): Promise<void> {
  // jsdom and happy-dom have no page to review.
  if (state.areOptionsValid === undefined && hasLayout()) {
    checkQueue(state);
    if (inWorkshop()) import('./review.js').then(({ review }) => review(state)).catch(() => {});
  }
  await checkOptions(state);
}
