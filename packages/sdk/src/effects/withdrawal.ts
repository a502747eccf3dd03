import type { Env } from '../env/env.js';
import type { Category } from '../policy/types.js';
import type { State } from '../state/types.js';
import type { Loaders } from './loaders.js';

/** Sends for the sweep when a category lost its consent, or starts without it while a cookie of it is still there. */
export function withdrawal(state: State, env: Env, { sweep }: Loaders): void {
  const { categories, $consent, inputs } = state;
  let before: Readonly<Record<string, boolean>> = {};
  const isLeft = (category: Category) =>
    category.services.some(({ stores }) => stores?.some(({ name }) => env.doc.cookie.includes(name.replace('*', ''))));
  env.stops.push(
    $consent.subscribe(({ granted, reasons }) => {
      const hasLost = categories.some(
        (category) =>
          !granted[category.key] &&
          (before[category.key] || (reasons[category.key] !== 'undecided' && isLeft(category))),
      );
      before = granted;
      if (hasLost)
        sweep().then(
          (module) => module.sweep(state, env),
          (error) => inputs.report(['sweep', error]),
        );
    }),
  );
}
