import type { Service } from '@askfirst/data';
import { resolveCategories } from './categories.js';
import type { ExplainedCode } from './problems.js';
import { CATEGORY_KEY } from './record.js';
import type { Category, CategoryOptions, ConsentModeOptions, Options } from './types.js';
import {
  faultOf,
  fits,
  isExempt,
  isForAll,
  isObject,
  notPlaces,
  type Rule,
  type Rules,
  ruleOf,
  rules,
  service,
} from './valid.js';

/** A mistake in these concerns looks, or the strictest rules apply without them. A mistake anywhere else may change what runs. */
export const HARMLESS =
  /^(controller|policy|region|regimes|consentMode|ui|withdrawal|markup|importFrom)\b|\.(label|description|policyUrl)$/;

/** A name, and the name without its first letter, without its second, and so on. */
const cuts = (name: string): string[] => {
  const letters = [...name.toLowerCase().replace(/[^a-z\d]/g, '')];
  return [letters, ...letters.map((_, at) => letters.filter((_, other) => other !== at))].map(String);
};
/** Whether a name is probably a misspelling of another: one letter added, missing or different, or two swapped. */
export const isNear = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) < 3 && cuts(one).some((cut) => cuts(other).includes(cut));

/** The categories to which a vendor's tag in a wrong category may belong. */
const VENDORS_PLACES = ['analytics', 'marketing'];

/** Called for each mistake with a code, where it is, and details. */
export type Report = (code: ExplainedCode, at: string, ...about: unknown[]) => void;

/** The valid part of a site's options. */
export interface Reading {
  readonly options: Options;
  /** Includes those that a mistake is about: they are denied. */
  readonly categories: readonly Category[];
  readonly isRight: boolean;
}

/**
 * Reads a site's options, and drops what is invalid. A mistake in a service or a category denies that category, because a choice
 * about the valid part would not cover the rest. A mistake in an option on which every choice depends denies everything.
 */
export function readOptions(raw: Options, report?: Report): Reading {
  let slips = 0;
  let harms = 0;
  let isPlaceUnsure = false;
  const fail = (code: ExplainedCode, at: string, ...about: unknown[]): undefined => {
    slips++;
    if (!HARMLESS.test(at)) harms++;
    if (/^regimes\b/.test(at)) isPlaceUnsure = true;
    report?.(code, at, ...about);
  };
  // biome-ignore lint/suspicious/noExplicitAny: a valid value has the type that its rule describes.
  const read = (value: unknown, rule: Rule | undefined, at: string): any => {
    if (Array.isArray(rule))
      return Array.isArray(value)
        ? value
            .map((each) => read(each, rule[0], each?.name ? `${at} "${each.name}"` : at))
            .filter((each) => each !== undefined)
        : fail('list', at);
    if (rule instanceof RegExp || !rule) return fits(value, rule) ? value : fail('value', at, value, rule);
    if (!isObject(value)) return fail('object', at);
    const right = { __proto__: null } as unknown as Record<string, unknown>;
    for (const [key, each] of Object.entries(value)) {
      const known = ruleOf(rule as Rules, key);
      const meant = known ? key : Object.keys(rule).find((name) => isNear(key, name));
      const path = at + (at && '.') + (meant ?? (at && key));
      if (isExempt(rule as Rules, key, each)) right[key] = each;
      else if (known) right[key] = read(each, known, path);
      // An unknown attribute may be a misspelt service, but without it less is asked and nothing more runs.
      else
        fail(
          'key',
          typeof each === 'string' && /^(services|categories)$/.test(path) ? 'ui' : path || 'ui',
          key,
          at,
          rule,
          meant,
        );
    }
    return right;
  };

  const { services = [], categories = {}, ...others } = isObject(raw) ? raw : {};
  if (!isObject(raw)) fail('object', 'options');
  const options: Record<string, unknown> = read(others, rules, '');
  const given = ((others.consentMode || undefined) as ConsentModeOptions | undefined)?.regions as unknown;
  if (
    Array.isArray(given) &&
    given.some((row) => isObject(row) && Array.isArray(row.region ?? []) && isForAll(row as never))
  )
    fail('list', 'consentMode.regions.region');
  for (const code of notPlaces(others)) fail('value', 'regimes', code);
  // The visitor's place may be one where the owner asks first: without a place the strictest rules apply.
  if (isPlaceUnsure) delete options.region;
  const names = { __proto__: null } as unknown as Record<string, CategoryOptions>;
  const wrong = new Set<string>();
  let isAllWrong = harms > 0;

  const members = new Map<string, Service>();
  if (!Array.isArray(services) || !isObject(categories)) isAllWrong = true;
  if (!Array.isArray(services)) fail('list', 'services');
  else
    services.forEach((each: Partial<Service> | undefined, index) => {
      const before = harms;
      const at = `service "${typeof each?.id === 'string' && each.id ? each.id : `number ${index + 1}`}"`;
      const own: Service = read(each, service, at) ?? {};
      const twin = members.get(own.id);
      // One message for each service is enough.
      const fault = harms === before && faultOf(own, !!twin);
      if (fault) fail(fault, at, own);
      const keys = [own.category ?? []].flat();
      for (const key of keys) names[key] = {};
      // The same object: whether its script has run is remembered by it.
      if (harms === before) members.set(own.id, each as Service);
      else if (!keys[0]) isAllWrong = true;
      else for (const key of [keys, twin?.category ?? [], own.api ? VENDORS_PLACES : []].flat(2)) wrong.add(key);
    });

  if (!isObject(categories)) fail('object', 'categories');
  else
    for (const [key, each] of Object.entries(categories)) {
      const before = harms;
      const at = `category "${key}"`;
      const right = each === undefined ? each : read(each, ruleOf(rules.categories as Rules, key), at);
      if (!CATEGORY_KEY.test(key)) fail('category-key', at, key);
      names[key] = right ?? {};
      if (harms > before) wrong.add(key);
    }

  const isWrong = (key: string) => key !== 'necessary' && (isAllWrong || wrong.has(key));
  const right = {
    __proto__: null,
    ...options,
    services: [...members.values()].filter((each) => ![each.category].flat().some(isWrong)),
    categories: names,
  } as unknown as Options;
  return {
    options: right,
    categories: resolveCategories(right).map((each) =>
      isWrong(each.key) ? { ...each, covers: [], signals: [], isInvalid: true } : each,
    ),
    isRight: !slips,
  };
}
