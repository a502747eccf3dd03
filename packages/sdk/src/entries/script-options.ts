import type { Service } from '@askfirst/data';
import type { Problem } from '../policy/problems.js';
import type { Options } from '../policy/types.js';
import { paths } from '../policy/valid.js';
import { googleAnalytics, googleTagManager } from './services.js';

/** In JSON a service may be given by its vendor's id alone. */
type JsonService = Service | { ga4: string } | { gtm: string };

const CONFIG = 'script[data-askfirst-config]';

/** Read by the head stub; written onto script tags by Cloudflare's Rocket Loader and by Next.js. */
const IGNORED = /^(asked|cf|nscript)/;

/** Which option an attribute speaks of: `data-policy-url` and `data-layout` are `policy.url` and `ui.layout`, `data-controller` is the first in its group. */
const pathOf = (key: string): string[] =>
  paths
    .map((path) => path.split('.'))
    .find(([group, leaf]) => [group, leaf, `${group}${leaf?.replace(/^./, (first) => first.toUpperCase())}`].includes(key)) ??
  [];

const toService = (service: JsonService): Service => {
  if ('ga4' in service) return googleAnalytics(service.ga4);
  return 'gtm' in service ? googleTagManager(service.gtm) : service;
};

/** The options of a site that uses the script tag: the JSON config, and over it the attributes. */
export function readScriptOptions(doc: Document, data: DOMStringMap): { options: Options; problems: Problem[] } {
  const problems: Problem[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: foreign JSON, checked by checkOptions afterwards.
  let options: Record<string, any> = {};
  try {
    options = JSON.parse(doc.querySelector(CONFIG)?.textContent ?? '{}');
  } catch (error) {
    problems.push(['json', error]);
  }
  const services = Array.isArray(options.services) ? options.services : [];
  for (const [key, value = ''] of Object.entries(data)) {
    const [group, leaf] = pathOf(key);
    if (key === 'ga4' || key === 'gtm') services.push({ [key]: value });
    else if (key === 'categories')
      for (const category of value.split(/[\s,]+/)) options.categories = { [category]: {}, ...options.categories };
    else if (value === 'off') options.consentMode = false;
    else if (group) options[group] = leaf ? { ...options[group], [leaf]: value } : value;
    else if (!IGNORED.test(key)) problems.push(['attribute', key]);
  }
  if (services.length) options.services = services.map(toService);
  return { options, problems };
}
