import type { View } from '../state/types.js';
import { ours } from './ours.js';
import css from './styles.css';

/**
 * Gives an element its shadow root, the styles and the visitor's language.
 *
 * @param more Styles besides those of the first layer.
 */
export function fillShadowRoot(host: HTMLElement, { locale, state }: View, more = ''): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // Neither a style attribute nor a <style> element: a strict content security policy lets neither pass.
  const sheet = new CSSStyleSheet();
  const scheme = state.options.ui?.scheme ?? 'inherit';
  sheet.replaceSync(`${css + more}:host,:host(askfirst-ui){color-scheme:${scheme}!important}`);
  root.adoptedStyleSheets = [sheet];
  ours.add(host);
  host.lang = locale.lang;
  host.dir = locale.dir;
  return root;
}

/**
 * Says something through the status line of a root. Screen readers speak of text that changes while they watch.
 *
 * @param look Class of the status while it says so.
 */
export function announce(root: ParentNode, text: string, look = ''): void {
  const status = root.querySelector('[role=status]') as HTMLElement;
  const say = (words: string, className: string) => Object.assign(status, { textContent: words, className });
  say('', '');
  setTimeout(say, 100, text, look);
}
