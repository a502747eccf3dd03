import type { View } from '../state/types.js';
import { labelOf, listed } from './words.js';

/** The values in the sentences of the question: who asks, and for what. */
export const questionValues = (view: View) => {
  const { locale, state } = view;
  const { due } = state.$consent.get();
  const asked = state.categories.filter(({ key }) => due.includes(key));
  return {
    controller: state.options.controller?.name ?? locale.thisSite,
    purposes: listed(
      locale,
      asked.map((category) => labelOf(view, category)),
    ),
    count: asked.flatMap(({ services }) => services).length,
  };
};
