import { linkTo } from '../policy/link.js';
import type { State, View } from '../state/types.js';
import { element } from './element.js';
import { answers, openModal } from './parts.js';
import { questionValues } from './question.js';
import { reserveSpace } from './reserve-space.js';
import { fill } from './words.js';

let look: ((banner: HTMLElement, view: View) => void) | undefined;
/** Loads what only the banners of some sites need, before the first of them is shown. */
export const loadLook = async ({ options: { ui } }: State): Promise<void> => {
  if (ui?.position || ui?.logo) ({ look } = await import('./look.js'));
};

/**
 * Shows who asks, for what, and the answers. Without preact, which would be 4 kB more on every first visit, before the question.
 *
 * @returns A function that removes it.
 */
export function showBanner(view: View, root: ShadowRoot): () => void {
  const { locale, state } = view;
  const url = linkTo(state.options.policy?.url);
  const layout = state.options.ui?.layout ?? 'bar';
  const values = questionValues(view);
  const banner = element(
    layout === 'modal' ? 'dialog' : 'section',
    { part: 'banner', class: layout, 'aria-labelledby': 'banner' },
    element(
      'div',
      // Not every browser lets the keyboard scroll a container without a focusable element:
      // https://developer.chrome.com/blog/keyboard-focusable-scrollers
      { class: 'text', tabindex: url ? undefined : 0 },
      element('h2', { id: 'banner', part: 'title', tabindex: -1 }, locale.title),
      element('p', {}, fill(locale.ask, values)),
      element('p', { class: 'small' }, locale.withdraw),
      element(
        'p',
        { class: 'small facts' },
        element('span', {}, fill(locale.serviceCount, values)),
        !!url && element('a', { href: url }, locale.policyLink),
      ),
    ),
    element(
      'div',
      { class: 'row' },
      answers(element, locale, 'solid'),
      element('button', { class: 'quiet', part: 'choose' }, locale.choose),
    ),
  );
  look?.(banner, view);
  root.prepend(banner);
  const leave = layout === 'modal' ? openModal(banner as HTMLDialogElement) : reserveSpace(banner);
  return () => {
    leave();
    banner.remove();
  };
}
