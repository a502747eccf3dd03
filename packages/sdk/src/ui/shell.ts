import type { View } from '../state/types.js';
import css from './styles.css';

/** Gives an element its shadow root, the styles and the visitor's language. */
export function shell(host: HTMLElement, { locale, state }: View): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // Neither a style attribute nor a <style> element: a strict content security policy lets neither pass.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css}:host{color-scheme:${state.policy.options.ui?.scheme ?? 'inherit'}!important}`);
  root.adoptedStyleSheets = [sheet];
  host.lang = locale.lang;
  host.dir = locale.dir;
  return root;
}

/** Says something through the status line of a root. Screen readers speak of text that changes while they watch. */
export function announce(root: ParentNode, text: string): void {
  const status = root.querySelector('[role=status]') as HTMLElement;
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, 100);
}
