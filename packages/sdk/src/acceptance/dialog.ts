import type { AcceptanceTexts, Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { acceptanceTexts } from '@askfirst/data/locales/en';
import type { Env } from '../env/env.js';
import { isEnglish, languageOf } from '../policy/language.js';
import type { PolicyVersion } from '../policy/policy-versions.js';
import css from './dialog.css';

/** Looks and words of the dialog. */
export interface DialogOptions {
  /**
   * BCP 47 language of the dialog.
   *
   * @default the page's `lang`, then the browser's languages, then English
   */
  lang?: string;
  /** Your own words for any text. */
  texts?: Partial<AcceptanceTexts>;
  /**
   * Colours of the dialog.
   *
   * @default the page's own `color-scheme`
   */
  scheme?: 'light' | 'dark';
}

/** The texts in the first available language. English is a part of this chunk, any other language loads now. */
async function wordsFor({ win, doc }: Env, lang = ''): Promise<Pick<Locale, 'lang' | 'dir' | 'acceptance'>> {
  const wanted = [lang, doc.documentElement.lang, win.navigator.languages].join();
  const english = { lang: 'en', dir: 'ltr', acceptance: acceptanceTexts } as const;
  const tag = isEnglish(wanted) ? 'en' : languageOf(wanted, Object.keys(locales));
  return tag === 'en' ? english : ((await locales[tag]?.())?.locale ?? english);
}

/**
 * Shows a modal dialog above the page.
 *
 * @param elsewhere Aborts when another tab has the answer. The dialog then closes without one.
 * @returns The language in which the visitor accepted; `undefined` without acceptance.
 */
export async function showDialog(
  env: Env,
  { version, effectiveAt, url }: PolicyVersion,
  { lang, texts, scheme }: DialogOptions,
  elsewhere: AbortSignal,
): Promise<string | undefined> {
  const { win, doc } = env;
  const { lang: language, dir, acceptance } = await wordsFor(env, lang);
  const words: AcceptanceTexts = { ...acceptance, ...texts };
  const create = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]>,
    ...children: (Node | string)[]
  ) => {
    const element = Object.assign(doc.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const host = doc.createElement('askfirst-acceptance');
  host.lang = language;
  host.dir = dir;
  const root = host.attachShadow({ mode: 'open' });
  // A strict Content Security Policy forbids style attributes and <style> elements, but not constructed style sheets:
  // https://www.w3.org/TR/CSP3/#directive-style-src
  const sheet = new win.CSSStyleSheet();
  sheet.replaceSync(`${css}:host{color-scheme:${scheme ?? 'inherit'}!important}`);
  root.adoptedStyleSheets = [sheet];

  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(effectiveAt),
  );
  const heading = create('h2', { id: 'title', tabIndex: -1 }, words.title);
  const link = create('a', { href: url, target: '_blank', rel: 'noopener' }, `${words.read} ${words.newTab}`);
  const button = (answer: string, text: string) => {
    const element = create('button', { onclick: () => dialog.close(answer) }, text);
    element.part.add('button', answer);
    return element;
  };
  const dialog = create(
    'dialog',
    {},
    heading,
    create(
      'p',
      {},
      words.inForce.replace('{version}', () => version).replace('{date}', () => date),
    ),
    create('p', { className: 'small' }, words.apart),
    create('p', {}, link),
    create('div', { className: 'answers' }, button('decline', words.decline), button('accept', words.accept)),
  );
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', heading.id);
  root.append(dialog);
  // Shortcuts and smooth scrolling of the page would take keys and the wheel from the dialog.
  for (const type of ['keydown', 'keypress', 'keyup', 'wheel'])
    host.addEventListener(type, (event) => event.stopPropagation());
  const show = () => {
    (doc.body ?? doc.documentElement).append(host);
    dialog.open = false;
    // The heading gets the focus: it is the first focusable element.
    dialog.showModal();
  };
  // A page that replaces its body removes the dialog without closing it. In a task of its own, because it may do so repeatedly.
  const observer = new win.MutationObserver(() => {
    if (!host.isConnected) setTimeout(() => isOpen && !host.isConnected && show());
  });
  let isOpen = true;

  return new Promise((resolve) => {
    // Escape closes the dialog without a value.
    dialog.addEventListener('close', () => {
      isOpen = false;
      observer.disconnect();
      host.remove();
      resolve(dialog.returnValue === 'accept' ? language : undefined);
    });
    elsewhere.addEventListener('abort', () => dialog.close());
    show();
    observer.observe(doc, { childList: true, subtree: true });
  });
}
