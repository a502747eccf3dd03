import type { Problem } from '../policy/problems.js';
import { CATEGORY_KEY } from '../policy/record.js';
import type { Options } from '../policy/types.js';
import { isStore, paths, REGION, SERVICE_OPTION, STORAGE_KIND, TAG_ID, UNIT, values } from '../policy/valid.js';

const groups = [...new Set(['services', 'categories', ...paths.map((path) => path.split('.')[0] as string)])];
/** The words an expression chooses between. */
const wordsOf = ({ source }: RegExp) =>
  source
    .replace(/[^\w|]/g, '')
    .split('|')
    .filter(Boolean);
const categoryOptions = ['label', 'description', 'gpc', 'signals'];

/** The keys that stand beside each other: those of the options, or of one group in them. */
const siblings = (group: string) =>
  group ? paths.filter((path) => path.startsWith(`${group}.`)).map((path) => path.split('.')[1] as string) : groups;

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);

/**
 * What is wrong with a site's options, each with where. Empty: nothing.
 *
 * @example checkOptions({ polcy: {} }) // [['key', 'polcy', 'options', 'controller, policy, …']]
 */
export function checkOptions(options: Options): Problem[] {
  const problems: Problem[] = [];
  const test = (fine: unknown, ...problem: Problem) => {
    if (!fine) problems.push(problem);
    return !!fine;
  };
  const checkKeys = (value: unknown, at: string, allowed: readonly string[]) => {
    if (test(isObject(value), 'object', at))
      for (const key of Object.keys(value as object)) test(allowed.includes(key), 'key', key, at, allowed.join(', '));
  };
  const checkCategory = (key: unknown) => test(CATEGORY_KEY.test(key as string), 'category-key', key);

  // What the script tag's entry makes of JSON that cannot be read.
  if ((options?.services as unknown) instanceof Error) return [['json', options.services]];
  checkKeys(options, 'options', groups);
  if (problems.some(([code]) => code === 'object')) return problems;
  const { services = [], categories = {}, consentMode, ...others } = options;
  for (const [group, value] of Object.entries({ ...others, consentMode: consentMode || undefined })) {
    if (value === undefined || !groups.includes(group)) continue;
    const leaves = siblings(group);
    if (leaves.length) checkKeys(value, group, leaves);
    if (leaves.length && !isObject(value)) continue;
    for (const [path, allowed] of Object.entries(values)) {
      if (path !== group && !path.startsWith(`${group}.`)) continue;
      const given = path === group ? value : (value as Record<string, unknown>)[path.slice(group.length + 1)];
      if (given === undefined) continue;
      if (allowed === REGION) test(REGION.test(given as string), 'region', given);
      else test(allowed.test(given as string), 'value', path, given, wordsOf(allowed).join(', '));
    }
  }
  if (!test(isObject(categories), 'object', 'categories')) return problems;
  for (const [key, own] of Object.entries(categories)) {
    checkCategory(key);
    checkKeys(own, `category "${key}"`, categoryOptions);
  }
  const ids = new Set<unknown>();
  if (test(Array.isArray(services), 'list', 'services'))
    for (const service of services) {
      const { id, name, provider, category, api, tagId = '', moreTagIds = [], stores = [] } = service ?? {};
      const at = `service "${id}"`;
      checkKeys(service, at, wordsOf(SERVICE_OPTION));
      if (test(Array.isArray(stores), 'list', `stores of ${at}`))
        for (const store of stores)
          test(
            isObject(store) && isStore(store, api),
            'store',
            store?.name,
            id,
            wordsOf(STORAGE_KIND).join(', '),
            wordsOf(UNIT).join(', '),
          );
      test(id && category && (api || (name && provider)), 'service', id);
      checkCategory(category);
      test(!ids.has(id), 'duplicate', id);
      ids.add(id);
      if (api) {
        if (test(Array.isArray(moreTagIds), 'list', `moreTagIds of ${at}`))
          for (const each of [tagId, ...moreTagIds])
            test(Object.hasOwn(TAG_ID, api) && TAG_ID[api].test(each), 'tag-id', id, each);
        test(category !== 'necessary', 'not-necessary', id);
      }
    }
  const { regions = [] } = consentMode || {};
  if (test(Array.isArray(regions), 'list', 'consentMode.regions'))
    for (const row of regions)
      if (test(Array.isArray(row?.region), 'list', 'region'))
        for (const code of row.region) test(REGION.test(code), 'region', code);
  return problems;
}
