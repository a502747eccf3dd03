import type { Lifetime, StoredItem } from '@askfirst/data';
import { CATEGORY_KEY } from './record.js';
import type { Options } from './types.js';

/** Every option that holds a value of its own, by its path. */
export const paths =
  'controller.name policy.url policy.version region revision site consentMode.mode consentMode.waitForUpdate consentMode.regions consentMode.urlPassthrough consentMode.adsDataRedaction consentMode.event ui.lang ui.layout ui.scheme ui.texts withdrawal cookieDomain'.split(
    ' ',
  );

const CATEGORY_OPTION = /^(label|description|gpc|signals)$/;
export const SERVICE_OPTION =
  /^(id|name|provider|category|policyUrl|hosts|stores|script|api|tagId|moreTagIds|config|optOutFlag|stopsLive)$/;
export const STORAGE_KIND = /^(cookie|localStorage|sessionStorage|indexedDB|cacheStorage)$/;
export const UNIT = /^(second|minute|hour|day|week|month|year)$/;
/** ISO 3166, or nothing: what a template writes for an unknown place. `EU` looks like a code, but matches nobody. */
export const REGION = /^(?!EU$)([A-Z]{2}(-\w{1,3})?|)$/i;
/** What the vendor's id of a site looks like. */
export const TAG_ID = { gtag: /^(GT?|AW)-\w+$/, gtm: /^GTM-\w+$/ };
/** What some options may be. */
export const values: Readonly<Record<string, RegExp>> = {
  'consentMode.mode': /^(basic|advanced|off)$/,
  // A function in its own words has one of the last two.
  withdrawal: /^(signal|reload)$|[(=]/,
  'ui.layout': /^(bar|card|modal)$/,
  'ui.scheme': /^(light|dark)$/,
  region: REGION,
};

const fits = (value: unknown, path: string): boolean =>
  value === undefined ||
  (paths.includes(path)
    ? (values[path]?.test(value as string) ?? true)
    : paths.some((known) => known.startsWith(`${path}.`)) &&
      Object.entries(value as object).every(([key, inner]) => fits(inner, `${path}.${key}`)));

const isLifetime = (lifetime: Lifetime | undefined) =>
  lifetime === 'session' ||
  lifetime === 'persistent' ||
  (Number(lifetime?.[0]) > 0 && UNIT.test(lifetime?.[1] as string));

/** Whether all is said of an entry in the visitor's browser. Of a vendor's own only the name need be known here. */
export const isStore = (store: StoredItem, api: unknown): boolean =>
  typeof store.name === 'string' &&
  ((!!api && !store.kind) || (STORAGE_KIND.test(store.kind) && isLifetime(store.lifetime)));

/**
 * Whether a site's options can be worked with. Where they cannot, `help/check-options.ts` says why; a property test
 * sees to it that every no has a reason.
 */
export function areValid({ services = [], categories = {}, consentMode, ...others }: Options): boolean {
  try {
    return (
      Object.entries({ ...others, consentMode: consentMode || undefined }).every(([key, value]) => fits(value, key)) &&
      Object.entries(categories).every(
        ([key, own]) => CATEGORY_KEY.test(key) && Object.keys(own).every((option) => CATEGORY_OPTION.test(option)),
      ) &&
      services.every(
        ({ id, name, provider, category, api, tagId, moreTagIds = [], stores = [], ...others }, index) =>
          Object.keys(others).every((option) => SERVICE_OPTION.test(option)) &&
          stores.every((store) => isStore(store, api)) &&
          id &&
          category &&
          (api
            ? category !== 'necessary' && [tagId, ...moreTagIds].every((each) => TAG_ID[api].test(each as string))
            : name && provider) &&
          CATEGORY_KEY.test(category) &&
          services.findIndex((other) => other.id === id) === index,
      ) &&
      ((consentMode && consentMode.regions) || []).every(({ region }) => region.every((code) => REGION.test(code)))
    );
  } catch {
    return false;
  }
}
