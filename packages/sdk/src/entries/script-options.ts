import type { Service } from '@askfirst/data';
import type { Problem } from '../policy/problems.js';
import type { Options } from '../policy/types.js';
import { googleAnalytics, googleTagManager } from './services.js';

/** In JSON a service may be given by its vendor's id alone. */
type JsonService = Service | { ga4: string } | { gtm: string };

const CONFIG = 'script[data-askfirst-config]';

/** Where in the options the value of a `data-…` attribute goes. */
const paths: Record<string, string> = {
  ga4: 'services',
  gtm: 'services',
  categories: 'categories',
  controller: 'controller.name',
  policyUrl: 'policy.url',
  policyVersion: 'policy.version',
  region: 'region',
  revision: 'revision',
  lang: 'ui.lang',
  layout: 'ui.layout',
  scheme: 'ui.scheme',
  consentMode: 'consentMode.mode',
  // Read by the head stub alone.
  asked: '',
};

/** Written onto script tags by others: Cloudflare's Rocket Loader, Next.js. */
const FOREIGN = /^(cf|nscript)/;

const attribute = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

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
    const path = paths[key];
    if (path === 'services') services.push({ [key]: value });
    else if (path === 'categories')
      for (const category of value.split(/[\s,]+/)) options.categories = { [category]: {}, ...options.categories };
    else if (value === 'off') options.consentMode = false;
    else if (path) {
      const [group, leaf] = path.split('.') as [string, string?];
      options[group] = leaf ? { ...options[group], [leaf]: value } : value;
    } else if (path === undefined && !FOREIGN.test(key))
      problems.push(['attribute', attribute(key), Object.keys(paths).map(attribute)]);
  }
  if (services.length) options.services = services.map(toService);
  return { options, problems };
}
