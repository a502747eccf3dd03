import { known } from '../policy/check-options.js';
import type { Problem, ProblemCode } from '../policy/problems.js';

const list = (keys: string) => keys.split(' ').join(', ');

const sentences: Record<ProblemCode, (...about: string[]) => string> = {
  key: (key, at) => `Unknown key "${key}" in ${at}. Known: ${list(known[at as string] ?? '')}.`,
  value: (option, value) =>
    `"${value}" is no value for ${option}. It takes ${known[option as string] ? list(known[option as string] ?? '') : 'a list'}.`,
  region: (code) => `"${code}" is no ISO 3166 code such as DE or US-CA. Name each country: EU and EEA match nobody.`,
  'category-key': (key) => `"${key}" cannot name a category. Start with a letter; use letters, digits, - and _.`,
  service: (id) => `The service "${id}" needs an id, a name, a provider and a category.`,
  duplicate: (id) => `Two services have the id "${id}". Give each its own.`,
  'tag-id': (id, tagId) =>
    `"${tagId}" is no id for the service ${id}. It should look like ${id === 'gtm' ? 'GTM' : 'G'}-XXXX.`,
  'not-necessary': (id) => `The service "${id}" is not strictly necessary. Put it into analytics or marketing.`,
  attribute: (name, names) => `Unknown attribute ${name}. Known: ${names}.`,
  json: (error) => `The JSON in <script data-askfirst-config> cannot be read: ${error}. Mend it.`,
  category: (key, keys) =>
    `There is no category "${key}", so it stays denied. Known: ${keys}. Declare a service or a category for it.`,
  ungated: () => 'A <script data-consent> has run before consent. Add type="text/plain" to hold it.',
  late: () => 'Installed too late: a Google tag was queued before the consent default. Put Askfirst first in <head>.',
  interface: (error) => `The interface did not load, so everything stays denied. Serve its files beside the script. ${error}`,
  sweep: (error) => `What lost its consent could not be removed. Serve the sweep file beside the script. ${error}`,
};

const configuration: readonly ProblemCode[] = [
  'key',
  'value',
  'region',
  'category-key',
  'service',
  'duplicate',
  'tag-id',
  'not-necessary',
  'attribute',
  'json',
];

/**
 * Problems as one message that says how to mend each.
 *
 * @example explain([['duplicate', 'ga4']]) // 'Two services have the id "ga4". …'
 */
export function explain(problems: readonly Problem[]): string {
  const texts = problems.map(([code, ...about]) => sentences[code](...about.map(String)));
  if (problems.some(([code]) => configuration.includes(code))) texts.push('Until then everything stays denied.');
  return texts.join(' ');
}
