import type { Service } from '@askfirst/data';
import { resolveCategories } from '../policy/categories.js';
import { isHost } from '../policy/declared.js';
import { withEachService } from '../policy/per-service.js';
import type { Problem } from '../policy/problems.js';
import { type ReviewedOptions, reviewOptions } from './review-options.js';
import { type ReviewedElements, ungatedServices } from './ungated-services.js';

/** What a review needs to know about a page. */
export interface Reviewed extends ReviewedOptions, ReviewedElements {}

const GOOGLE = /^https:\/\/www\.googletagmanager\.com\/gt(?:ag\/js|m\.js)\?/;

const addressOf = (element: HTMLElement): string =>
  ['src', 'data-src', 'href', 'data-href', 'data', 'data-data']
    .map((name) => element.getAttribute(name))
    .find(Boolean) ?? '';

/** Where a held element would send a request, if that is not the page's host. */
function foreignAddress(element: HTMLElement, doc: Document): URL | undefined {
  try {
    const address = new URL(addressOf(element), doc.baseURI);
    return /^http/.test(address.protocol) && address.hostname !== doc.location.hostname ? address : undefined;
  } catch {
    return undefined;
  }
}

const knows = ({ hosts, script }: Service, address: URL): boolean =>
  isHost(hosts, address) || (!!script && script.includes(`//${address.hostname}/`)) || !(hosts || script);

/** Held elements whose host no service declares, once for each host and category. */
function undeclared({ options, doc }: Reviewed): Problem[] {
  const found = new Map<string, Problem>();
  for (const element of doc.querySelectorAll<HTMLElement>('[data-consent]')) {
    const address = foreignAddress(element, doc);
    for (const key of (element.dataset.consent ?? '').split(/[\s,|]+/)) {
      // `analytics__hotjar` is of the category `analytics`.
      const services = (options.services ?? []).filter(({ category }) =>
        [category].flat().includes(key.split('__')[0] as string),
      );
      if (address && !services.some((service) => knows(service, address)))
        found.set(`${address.hostname} ${key}`, ['undeclared', element.localName, address.hostname, key]);
    }
  }
  return [...found.values()];
}

/** A Google tag that is neither held nor loaded by Askfirst, which loads one for each service that is granted. */
function ungatedGoogle({ options, granted, doc }: Reviewed): Problem[] {
  const ours = new Set(
    (options.services ?? [])
      .filter(
        ({ category }) =>
          [category].flat().some((key) => granted[key]) || (options.consentMode || undefined)?.mode === 'advanced',
      )
      .map(({ script }) => script),
  );
  const tags = [...doc.querySelectorAll<HTMLScriptElement>('script[src]')];
  const other = tags.find(({ src, dataset }) => GOOGLE.test(src) && dataset.consent === undefined && !ours.delete(src));
  return other ? [['google-snippet', other.src]] : [];
}

/** Categories of `perService` that there are none of, and held elements that wait for the choice about an unknown service. */
function unknownServices({ options, doc }: Reviewed): Problem[] {
  const keys = withEachService(resolveCategories(options), options.perService).map(({ key }) => key);
  const held = [...doc.querySelectorAll<HTMLElement>('[data-consent]')]
    .flatMap(({ dataset }) => (dataset.consent ?? '').split(/[\s,|]+/))
    .filter((key) => key.includes('__'));
  return [...new Set([...(options.perService ?? []), ...held])]
    .filter((key) => !keys.includes(key))
    .map((key) => ['category', key, { granted: Object.fromEntries(keys.map((known) => [known, false])) }, true]);
}

/** Whether the script has not read the JSON, because the JSON comes after it. */
function unread({ options, doc }: Reviewed): boolean {
  try {
    const json = JSON.parse(doc.querySelector('script[data-askfirst-config]')?.textContent ?? '{}');
    return Object.keys(json).some((key) => !(key in options));
  } catch {
    // Invalid JSON has a message of its own.
    return false;
  }
}

/**
 * Finds mistakes in a page. Loaded in development only, never by visitors.
 *
 * @example reviewPage({ options, granted, doc: document, texts: ['title'], languageOf }) // [['json-unread']]
 */
export function reviewPage(page: Reviewed): Problem[] {
  const problems = [...reviewOptions(page), ...ungatedGoogle(page), ...ungatedServices(page, GOOGLE)];
  if (unread(page)) problems.push(['json-unread']);
  problems.push(...undeclared(page), ...unknownServices(page));
  return problems;
}
