import { hasLayout } from '../env/browser.js';
import { check as checkOptions } from '../state/check.js';
import type { State } from '../state/types.js';
import { inWorkshop } from './workshop.js';

/** Checks the options, once; and the page, for those who make it. */
export async function check(state: State): Promise<void> {
  // In a test's DOM there is no page.
  if (state.checked === undefined && hasLayout() && inWorkshop())
    import('./review.js').then(({ review }) => review(state)).catch(() => {});
  await checkOptions(state);
}
