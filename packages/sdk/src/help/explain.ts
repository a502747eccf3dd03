import { services } from '@askfirst/data/services';
import { tags } from '@askfirst/data/services/tags';
import { LAZY } from '../policy/lazy.js';
import type { Problem } from '../policy/problems.js';
import { HARMLESS } from '../policy/read-options.js';
import type { Consent, Options } from '../policy/types.js';
import { attributes, checkOptions } from './check-options.js';

const attribute = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const configuration: Partial<Record<Problem[0], (...about: string[]) => string>> = {
  json: (error) => `The JSON in <script data-askfirst-config> cannot be read: ${error}. Fix the JSON.`,
  key: (key = '', at, keys, likely) =>
    at === 'options'
      ? // Attributes of the script tag become options.
        `Unknown option "${key}", or attribute ${attribute(key)}.${likely ? ` Did you mean ${attributes.includes(likely) ? attribute(likely) : likely}?` : ''} Known options: ${keys}. Known attributes: ${attributes.map(attribute).join(', ')}.`
      : `Unknown key "${key}" in ${at}.${likely ? ` Did you mean ${likely}?` : ''} Known: ${keys}.`,
  object: (at) => `${at} has to be an object.`,
  list: (at) => `${at} has to be a list.`,
  value: (option, value, allowed) => `"${value}" is not a valid value for ${option}. Allowed: ${allowed}.`,
  region: (code) =>
    `"${code}" is not an ISO 3166 code such as DE or US-CA. Name each country: EU and EEA are not codes.`,
  'category-key': (key) => `"${key}" is not a valid category key. Start with a letter; use letters, digits, - and _.`,
  service: (id) => `The service "${id}" needs an id, a name, a provider and a category.`,
  store: (name, id, kinds, units) =>
    `The entry "${name}" in the stores of service "${id}" needs a name, a kind and a lifetime. Kinds: ${kinds}. Lifetimes: "session", "persistent", "unknown", or a number and a unit such as [13, "month"]. Units: ${units}.`,
  duplicate: (id) => `Two services have the id "${id}". Give each its own id.`,
  'tag-id': (id = '', tagId = '') =>
    tags[id]?.id?.others?.test(tagId)
      ? `"${tagId}" is not an id of ${services[id]?.name}, which the service "${id}" is shown as. Declare what the id belongs to as a service of its own: { "id": "ads", "name": "Google Ads", "provider": "${services[id]?.provider}", "category": "marketing", "api": "${services[id]?.api}", "tagId": "${tagId}", "script": "${services[id]?.script}${tagId}" }.`
      : `"${tagId}" is not an id of the service "${id}". It should look like ${tags[id]?.id?.example ?? 'the one that the vendor shows in your account'}.`,
  'not-necessary': (id) => `The service "${id}" is not strictly necessary. Put it into analytics or marketing.`,
  'not-exempt': (id) =>
    `The service "${id}" uses the data for purposes of its vendor, so no exemption from consent covers it. Remove its exemption.`,
};

