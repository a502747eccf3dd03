import type { Env } from '../env/env.js';
import css from './account-notice.css';
import { NOTICE } from './notice-name.js';
import { textDirection } from './text-direction.js';
import type { Words } from './words.js';

/** Says what was done, with the way to change it. It asks nothing, and stands until the visitor closes it. */
export function showNotice(
  { win, doc }: Env,
  words: Words,
  what: 'applied' | 'carried',
  scheme: 'light' | 'dark' | undefined,
  onClose: (isChange: boolean) => void,
): void {
  doc.querySelector(NOTICE)?.remove();
  const create = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]>,
    ...children: (Node | string)[]
  ) => {
    const element = Object.assign(doc.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const host = create(NOTICE as 'div', { lang: words.lang, dir: textDirection(words.lang), popover: 'manual' });
  const root = host.attachShadow({ mode: 'open' });
  // A strict Content Security Policy forbids style attributes and <style> elements, but not constructed style sheets:
  // https://www.w3.org/TR/CSP3/#directive-style-src
  const sheet = new win.CSSStyleSheet();
  sheet.replaceSync(`${css}:host{color-scheme:${scheme ?? 'inherit'}!important}`);
  root.adoptedStyleSheets = [sheet];
  const button = (part: 'change' | 'close', text: string) => {
    const element = create(
      'button',
      {
        onclick: () => {
          host.remove();
          onClose(part === 'change');
        },
      },
      text,
    );
    element.part.add('button', part);
    return element;
  };
  const text = create('p', { role: 'status' });
  const section = create(
    'section',
    {},
    text,
    create('div', {}, button('change', words.change), button('close', words.close)),
  );
  section.part.add('account-notice');
  root.append(section);
  (doc.body ?? doc.documentElement).append(host);
  // In the top layer no style of the page can cover it. Older browsers have no popovers.
  host.showPopover?.();
  // Screen readers do not read a status line that arrives with its text.
  setTimeout(() => text.append(words[what]), 100);
}
