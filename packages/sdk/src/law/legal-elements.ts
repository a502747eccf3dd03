import type { Law, LegalPanel, Locale } from '@askfirst/data';
import { isEnglish } from '../policy/language.js';
import { legalLink } from '../policy/legal-link.js';
import { optOutIcon, rootOf } from './draw.js';

/** The texts that the elements need, of one language. */
export type Texts = Pick<Locale, 'lang' | 'dir' | 'preferences' | 'law'>;

/** What the elements show. */
export interface Shown {
  readonly law: Law | undefined;
  readonly texts: Texts;
  /** What the page has to say about an opt-out, or empty. */
  readonly status: string;
  /** Whether the owner has put a `<consent-status>` into the page. */
  readonly hasPlace: boolean;
}

/** The words of the way to the choices: the law's own if it fixes them, and in the language in which it does. */
function labelOf(panel: LegalPanel | null, { law, texts }: Shown) {
  const link = law && legalLink(law, panel);
  if (link) return { text: (isEnglish(texts.lang) && link.text) || texts.law.choices, icon: link.icon };
  // The law knows no such link, so there is nothing to lead to.
  if (panel) return undefined;
  return { text: law?.model === 'opt-out' ? texts.law.choices : texts.preferences, icon: undefined };
}

/**
 * Says in which language an element speaks. Not on the host, which is the page's: React reports an attribute that the server's markup
 * has not, and an observer of the page that adds something for each change would never come to rest.
 */
function speak(element: HTMLElement, { lang, dir }: Texts): void {
  element.lang = lang;
  element.dir = dir;
}

/** What each status line says, or is about to say. */
const saying = new WeakMap<Element, string>();

/** Fills one `<consent-link>`. What is there stays in place, so that the focus does. */
function fillLink(host: HTMLElement, root: ShadowRoot, shown: Shown): void {
  const doc = host.ownerDocument;
  const label = labelOf(host.getAttribute('panel') as LegalPanel | null, shown);
  const old = root.querySelector('button');
  if (!label) {
    old?.remove();
    return;
  }
  const button = old ?? doc.createElement('button');
  button.type = 'button';
  button.setAttribute('part', 'link');
  button.setAttribute('data-consent-open', '');
  speak(button, shown.texts);
  if (button.textContent !== label.text || !button.querySelector('svg') !== !label.icon)
    button.replaceChildren(label.text, ...(label.icon ? [optOutIcon(doc)] : []));
  if (!old) root.prepend(button);
}

/**
 * Fills an element.
 *
 * @param speaks Whether screen readers announce its status. One element of a page does. Without it, as before.
 */
export function fillLegal(host: HTMLElement, shown: Shown, speaks?: boolean): void {
  const root = rootOf(host);
  const isLink = host.localName === 'consent-link';
  if (isLink) fillLink(host, root, shown);
  let line = root.querySelector('span');
  if (!line) {
    line = host.ownerDocument.createElement('span');
    line.setAttribute('part', 'status');
    root.append(line);
  }
  if (speaks) line.setAttribute('role', 'status');
  else if (speaks === false) line.removeAttribute('role');
  speak(line, shown.texts);
  // Said beside the link where a law lets things run or fixes the words for it, unless the page has a place of its own for it.
  const isQuiet = isLink && (shown.hasPlace || (shown.law?.model !== 'opt-out' && !shown.law?.gpcStatus));
  const status = isQuiet ? '' : shown.status;
  const span = line;
  if (saying.get(span) === status) return;
  saying.set(span, status);
  // Screen readers announce what changes in a status line that is there: https://www.w3.org/TR/wai-aria-1.2/#status
  setTimeout(() => {
    span.textContent = status;
  }, 100);
}
