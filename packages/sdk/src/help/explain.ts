import type { Problem, ProblemCode } from '../policy/problems.js';
import type { Options } from '../policy/types.js';
import { checkOptions } from './check-options.js';

const attribute = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The attributes of the script tag a README reader knows. */
const attributes =
  'ga4 gtm categories controller policyUrl policyVersion region revision lang layout scheme consentMode withdrawal site cookieDomain asked'.split(
    ' ',
  );

const configuration: Partial<Record<ProblemCode, (...about: string[]) => string>> = {
  json: (error) => `The JSON in <script data-askfirst-config> cannot be read: ${error}. Mend it.`,
  key: (key = '', at, keys) =>
    at === 'options'
      ? // Attributes of the script tag become options.
        `Unknown option "${key}", or attribute ${attribute(key)}. Known options: ${keys}. Known attributes: ${attributes.map(attribute).join(', ')}.`
      : `Unknown key "${key}" in ${at}. Known: ${keys}.`,
  object: (at) => `${at} has to be an object.`,
  list: (at) => `${at} has to be a list.`,
  value: (option, value, allowed) => `"${value}" is no value for ${option}. It takes: ${allowed}.`,
  region: (code) => `"${code}" is no ISO 3166 code such as DE or US-CA. Name each country: EU and EEA match nobody.`,
  'category-key': (key) => `"${key}" cannot name a category. Start with a letter; use letters, digits, - and _.`,
  service: (id) => `The service "${id}" needs an id, a name, a provider and a category.`,
  store: (name, id, kinds, units) =>
    `The entry "${name}" in the stores of service "${id}" needs a name, a kind and a lifetime. Kinds: ${kinds}. Lifetimes: "session", "persistent", or a number and a unit such as [13, "month"]. Units: ${units}.`,
  duplicate: (id) => `Two services have the id "${id}". Give each its own.`,
  'tag-id': (id, tagId) =>
    `"${tagId}" is no id for the service ${id}. It should look like ${id === 'gtm' ? 'GTM' : 'G'}-XXXX.`,
  'not-necessary': (id) => `The service "${id}" is not strictly necessary. Put it into analytics or marketing.`,
};

const page: Partial<Record<ProblemCode, (...about: string[]) => string>> = {
  category: (key, keys = '') =>
    key
      ? `There is no category "${key}", so it stays denied. Known: ${keys.split(',').join(', ')}. Declare a service or a category for it.`
      : `An attribute data-consent names no category, so its tag stays off. Write one of: ${keys.split(',').join(', ')}.`,
  'region-promise': (error) =>
    `The promise for the region failed, so the strictest rules hold. Resolve it with a code such as DE. ${error}`,
  listener: (error) => `A listener of yours threw, and consent went on without it. Mend it: ${error}`,
  ungated: (name) =>
    name === 'script'
      ? 'A <script data-consent> has run before consent. Add type="text/plain" to hold it.'
      : `A <${name} data-consent> came with its address before consent. It was taken away, but the browser may have asked for it. Write data-src, data-srcset, data-href, data-poster; markup that you keep, keep as it was before consent.`,
  late: () => 'Installed too late: a Google tag was queued before the consent default. Put Askfirst first in <head>.',
  interface: (error) =>
    `The interface did not load, so everything stays denied. Serve its files beside the script. ${error}`,
  hidden: () =>
    'The banner has no box on the page: a filter list or your own styles hide <askfirst-ui>. Everything stays denied.',
  'no-consent': () =>
    'A component was given no consent, so all it asks for stays denied. Put <ConsentProvider> around your app in React, call app.provide(consentKey, consent) in Vue, or hand consent over as an argument.',
  sweep: (error) => `What lost its consent could not be removed. Serve the sweep file beside the script. ${error}`,
};

/**
 * Problems as one message that says how to mend each.
 *
 * @example explain([['options', { services: [a, a] }]]) // 'Two services have the id "a". … Until then everything stays denied.'
 */
export function explain(problems: readonly Problem[]): string {
  const found = precise(problems);
  const texts = found.map(([code, ...about]) => (configuration[code] ?? page[code])?.(...about.map(String)));
  if (found.some(([code]) => configuration[code])) texts.push('Until then everything stays denied.');
  return texts.join(' ');
}

/** The same problems, with each mistake in the options by itself. */
export function precise(problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((problem): readonly Problem[] => {
    if (problem[0] !== 'options') return [problem];
    const found = checkOptions(problem[1] as Options);
    return found.length ? found : [['object', 'each part of the options']];
  });
}
