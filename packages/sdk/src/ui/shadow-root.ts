import type { View } from '../state/types.js';
import { ours } from './ours.js';
import css from './styles.css';

/**
 * Gives an element its shadow root, the styles and the visitor's language.
 *
 * @param more Styles to add to those of the first layer.
 */
export function fillShadowRoot(host: HTMLElement, { locale, state }: View, more = ''): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // A strict Content Security Policy forbids style attributes and <style> elements, but not constructed style sheets:
  // https://www.w3.org/TR/CSP3/#directive-style-src
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
 * Announces a text in the status line of a root. Screen readers announce changes of text only, so the line is emptied first:
 * https://www.w3.org/TR/wai-aria-1.2/#status
 *
 * @param look Class of the status line while it shows the text.
 */
export function announce(root: ParentNode, text: string, look = ''): void {
  const status = root.querySelector('[role=status]') as HTMLElement;
  const say = (words: string, className: string) => Object.assign(status, { textContent: words, className });
  say('', '');
  setTimeout(say, 100, text, look);
}
