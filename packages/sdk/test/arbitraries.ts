import type { RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import type { Choice, ConsentRecord, Method } from '../src/policy/types.js';

export const DAY_MS = 86_400_000;

/** What every object inherits has a test of its own, state/inherited-names.test.ts. */
export const categoryKey = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom('functional', 'analytics', 'marketing') },
    { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z][\w-]{0,8}$/) },
  )
  .filter((key) => key !== 'necessary' && !(key in {}));

/** Few, so that what was asked and what is asked meet. */
export const serviceId = fc.constantFrom('ga4', 'gtm', 'chat', 'player', '@2');

export const asks = fc.uniqueArray(serviceId, { maxLength: 3 });

export const method = fc.constantFrom<Method>('banner', 'preferences', 'inline', 'embed', 'api');

export const everyRegime: readonly RegimeRules[] = [...regimes, strictest];

/** One regime for each rule, one with several, and the one for unknown places, which has clocks of its own. */
export const regime = fc.constantFrom<RegimeRules>(
  strictest,
  ...(['ask', 'run-until-objection', 'inform', 'exempt'] as const).map(
    (rule) => regimes.find((each) => each.rules.others === rule) as RegimeRules,
  ),
);

/** Milliseconds since the epoch, from 2020 to 2033. */
export const time = fc.integer({ min: 1_577_836_800_000, max: 2_000_000_000_000 });

/** Milliseconds, most of them close to something that matters. */
const distance = fc.oneof(
  fc.constantFrom(-1, 0, 1, DAY_MS - 1, DAY_MS, DAY_MS + 1),
  fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }),
);

/** A choice about things, made and ending around `now`. */
export const choiceAround = (now: number, asked: fc.Arbitrary<readonly string[]> = asks): fc.Arbitrary<Choice> =>
  fc.record({ granted: fc.boolean(), at: distance, until: distance, asked }).map(({ granted, at, until, asked }) => ({
    granted,
    at: new Date(now + Math.min(at, until)).toISOString(),
    until: new Date(now + Math.max(at, until)).toISOString(),
    asked,
  }));

const text = fc.string({ maxLength: 12, unit: 'grapheme' });

export const recordWith = (choices: fc.Arbitrary<Record<string, Choice>>): fc.Arbitrary<ConsentRecord> =>
  fc.record({
    v: fc.constant(1 as const),
    id: text,
    policy: fc.option(text),
    locale: fc.constantFrom('en', 'th', null),
    method,
    regime: regime.map(({ id }) => id),
    checked: fc.option(fc.nat(999_999_999)),
    choices,
  });

/** A record as this or another build of the same version may have left it. */
export const record = time.chain((now) =>
  recordWith(fc.dictionary(categoryKey, choiceAround(now), { minKeys: 1, maxKeys: 4, noNullPrototype: true })),
);

type Path = readonly (string | number)[];

/** Every place in a value, from the outside in. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

/** A copy in which one place holds something else. */
export function replaceAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = replaceAt(copy[key], rest, other);
  return copy;
}

/** Good values with one place spoilt. */
export const spoilt = <T>(good: fc.Arbitrary<T>, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.nat(), other).map(([value, place, replacement]) => {
    const paths = pathsIn(value);
    return replaceAt(value, paths[place % paths.length] as Path, replacement);
  });
