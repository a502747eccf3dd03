import { linkTo } from '../policy/link.js';
import css from './card.css';

/** What a card says and does. */
export interface Card {
  readonly lang: string;
  readonly dir: string;
  readonly scheme: string | undefined;
  /** Address of a picture of the owner's. */
  readonly poster: string | undefined;
  readonly title: string;
  readonly ask: string;
  readonly once: string;
  /** Missing where the visitor has no choice about the category. */
  readonly always: string | undefined;
  readonly policy: { readonly url: string; readonly text: string } | '' | undefined;
  onOnce(): void;
  onAlways(): void;
}

/** The properties of the theme. A frame inherits none of them. */
const THEME = 'surface text accent on-accent border radius font space'.split(' ').map((name) => `--askfirst-${name}`);

/** What each document shows. */
const shown = new WeakMap<Document, { words: string; card: Card }>();

/** The empty document of a frame. None where the frame is a sandbox of its own origin, or has another page. */
function emptyDocument(frame: HTMLIFrameElement): Document | undefined {
  const doc = frame.contentDocument;
  const isEmpty = doc?.URL === 'about:blank' && doc.body && (shown.has(doc) || !doc.body.firstChild);
  // In a sandbox without scripts WebKit calls no listener.
  return isEmpty && (!frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-scripts')) ? doc : undefined;
}

/** Takes the card away. */
export function emptyFrame(frame: HTMLIFrameElement): void {
  const doc = emptyDocument(frame);
  if (!doc) return;
  shown.delete(doc);
  doc.adoptedStyleSheets = [];
  doc.body.replaceChildren();
}

/** Makes an element. Leaves out attributes that are undefined, and children that are false or empty. */
function make(
  doc: Document,
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElement {
  const made = doc.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** A whole address; `undefined` if there is a slip in it. */
function resolved(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

/** Draws a card into a frame. What is there stays while it says the same, so that the focus does. */
export function drawCard(frame: HTMLIFrameElement, card: Card): void {
  const doc = emptyDocument(frame);
  const view = doc?.defaultView;
  if (!doc || !view) return;
  const root = doc.documentElement;
  const look = getComputedStyle(frame);
  for (const name of THEME) root.style.setProperty(name, look.getPropertyValue(name));
  // What `normal` means a page may say in its head: https://html.spec.whatwg.org/multipage/semantics.html#meta-color-scheme
  const meta = frame.ownerDocument.querySelector<HTMLMetaElement>('meta[name=color-scheme]');
  root.style.colorScheme = card.scheme || (look.colorScheme === 'normal' && meta?.content) || look.colorScheme;
  const words = JSON.stringify(card);
  const before = shown.get(doc);
  shown.set(doc, { words, card });
  if (before?.words === words) return;

  const hadFocus = doc.activeElement?.localName === 'button';
  // A strict Content Security Policy, which the frame has from the page, allows constructed style sheets.
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  doc.adoptedStyleSheets = [sheet];
  doc.title = card.title;
  root.lang = card.lang;
  root.dir = card.dir;
  const button = (name: 'once' | 'always') => {
    const text = card[name];
    if (!text) return undefined;
    const made = make(doc, 'button', { type: 'button', class: name }, text);
    made.addEventListener('click', () => shown.get(doc)?.card[name === 'once' ? 'onOnce' : 'onAlways']());
    return made;
  };
  const { policy, poster } = card;
  // A sandbox may forbid that its content leads the page elsewhere.
  const mayLead =
    !frame.hasAttribute('sandbox') || /\ballow-top-navigation(-by-user-activation)?(\s|$)/.test(frame.sandbox.value);
  doc.body.className = poster ? 'poster' : '';
  doc.body.replaceChildren(
    ...(poster ? [make(doc, 'img', { alt: '', src: resolved(poster, frame.baseURI) })] : []),
    make(
      doc,
      'div',
      { role: 'region', 'aria-labelledby': 'title', class: 'card' },
      // The page's own words may run the other way.
      make(doc, 'p', { id: 'title', dir: 'auto' }, card.title),
      make(doc, 'p', {}, card.ask),
      make(doc, 'div', { class: 'answers' }, button('once'), button('always')),
      policy && linkTo(policy.url) && mayLead
        ? // As a link of the page does, which may itself lie in a frame.
          make(doc, 'a', { href: policy.url, target: '_parent', rel: 'noopener' }, policy.text)
        : undefined,
    ),
  );
  if (hadFocus) doc.querySelector('button')?.focus();
}
