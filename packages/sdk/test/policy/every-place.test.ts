import type { Law, LawFile } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { byPlace } from '@askfirst/data/regimes/by-place';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { makeChoice } from '../../src/policy/choice.js';
import { deriveConsent } from '../../src/policy/consent.js';
import { resolveRegime } from '../../src/policy/regime.js';
import type { Category, ConsentRecord } from '../../src/policy/types.js';
import { DAY_MS } from '../arbitraries.js';

/** The moment of each answer. */
const THEN = Date.parse('2026-11-28T09:30:00.000Z');
const KEYS = ['functional', 'analytics', 'marketing'] as const;
const categories = resolveCategories({
  services: KEYS.map((key) => ({ id: key, name: key, provider: 'Example Ltd', category: key })),
});
const all = (value: boolean) => Object.fromEntries(KEYS.map((key) => [key, value]));

/** What a visitor of a place finds, some days after one answer about everything. */
function seenAt(place: string, answer: boolean | undefined, days = 0, gpc = false) {
  const regime = resolveRegime(place, {}, categories);
  const choices = Object.fromEntries(
    categories.slice(1).map((category: Category) => [category.key, makeChoice(category, !!answer, THEN, regime)]),
  );
  const record = { choices } as unknown as ConsentRecord;
  const { granted, ask, due } = deriveConsent(
    categories,
    regime,
    answer === undefined ? null : record,
    THEN + days * DAY_MS,
    gpc,
  );
  const { necessary: _, ...optional } = granted;
  return { granted: optional, ask, due };
}

/** What a model means: whether everything runs before a choice, and whether the visitor is asked. */
const models: Record<Law['model'], { runs: boolean; asks: boolean }> = {
  'opt-in': { runs: false, asks: true },
  'opt-out': { runs: true, asks: false },
  notice: { runs: true, asks: false },
  none: { runs: true, asks: false },
};

const places = await Promise.all(
  regimes.flatMap((regime) =>
    regime.places.map(async (place) => {
      const { law } = await (byPlace[place] as () => Promise<LawFile>)();
      return { place, law, ...regime, ...models[law.model] };
    }),
  ),
);

test('sees every place', () => expect(places.length).toBeGreaterThan(70));

describe.each(places)('$place ($id, $law.model)', ({ place, runs, asks, grantMaxAgeDays, refusalCooldownDays }) => {
  test('before a choice', () => {
    expect(seenAt(place, undefined)).toEqual({ granted: all(runs), ask: asks, due: asks ? [...KEYS] : [] });
  });

  test('Global Privacy Control keeps marketing off, also against a yes, and nobody is asked about it', () => {
    expect(seenAt(place, undefined, 0, true)).toEqual({
      granted: { ...all(runs), marketing: false },
      ask: asks,
      due: asks ? ['functional', 'analytics'] : [],
    });
    expect(seenAt(place, true, 0, true)).toEqual({ granted: { ...all(true), marketing: false }, ask: false, due: [] });
  });

  test('a yes lasts until its last day, then the law decides again', () => {
    expect(seenAt(place, true, grantMaxAgeDays - 1)).toEqual({ granted: all(true), ask: false, due: [] });
    const after = { granted: all(runs), ask: asks, due: asks ? [...KEYS] : [] };
    expect(seenAt(place, true, grantMaxAgeDays + 1)).toEqual(after);
  });

  test('a no rests until its last day; then it may be asked about, but nothing runs', () => {
    const rests = { granted: all(false), ask: false, due: [] };
    expect(seenAt(place, false, refusalCooldownDays - 1)).toEqual(rests);
    // Where things run until an objection, it does not end.
    const after = runs ? rests : { granted: all(false), ask: true, due: [...KEYS] };
    expect(seenAt(place, false, refusalCooldownDays + 1)).toEqual(after);
  });

  test('the option regimes asks first', () => {
    expect(resolveRegime(place, { [place]: 'opt-in' }, categories).rules).toEqual({});
  });
});
