import type { View } from '../state/types.js';
import { element } from './element.js';
import { fill, labelOf, listed } from './words.js';

/**
 * Before an opt-in after an opt-out, the law of the place may want a second step: 11 CCR 7028(a),
 * https://www.law.cornell.edu/regulations/california/11-CCR-7028
 *
 * @param answer By category key.
 * @returns The question whether the visitor means it; `undefined` if the answer needs none.
 */
export function optInAgain(view: View, answer: Readonly<Record<string, boolean>>): HTMLElement | undefined {
  const { law, locale, state } = view;
  const { granted, reasons } = state.$consent.get();
  const again = state.categories.filter(({ key }) => answer[key] && !granted[key] && reasons[key] === 'choice');
  if (law?.model !== 'opt-out' || !again[0]) return undefined;
  const { optInAgain: question, optIn, stayOptedOut } = locale.law;
  const purposes = listed(
    locale,
    again.filter(({ within }) => !again.some(({ key }) => key === within)).map((category) => labelOf(view, category)),
  );
  const button = (part: string, label: string) => element('button', { class: 'solid', part: `button ${part}` }, label);
  return element(
    'div',
    { part: 'opt-in-again', class: 'row' },
    element('p', { tabindex: -1 }, fill(question, { purposes })),
    element('div', { class: 'answers' }, button('stay', stayOptedOut), button('opt-in', optIn)),
  );
}