const page: Partial<Record<Problem[0], (...about: string[]) => string>> = {
  category: (key, keys = '') =>
    key
      ? `There is no category "${key}", so it stays denied. Known: ${keys.split(',').join(', ')}. Declare a service or a category for it.`
      : `A data-consent attribute names no category, so its element stays off. Write one of: ${keys.split(',').join(', ')}.`,
  'region-promise': (error) =>
    `The promise for the region failed, so the strictest rules apply. Resolve it with a code such as DE. ${error}`,
  law: (error) =>
    `The file of the law of this place did not load, so the strictest rules apply. Serve every file of the build. ${error}`,
  listener: (error) => `One of your listeners threw, and consent went on without it. Fix the listener: ${error}`,
  ungated: (name) =>
    name === 'script'
      ? 'A <script data-consent> has run before consent. Add type="text/plain" to hold it.'
      : `A <${name} data-consent> had its plain address before consent. Askfirst removed the address, but the browser may have requested it. Write data-src, data-srcset, data-href or data-poster instead, and store markup as it was before consent.`,
  queue: () =>
    "Google's queue cannot be used, so Google receives no consent signals: window.dataLayer is frozen or is not an array. Make it an array that can grow.",
  late: () => 'Installed too late: a Google tag was queued before the consent default. Put Askfirst first in <head>.',
  'google-snippet': (src) =>
    `Google's own snippet is still in the page: ${src} does not wait for consent. Remove the snippet; Askfirst loads Google's tag itself.`,
  'ungated-service': (name = '', src, service, category) =>
    `A <${name}> loads ${service} from ${src} before any consent: declaring a service does not hold its tag. ${
      name === 'script'
        ? `Write type="text/plain" data-consent="${category}", also for the snippet that adds it, or give the service its tagId and remove the snippet.`
        : `Write data-src in place of src, and data-consent="${category}".`
    }`,
  'json-unread': () =>
    'The JSON in <script data-askfirst-config> was not read, because it comes after the script. Put it before the script.',
  undeclared: (name, host, category) =>
    `A held <${name}> requests ${host}, which no service of the category "${category}" declares: visitors are not told about it, and what it stores is not removed after a withdrawal. Declare a service with hosts: ["${host}"].`,
  lang: (lang, shown) =>
    `There are no texts in "${lang}", so the interface is in "${shown}". Write your own in ui.texts, or leave lang out.`,
  interface: (error) =>
    `The interface did not load, so everything stays denied. Serve its files beside the script, all of one version; from another host they need the header Access-Control-Allow-Origin. ${error}`,
  hidden: () =>
    'The banner is not visible: a filter list or your own styles hide <askfirst-ui>. Everything stays denied.',
  'no-consent': () =>
    'A component was given no consent, so everything that it asks for stays denied. Put <ConsentProvider> around your app in React, call app.provide(consentKey, consent) in Vue, or pass consent as an argument.',
  // A service of the catalogue is named by its id, the file by its protocol.
  signal: (error, name = '') =>
    `The consent switch of "${name}" did not load or failed, so its services stay off. Serve "askfirst-signal-${tags[name]?.api ?? name}.js" beside the script. ${error}`,
  moving: (file, error) =>
    `The file for moving from another consent tool did not load or failed: visitors are asked, and the tool's tags stay off. Serve "askfirst-${file}.js" beside the script, of the same version. ${error}`,
  unmapped: (name, tool) =>
    `A tag marked for ${tool} waits for "${name}", which is no category here, so it stays off. Name its category in markup, under names.`,
  'no-time': (tool) =>
    `${tool} stores no time with an answer, so none is taken over. Say in importFrom since when its question has been what it was: since: "2026-05-01".`,
  script: (id) =>
    `Askfirst does not know where the script of the service "${id}" lies, so it loads none. Write its address as script, or remove tagId if your page loads it.`,
  withdrawal: (error) =>
    `The file that removes what lost its consent did not load or failed, so not everything was removed. Serve "askfirst-withdrawal.js" beside the script, of the same version. ${error}`,
};

/** Values may be of any type. Some objects throw when they become text. */
const show = (value: unknown): string => {
  try {
    return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Error)
      ? JSON.stringify(value)
      : String(value);
  } catch {
    return typeof value;
  }
};

/** Whether a problem denies nothing. */
const isHarmless = ([code, ...about]: Problem): boolean => {
  const [first, at, , likely] = about as string[];
  if (code === 'key')
    return at === 'options'
      ? !/^(services|categories|revision|site|cookieDomain)$/.test(likely ?? '')
      : HARMLESS.test(`${at}.${likely ?? first}`);
  return code === 'region' || (/^(value|object|list)$/.test(code) && HARMLESS.test(first ?? ''));
};

/** Whether a problem leaves open by which law the visitor is asked. */
const isAboutPlace = ([code, at, , , likely]: Problem): boolean =>
  code === 'region' || likely === 'regimes' || /^regimes\b/.test(String(at));

/** Whether a problem denies one category only. */
const isPartial = ([code, ...about]: Problem): boolean =>
  /^(service|store|duplicate|tag-id|not-necessary|not-exempt|category-key)$/.test(code) ||
  (/^(key|value|list)$/.test(code) && /^(service|category) "/.test(String(about[code === 'key' ? 1 : 0])));

/**
 * Problems as one message that says how to fix each.
 *
 * @example
 * explain([['options', { services: [a, a] }]])
 * // 'Two services have the id "a". Give each its own id. Until then every affected category stays denied.'
 */
export function explain(problems: readonly Problem[]): string {
  const found = precise(problems);
  const texts = found.map(([code, ...about]) => (configuration[code] ?? page[code] ?? String)(...about.map(show)));
  if (found.some(isAboutPlace)) texts.push('Until then the strictest rules apply.');
  const harms = found.filter((problem) => configuration[problem[0]] && !isHarmless(problem));
  if (harms[0])
    texts.push(`Until then ${harms.every(isPartial) ? 'every affected category' : 'everything'} stays denied.`);
  return texts.join(' ');
}

/** The same problems in detail: instead of the options, each mistake in them. */
export function precise(problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((problem): readonly Problem[] => {
    const [code, about, consent, isSure] = problem;
    // A service's own key is known once the options were checked: the review of the page looks again.
    if (code === 'category' && String(about).includes('__') && !isSure) return [];
    if (code === 'category') return [[code, about, Object.keys((consent as Consent).granted)]];
    if (code === 'ungated') {
      const { localName, outerHTML } = about as { localName: string; outerHTML: string };
      // A copy that the page made while the element was allowed. The owner did not write it.
      return outerHTML.includes(`${LAZY}="released"`) ? [] : [[code, localName]];
    }
    if (code !== 'options') return [problem];
    const found = checkOptions(about as Options);
    return found.length ? found : [['object', 'each part of the options']];
  });
}
