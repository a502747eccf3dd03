import type { Service } from '@askfirst/data';
import { ids } from '@askfirst/data/services/ids';
import { tags } from '@askfirst/data/services/tags';
import { toolIds } from '@askfirst/data/tools/ids';
import { HOST_ENTRY } from './declared.js';
import { CATEGORY_KEY } from './record.js';
import type { Options } from './types.js';

/** What an option may be: a value whose JSON fits an expression, a list, or an object with these keys (`*`: any other). */
export type Rule = RegExp | readonly [Rule] | Rules;
export type Rules = { readonly [key: string]: Rule };

const TEXT = /^"/;
const WORDS = /^".*[^\s"]/;
const BOOLEAN = /^(true|false)$/;
export const STORAGE_KIND = /^"(cookie|localStorage|sessionStorage|indexedDB|cacheStorage)"$/;
export const LIFETIME =
  /^("session"|"persistent"|"unknown"|\[(?!0,)[\d.]+,"(second|minute|hour|day|week|month|year)"])$/;
/** Attributes that frameworks and proxies write on script tags. They are no mistakes of the owner. */
const FOREIGN = /^(cf|nscript|turbo|rh$|hid$|wp|no[A-Z]|v-|react|next)/;

/** An old tool: its id, or an object, of which only `tool` has to be there; one, a list of them, or ids separated by spaces. */
const OLD_TOOLS = /* @__PURE__ */ ((id: string) => {
  const field = `"tool":"${id}"|"names":{("[^"\\\\]+":"[a-zA-Z][\\w.-]*",?)*}|"since":"\\d{4}-\\d\\d-\\d\\d"|"days":[1-9]\\d*`;
  const one = `("${id}"|{(?=.*"tool":)(${field})(,(${field}))*})`;
  return new RegExp(`^("${id}( ${id})*"|${one}|\\[${one}(,${one})*])$`);
})(`(${toolIds.join('|')})`);

