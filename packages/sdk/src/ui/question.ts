import type { State, View } from '../state/types.js';
import { labelOf, listed } from './words.js';

/** What is known of who asks, for what, and in which language. */
interface Asking extends Pick<View, 'locale'> {
  readonly state: Pick<State, '$consent' | 'categories' | 'options'>;
}

/** The values in the sentences of the question: who asks, and for what. */
export const questionValues = (view: Asking) => {
  const { locale, state } = view;
  const { due } = state.$consent.get();
  const asked = state.categories.filter(({ key, within = '' }) => due.includes(key) && !due.includes(within));
  return {
    controller: state.options.controller?.name ?? locale.thisSite,
    purposes: listed(
      locale,
      asked.map((category) => labelOf(view, category)),
    ),
    // A container of several categories counts once.
    count: new Set(asked.flatMap(({ services }) => services)).size,
  };
};
