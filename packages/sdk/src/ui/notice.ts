import { linkTo } from '../policy/link.js';
import type { Category } from '../policy/types.js';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import { element } from './element.js';
import { hold } from './hold.js';
import { keep } from './keep.js';
import { ours } from './ours.js';
import { reserveSpace } from './reserve-space.js';
import { announce, fillShadowRoot } from './shadow-root.js';
import { fill, labelOf, listed } from './words.js';

const CSS =
  ':host{all:initial!important;position:fixed!important;z-index:2147483646!important;font:medium/1.4 var(--askfirst-font,system-ui,sans-serif)!important}@media print{:host{display:none!important}}';

/** As long as `.done` in `styles.css` shows what was said. */
const DONE_MS = 6000;

/** The purposes that run because the visitor was told and has not objected. */
export function informed({ state }: View): readonly Category[] {
  const { due, reasons } = state.$consent.get();
  const { rules } = state.activeRegime;
  // Whoever is asked needs no notice besides.
  if (due[0]) return [];
  return state.categories.filter(
    ({ key, isInvalid, within }) =>
      !isInvalid && !within && reasons[key] === 'regime' && (rules[key] ?? rules.others) === 'inform',
  );
}

/**
 * Tells what runs, with a way to object that is as large as the way to go on.
 *
 * @param seen Called when the visitor closes it. That is neither consent nor an objection.
 * @returns A function that removes it.
 */
export function showNotice(view: View, win: Window, categories: readonly Category[], seen: () => void): () => void {
  const { locale, state } = view;
  const doc = win.document;
  const host = doc.createElement('askfirst-notice');
  const root = fillShadowRoot(host, view, CSS);
  // Its events are its own, not those of the question.
  ours.delete(host);
  const url = linkTo(state.options.policy?.url);
  const values = {
    controller: state.options.controller?.name ?? locale.thisSite,
    purposes: listed(
      locale,
      categories.map((category) => labelOf(view, category)),
    ),
  };
  const button = (part: string, look: string, label: string) => element('button', { class: look, part }, label);
  const section = element(
    'section',
    { part: 'notice', class: state.options.ui?.layout === 'card' ? 'card' : 'bar', 'aria-labelledby': 'notice' },
    element(
      'div',
      { class: 'text', tabindex: url ? undefined : 0 },
      element('h2', { id: 'notice', tabindex: -1 }, locale.title),
      element('p', {}, fill(locale.law.notice, values)),
      !!url && element('p', { class: 'small' }, element('a', { href: url }, locale.policyLink)),
    ),
    element(
      'div',
      { class: 'row' },
      element(
        'div',
        { class: 'answers' },
        button('object', 'solid', locale.law.object),
        button('close', 'solid', locale.close),
      ),
      button('choose', 'quiet', locale.choose),
    ),
  );
  root.append(section, element('p', { role: 'status', part: 'status', tabindex: -1 }));
  host.popover = 'manual';
  let hasObjected = false;
  const onEvent = (event: Event) => {
    if (event.type !== 'click') return;
    const { part } = (event.composedPath()[0] as HTMLElement).closest('button') ?? {};
    if (part?.contains('choose')) state.$open.set(true);
    if (part?.contains('close')) seen();
    if (part?.contains('object')) {
      hasObjected = true;
      decide(state, Object.fromEntries(categories.map(({ key }) => [key, false])), 'banner');
    }
  };
  const kept = keep(host, doc, () => host.showPopover?.());
  const release = hold(win, onEvent, () => {}, new WeakSet([host]));
  const giveBack = reserveSpace(section);
  announce(root, locale.announcement);
  return () => {
    const hadFocus = root.activeElement;
    release();
    giveBack();
    kept.stop();
    if (!hasObjected) return;
    section.remove();
    doc.body.append(host);
    host.showPopover?.();
    if (hadFocus) root.querySelector<HTMLElement>('p[role]')?.focus();
    announce(root, locale.saved, 'done');
    setTimeout(() => host.remove(), DONE_MS);
  };
}