const words = { label: WORDS, description: WORDS };
export const service: Rules = {
  // The head stub reads lists of ids separated by commas, where an entry with @ is the revision.
  id: /^"\w[\w.-]*"$/,
  name: WORDS,
  provider: WORDS,
  category: /^\[?("[a-zA-Z][\w-]*",?)+(?<!,)\]?$/,
  country: /^"[A-Z]{2}"$/,
  policyUrl: TEXT,
  hosts: [/* @__PURE__ */ new RegExp(`^"${HOST_ENTRY}"$`, 'i')],
  stores: [{ name: WORDS, kind: STORAGE_KIND, lifetime: LIFETIME, path: TEXT }],
  script: WORDS,
  api: /* @__PURE__ */ new RegExp(
    `^"(${Object.values(tags)
      .map((tag) => tag?.api)
      .join('|')})"$`,
  ),
  tagId: TEXT,
  moreTagIds: [WORDS],
  config: { '*': /^/ },
  optOutFlag: /^\[?".*[^\s"\]]/,
  exemption: /^"(audience-measurement|appearance)"$/,
  stopsLive: BOOLEAN,
};
export const rules: Rules = {
  controller: { name: WORDS },
  policy: { url: TEXT, version: TEXT },
  services: [service],
  categories: {
    // Always granted, so it has no other options.
    necessary: words,
    '*': {
      ...words,
      gpc: BOOLEAN,
      signals: [
        // Google's, or one of the owner's own, which must not be one of Google's misspelt.
        /^"(?:(ad_storage|ad_user_data|ad_personalization|analytics_storage|functionality_storage|personalization_storage|security_storage)|(?!ad_|analytics|functional|personal|security)[a-zA-Z]\w*(?<!_storage))"$/,
      ],
    },
  },
  // ISO 3166, or empty, as a template writes it for an unknown place. `EU` looks like a code, but no visitor has it.
  region: /^"((?!EU")[A-Z]{2}(-\w{1,3})?)?"$/i,
  // Nothing looser can be said.
  regimes: { '*': /^"(opt-in)"$/ },
  revision: TEXT,
  perService: [WORDS],
  consentMode: {
    mode: /^"(basic|advanced|off)"$/,
    waitForUpdate: /^\d/,
    regions: [{ region: [/^"(?!EU")[A-Z]{2}(-\w{1,3})?"$/i], '*': /^"(granted|denied)"$/ }],
    urlPassthrough: BOOLEAN,
    adsDataRedaction: BOOLEAN,
    event: WORDS,
  },
  ui: {
    lang: TEXT,
    layout: /^"(bar|card|modal|none)"$/,
    position: /^"(top|bottom|bottom-start|bottom-end|center)"$/,
    logo: WORDS,
    scheme: /^"(light|dark)"$/,
    placeholder: /^"(card|none)"$/,
    // A text, or several in an object: none is empty.
    texts: { '*': /^(?!.*:"\s*")({|".*[^\s"])/ },
  },
  // The JSON of a function is `undefined`.
  withdrawal: /^(undefined|"(signal|reload)")$/,
  site: WORDS,
  cookieDomain: /^"\.?([a-z\d-]+\.)+[a-z\d-]+"$/i,
  markup: OLD_TOOLS,
  importFrom: OLD_TOOLS,
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

export const ruleOf = (rule: Rules, key: string): Rule | undefined => rule[Object.hasOwn(rule, key) ? key : '*'];

/** Values without a rule: `undefined`, `consentMode: false`, and attributes of frameworks. */
export const isExempt = (rule: Rules, key: string, value: unknown): boolean =>
  value === undefined ||
  (rule === rules && (key === 'consentMode' ? value === false : typeof value === 'string' && FOREIGN.test(key)));

/** Whether a value fits a rule. */
export const fits = (value: unknown, rule: Rule | undefined): boolean =>
  rule instanceof RegExp
    ? rule.test(JSON.stringify(value))
    : Array.isArray(rule)
      ? Array.isArray(value) && value.every((each) => fits(each, rule[0]))
      : !!rule &&
        isObject(value) &&
        Object.entries(value).every(
          ([key, each]) => isExempt(rule as Rules, key, each) || fits(each, ruleOf(rule as Rules, key)),
        );

/** Whether an id belongs to the service: visitors must not see Google Analytics where the id is one of Google Ads. */
const isTagId = (tagId: string, id: string, api = tags[id]?.api) =>
  tags[id]?.api === api
    ? // For other services the owner gives the address of the script, which has the id already.
      tags[id]?.id?.pattern.test(tagId) !== false
    : Object.values(tags).some(
        (tag) => tag?.api === api && (!tag?.id || tag.id.pattern.test(tagId) || tag.id.others?.test(tagId)),
      );

/** What is wrong with a service whose fields are valid one by one. */
export function faultOf(
  each: Service,
  isTaken: boolean,
): 'service' | 'tag-id' | 'store' | 'duplicate' | 'not-necessary' | 'not-exempt' | undefined {
  const { id, name, provider, category, api, tagId, moreTagIds = [], stores = [], exemption } = each;
  if (!id || !category || !(api || (name && provider) || ids.includes(id))) return 'service';
  // Google's tags load from the start. Any other vendor's may be in the page by a snippet of the site's own.
  const isEarly = Object.values(tags).some((tag) => tag?.api === api && tag?.early);
  const tagIds = [tagId ?? (isEarly ? '' : []), moreTagIds].flat();
  if (!tagIds.every((each) => isTagId(each, id, api))) return 'tag-id';
  // For a vendor's service the catalogue has the rest.
  if (stores.some(({ name, kind, lifetime }) => !name || !(kind ? lifetime : api))) return 'store';
  if (isTaken) return 'duplicate';
  if (exemption && Object.values(tags).some((tag) => tag?.api === api && tag?.neverExempt)) return 'not-exempt';
  const keys = [category].flat();
  // What may be refused under another category is not strictly necessary.
  return keys.includes('necessary') && (keys[1] || api || (tagId !== undefined && tags[id]))
    ? 'not-necessary'
    : undefined;
}

/** The keys of `regimes` that are no place. */
export const notPlaces = ({ regimes }: Options): string[] =>
  isObject(regimes) ? Object.keys(regimes).filter((code) => !/^(\*|(?!EU$)[A-Z]{2}(-\w{1,3})?)$/i.test(code)) : [];

/** Whether a regional default has no place: Google would apply it to all visitors. */
export const isForAll = ({ region }: { region?: readonly string[] }): boolean => !region?.[0];

/**
 * Whether a site's options are valid. If not, `policy/read-options.ts` finds out what is wrong. A property test checks that the two
 * agree.
 */
export const areValid = (options: Options): boolean => {
  const { services = [], categories = {}, consentMode } = options;
  return (
    fits(options, rules) &&
    services.every((each, index) => !faultOf(each, services.findIndex(({ id }) => id === each.id) < index)) &&
    Object.keys(categories).every((key) => CATEGORY_KEY.test(key)) &&
    !notPlaces(options)[0] &&
    !(consentMode && consentMode.regions?.some(isForAll))
  );
};
