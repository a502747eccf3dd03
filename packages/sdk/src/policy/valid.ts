import type { Lifetime, Service, StoredItem } from '@askfirst/data';
import { CATEGORY_KEY } from './record.js';
import { isVendorTag } from './tag-id.js';
import type { Options } from './types.js';

/** What an option may hold: a text like this, a boolean, a list of this, these keys (`*`: any), or what a function says yes to. */
export type Rule = RegExp | true | ((value: unknown) => unknown) | readonly [Rule] | { readonly [key: string]: Rule };

const ANY = /^/;
const WORDS = /\S/;
export const STORAGE_KIND = /^(cookie|localStorage|sessionStorage|indexedDB|cacheStorage)$/;
export const UNIT = /^(second|minute|hour|day|week|month|year)$/;
/** ISO 3166. `EU` looks like a code, but matches nobody. */
export const PLACE = /^(?!EU$)[A-Z]{2}(-\w{1,3})?$/i;
export const SIGNAL =
  /^(ad_(storage|user_data|personalization)|(analytics|functionality|personalization|security)_storage)$/;
/** What Google's ids look like, https://support.google.com/tagmanager/answer/12326985 */
export const TAG_ID = { gtag: /^(GT?|AW|DC)-\w+$/, gtm: /^GTM-\w+$/ };
/** Written onto script tags by frameworks and proxies, which is no mistake of the owner's. */
const FOREIGN = /^(nscript|turbo|rh$|hid$|wp[A-Z]|no[A-Z]|react|next|vue|v-|astro|svelte|precedence$|href$|pagespeed)/;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

const isLifetime = (lifetime: Lifetime | undefined) =>
  /^(session|persistent)$/.test(isText(lifetime) ? lifetime : '') ||
  (Array.isArray(lifetime) && lifetime[0] > 0 && lifetime[0] < 1e6 && UNIT.test(lifetime[1]));

/** Whether all is said of an entry in the visitor's browser. Of a vendor's own only the name need be known here. */
export const isStore = (store: unknown, api?: unknown): boolean => {
  if (!isObject(store)) return false;
  const { name, kind, lifetime, path = '' } = store as Partial<StoredItem>;
  return fits(name, WORDS) && isText(path) && ((!!api && !kind) || (fits(kind, STORAGE_KIND) && isLifetime(lifetime)));
};

/** Whether Google knows such a signal, and such a state of it. */
export const isGrant = (signal: string, state: unknown): boolean =>
  SIGNAL.test(signal) && fits(state, /^(granted|denied)$/);
const isRegionalDefault = (row: unknown): boolean =>
  isObject(row) &&
  Object.entries(row).every(([key, value]) => (key === 'region' ? fits(value, [PLACE]) : isGrant(key, value))) &&
  // Without a place it would be a default for everybody.
  !!(row.region as unknown[])?.[0];
/** A text, or several by name. */
const isTexts = (value: unknown): boolean =>
  isObject(value) ? Object.values(value).every(isTexts) : fits(value, WORDS);

/** What may be said of what is necessary, which is granted whatever else it says. */
export const words: Rule = { label: WORDS, description: WORDS };
export const rules: { readonly [group: string]: Rule } = {
  controller: { name: WORDS },
  policy: { url: ANY, version: ANY },
  services: [
    {
      // Choices hold ids in lists separated by commas; what begins with @ is a revision.
      id: /^\w[\w.-]*$/,
      name: WORDS,
      provider: WORDS,
      category: CATEGORY_KEY,
      policyUrl: ANY,
      hosts: [WORDS],
      stores: [isObject],
      script: WORDS,
      api: /^(gtag|gtm)$/,
      tagId: ANY,
      optOutFlag: WORDS,
      stopsLive: true,
    },
  ],
  categories: { '*': { ...(words as object), gpc: true, signals: [SIGNAL] } },
  region: (value): boolean => value === '' || fits(value, PLACE),
  revision: ANY,
  consentMode: {
    mode: /^(basic|advanced|off)$/,
    waitForUpdate: (value) => typeof value === 'number' && value >= 0 && value < 1e6,
    regions: [isRegionalDefault],
    urlPassthrough: true,
    adsDataRedaction: true,
    event: WORDS,
  },
  ui: { lang: ANY, layout: /^(bar|card|modal)$/, scheme: /^(light|dark)$/, texts: { '*': isTexts } },
  withdrawal: (value): boolean => typeof value === 'function' || fits(value, /^(signal|reload)$/),
  cookieDomain: /^\.?([a-z\d-]+\.)+[a-z\d-]+$/i,
};

type Rules = { readonly [key: string]: Rule };
export const ruleOf = (rule: Rules, key: string): Rule | undefined => rule[Object.hasOwn(rule, key) ? key : '*'];
/** What needs no rule: nothing, the mode that is `false`, and what others have written. */
export const isExempt = (rule: Rules, key: string, value: unknown): boolean =>
  value === undefined ||
  (rule === rules && (key === 'consentMode' ? value === false : isText(value) && FOREIGN.test(key)));

/** Whether a value is what a rule asks for. */
export function fits(value: unknown, rule: Rule | undefined): boolean {
  if (rule instanceof RegExp) return isText(value) && rule.test(value);
  if (typeof rule === 'function') return !!rule(value);
  if (Array.isArray(rule)) return Array.isArray(value) && value.every((each) => fits(each, rule[0]));
  if (!isObject(rule)) return value === !!value && !!rule;
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([key, each]) => isExempt(rule as Rules, key, each) || fits(each, ruleOf(rule as Rules, key)),
    )
  );
}

/** What else is wrong with a service whose every field is right by itself. */
export function faultOf(
  each: Service,
  isTaken: boolean,
): 'service' | 'tag-id' | 'store' | 'duplicate' | 'not-necessary' | undefined {
  const { id, name, provider, category, api, tagId = '', stores = [] } = each;
  if (!id || !category || !(api || (name && provider))) return 'service';
  // What is shown as Google Analytics is that, and no account of Google Ads.
  if (api && !(id === 'ga4' ? /^GT?-\w+$/ : TAG_ID[api]).test(tagId)) return 'tag-id';
  if (!stores.every((store) => isStore(store, api))) return 'store';
  if (isTaken) return 'duplicate';
  return category === 'necessary' && isVendorTag(each) ? 'not-necessary' : undefined;
}

/**
 * Whether nothing is wrong with a site's options. Where something is, `policy/read-options.ts` finds out what, and what is left;
 * a property test sees to it that the two agree.
 */
export const areValid = (options: Options): boolean => {
  const { services = [], categories = {} } = options;
  return (
    fits(options, rules) &&
    services.every((each, index) => !faultOf(each, services.findIndex(({ id }) => id === each.id) < index)) &&
    Object.keys(categories).every((key) => CATEGORY_KEY.test(key)) &&
    fits(categories.necessary ?? {}, words)
  );
};
