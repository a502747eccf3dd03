import type { Problem } from './problems.js';
import { CATEGORY_KEY } from './record.js';
import type { Options } from './types.js';

/** The keys that an option may have, or the values it may take. */
export const known: Readonly<Record<string, string>> = {
  options: 'controller policy services categories region revision consentMode ui',
  controller: 'name',
  policy: 'url version',
  consentMode: 'mode waitForUpdate regions urlPassthrough adsDataRedaction event false',
  ui: 'layout scheme lang texts',
  mode: 'basic advanced',
  layout: 'bar card modal',
  scheme: 'light dark',
  category: 'label description gpc signals',
};

const REGION = /^(?!EEA?$|EU$)[A-Z]{2}(-[A-Z\d]{1,3})?$/i;

/**
 * What is wrong with a site's options. Empty: nothing.
 *
 * @example checkOptions({ polcy: {} }) // [['key', 'polcy', 'options']]
 */
export function checkOptions(options: Options): Problem[] {
  const problems: Problem[] = [];
  const test = (fine: unknown, ...problem: Problem) => fine || problems.push(problem);
  const check = (at: string, value: unknown) => {
    const allowed = known[at]?.split(' ');
    if (!allowed || value === undefined) return;
    if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) {
        test(allowed.includes(key), 'key', key, at);
        check(key, inner);
      }
    else test(allowed.includes(String(value)), 'value', at, value);
  };
  const checkCategory = (key: string) => test(CATEGORY_KEY.test(key), 'category-key', key);
  const checkRegion = (code: string) => test(REGION.test(code), 'region', code);

  check('options', options);
  const { services = [], categories = {}, region, consentMode } = options;
  for (const [key, value] of Object.entries(categories)) {
    checkCategory(key);
    check('category', value);
  }
  const ids = new Set<unknown>();
  if (test(Array.isArray(services), 'value', 'services', services) === true)
    for (const { id, name, provider, category, api, tagId = '' } of services) {
      test(id && name && provider && category, 'service', id);
      checkCategory(category);
      test(!ids.has(id), 'duplicate', id);
      ids.add(id);
      if (api) {
        test((api === 'gtm' ? /^GTM-\w+$/ : /^(G|GT|AW)-\w+$/).test(tagId), 'tag-id', id, tagId);
        test(category !== 'necessary', 'not-necessary', id);
      }
    }
  if (region !== undefined) checkRegion(region);
  if (consentMode) for (const row of consentMode.regions ?? []) row.region.forEach(checkRegion);
  return problems;
}
