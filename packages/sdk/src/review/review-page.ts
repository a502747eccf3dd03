import type { Service } from '@askfirst/data';
import { isHost } from '../policy/declared.js';
import { isEnglish } from '../policy/language.js';
import { linkTo } from '../policy/link.js';
import type { Problem } from '../policy/problems.js';
import { isNear } from '../policy/read-options.js';
import type { Consent, Options } from '../policy/types.js';

/** What a page was made of. */
export interface Reviewed {
  readonly options: Options;
  readonly granted: Consent['granted'];
  readonly doc: Document;
  /** Names of the texts there are. */
  readonly texts: readonly string[];
  /** The first language of a list of BCP 47 tags that there are texts for, or English. */
  languageOf(wanted: string): string;
}

const GOOGLE = /^https:\/\/www\.googletagmanager\.com\/gt(?:ag\/js|m\.js)\?/;

const addressOf = (element: HTMLElement): string =>
  ['src', 'data-src', 'href', 'data-href', 'data', 'data-data']
    .map((name) => element.getAttribute(name))
    .find(Boolean) ?? '';

/** The host that a held element would ask, if it is another site's. */
function foreignHost(element: HTMLElement, doc: Document): string | undefined {
  try {
    const { hostname, protocol } = new URL(addressOf(element), doc.baseURI);
    return /^http/.test(protocol) && hostname !== doc.location.hostname ? hostname : undefined;
  } catch {
    return undefined;
  }
}

const knows = ({ hosts, script }: Service, host: string): boolean =>
  isHost(hosts, host) || (!!script && script.includes(`//${host}/`)) || !(hosts || script);

/** Held elements whose vendor the visitor is not told of, each kind once. */
function undeclared({ options, doc }: Reviewed): Problem[] {
  const found = new Map<string, Problem>();
  for (const element of doc.querySelectorAll<HTMLElement>('[data-consent]')) {
    const host = foreignHost(element, doc);
    for (const key of (element.dataset.consent ?? '').split(/[\s,]+/)) {
      const services = (options.services ?? []).filter(({ category }) => category === key);
      if (host && !services.some((service) => knows(service, host)))
        found.set(`${host} ${key}`, ['undeclared', element.localName, host, key]);
    }
  }
  return [...found.values()];
}

/** Tags of Google's that are not ours and not held. Where a category is granted, one of each of its services is ours. */
function ungatedGoogle({ options, granted, doc }: Reviewed): Problem[] {
  const ours = new Set(
    (options.services ?? [])
      .filter(({ category }) => granted[category] || (options.consentMode || undefined)?.mode === 'advanced')
      .map(({ script }) => script),
  );
  const tags = [...doc.querySelectorAll<HTMLScriptElement>('script[src]')];
  const other = tags.find(({ src, dataset }) => GOOGLE.test(src) && dataset.consent === undefined && !ours.delete(src));
  return other ? [['google-snippet', other.src]] : [];
}

/** The JSON of the script tag, if the script cannot have read it, because it stands behind. */
function unread({ options, doc }: Reviewed): boolean {
  try {
    const json = JSON.parse(doc.querySelector('script[data-askfirst-config]')?.textContent ?? '{}');
    return Object.keys(json).some((key) => !(key in options));
  } catch {
    // What cannot be read was reported, or not read yet.
    return false;
  }
}

/**
 * What an owner may have got wrong about a page, and a first look can tell. For those who develop: a visitor does not load it.
 *
 * @example reviewPage({ options, granted, doc: document, texts: ['title'], languageOf }) // [['json-unread']]
 */
export function reviewPage(page: Reviewed): Problem[] {
  const { options, languageOf } = page;
  const problems: Problem[] = [];
  const { lang = '', texts = {} } = options.ui ?? {};
  const found = languageOf(lang);
  // English stands in for what is not there.
  if (lang && found === 'en' && !isEnglish(lang)) problems.push(['lang', lang, found]);
  for (const key of Object.keys(texts))
    if (!page.texts.includes(key))
      problems.push(['key', key, 'ui.texts', page.texts, page.texts.find((name) => isNear(key, name))]);
  const url = options.policy?.url;
  if (url && !linkTo(url)) problems.push(['value', 'policy.url', url, 'an address of your site, or one with https:']);
  problems.push(...ungatedGoogle(page));
  if (unread(page)) problems.push(['json-unread']);
  problems.push(...undeclared(page));
  return problems;
}
