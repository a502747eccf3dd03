import { locales } from '@askfirst/data/locales';
import { secondLayer } from '@askfirst/data/locales/en';
import { browserEnv } from '../env/browser.js';
import { reportProblem } from '../env/report-problem.js';
import { isEnglish, languageOf } from '../policy/language.js';
import { type HistoryEntry, recordHistory } from './history.js';
import { grantedBy } from './kind-of.js';
import { ownOf } from './record-event.js';
import css from './view.css';
import { englishWords, type RecordWords } from './view-words.js';

/** The options of {@link showRecords}. */
export interface RecordViewOptions {
  /**
   * BCP 47 language.
   *
   * @default the page's `lang`, then the browser's languages, then English
   */
  lang?: string;
  /** Your own words, for languages other than English. */
  words?: Partial<Omit<RecordWords, 'kinds'>> & { kinds?: Partial<RecordWords['kinds']> };
  /** Your own labels of categories, by key. */
  labels?: Readonly<Record<string, string>>;
}

interface Texts {
  readonly lang: string;
  readonly dir: string;
  readonly on: string;
  readonly off: string;
  readonly categories: Readonly<Record<string, { readonly label: string } | undefined>>;
}

const ENGLISH: Texts = { lang: 'en', dir: 'ltr', ...secondLayer };

/** The texts in the first available language. English is a part of this file, any other language loads now. */
async function textsIn(wanted: string): Promise<Texts> {
  const tag = isEnglish(wanted) ? 'en' : languageOf(wanted, Object.keys(locales));
  if (tag === 'en') return ENGLISH;
  return (
    locales[tag]?.().then(
      ({ locale }) => locale as Texts,
      () => ENGLISH,
    ) ?? ENGLISH
  );
}

/** `null` for an element that cannot have a shadow root. */
function rootOf(element: HTMLElement): ShadowRoot | null {
  try {
    return element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  } catch (error) {
    // No element at all.
    if (error instanceof TypeError) throw error;
    reportProblem('records', `showRecords cannot fill <${element.localName}>. Give it a <div>.`);
    return null;
  }
}

/**
 * Fills an element with the list of the visitor's answers in this browser, newest first, and buttons to copy and to download it. It
 * follows each change. Put a heading of level 2 above it.
 *
 * @param element Gets a shadow root. An element that cannot have one is left alone, with one message.
 * @param consent The site's consent, from `createConsent` or `window.askfirst`.
 * @returns A function that empties it again.
 * @throws TypeError if the first argument is no element.
 * @example showRecords(document.querySelector('#my-record'), consent)
 */
export function showRecords(
  element: HTMLElement,
  consent: { readonly $consent: { subscribe(listener: () => void): () => void } },
  { lang, words: own, labels = {} }: RecordViewOptions = {},
): () => void {
  const env = browserEnv();
  if (!env) return () => {};
  const { win, doc } = env;
  const root = rootOf(element);
  if (!root) return () => {};
  // A strict Content Security Policy forbids style attributes and <style> elements, but not constructed style sheets:
  // https://www.w3.org/TR/CSP3/#directive-style-src
  const sheet = new win.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const words: RecordWords = { ...englishWords, ...own, kinds: { ...englishWords.kinds, ...own?.kinds } };
  let texts = ENGLISH;

  const create = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]> = {},
    ...children: (Node | string)[]
  ) => {
    const made = Object.assign(doc.createElement(name), properties);
    made.append(...children);
    return made;
  };
  /** English words in a page of another language say so, for screen readers. */
  const said = (text: string, isOwn: boolean) =>
    isOwn || texts.lang === 'en' ? create('span', {}, text) : create('span', { lang: 'en', dir: 'ltr' }, text);
  const word = (name: Exclude<keyof RecordWords, 'kinds'>) => said(words[name], own?.[name] !== undefined);

  const item = ({ event, hash }: HistoryEntry) => {
    const kind = event.kind ?? 'answered';
    const date = new Intl.DateTimeFormat(texts.lang, { dateStyle: 'long', timeStyle: 'short' });
    const granted = Object.entries(event.granted ?? grantedBy(event.choices)).filter(([key]) => !key.includes('__'));
    const label = (key: string) => ownOf(labels, key) ?? ownOf(texts.categories, key)?.label ?? key;
    return create(
      'li',
      { className: 'event' },
      create(
        'h3',
        {},
        create('time', { dateTime: event.at }, date.format(Date.parse(event.at))),
        ' – ',
        said(words.kinds[kind] ?? kind, own?.kinds?.[kind] !== undefined),
      ),
      create(
        'ul',
        { role: 'list' } as never,
        ...granted.map(([key, isOn]) => create('li', {}, `${label(key)}: ${isOn ? texts.on : texts.off}`)),
      ),
      create(
        'details',
        {},
        create('summary', {}, word('details')),
        create('pre', { translate: false }, JSON.stringify({ ...event, hash }, null, 2)),
      ),
    );
  };

  const status = create('p', { role: 'status' } as never);
  const asJson = () => JSON.stringify(recordHistory(), null, 2);
  const copy = async () => {
    await win.navigator.clipboard.writeText(asJson());
    status.replaceChildren(word('copied'));
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([asJson()], { type: 'application/json' }));
    create('a', { href: url, download: 'consent-record.json' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  const list = create('ol', { role: 'list' } as never);
  const buttons = create('div', { className: 'row' });
  const note = create('p');
  const draw = () => {
    const opened = [...list.querySelectorAll('details')].flatMap(({ open }, place, all) =>
      open ? all.length - place : [],
    );
    const entries = recordHistory().reverse();
    list.replaceChildren(...entries.map(item));
    for (const [place, details] of list.querySelectorAll('details').entries())
      details.open = opened.includes(entries.length - place);
    note.replaceChildren(word(entries[0] ? 'note' : 'empty'));
    buttons.hidden = !entries[0];
  };
  // After the log has noted the change.
  const later = () => {
    setTimeout(() => isShown && draw());
  };
  let isShown = true;
  let stop = () => {};
  const wanted = [lang, doc.documentElement.lang, win.navigator.languages].join();
  textsIn(wanted).then((found) => {
    if (!isShown) return;
    texts = found;
    Object.assign(list, { lang: texts.lang, dir: texts.dir });
    for (const each of [buttons, note, status]) Object.assign(each, { lang: texts.lang, dir: texts.dir });
    // Without a secure context there is no clipboard: https://w3c.github.io/clipboard-apis/#navigator-interface
    if (win.navigator.clipboard) buttons.append(create('button', { type: 'button', onclick: copy }, word('copy')));
    buttons.append(create('button', { type: 'button', onclick: download }, word('download')));
    root.replaceChildren(list, note, buttons, status);
    stop = consent.$consent.subscribe(later);
    win.addEventListener('storage', later);
    draw();
  });
  return () => {
    isShown = false;
    stop();
    win.removeEventListener('storage', later);
    root.replaceChildren();
  };
}
