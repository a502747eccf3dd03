import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveConsent } from '../../src/policy/consent.js';
import type { Category, Choice, Consent, ConsentRecord } from '../../src/policy/types.js';
import { asks, categoryKey, choiceAround, DAY_MS, everyRegime, regime, time } from '../arbitraries.js';

const category = (key: string, gpc: boolean, asks: readonly string[]): Category => ({
  key,
  services: [],
  gpc,
  signals: [],
  covers: asks,
});

const categories = fc
  .uniqueArray(fc.tuple(categoryKey, fc.boolean(), asks), { maxLength: 4, selector: ([key]) => key })
  .map((rows) => [category('necessary', false, []), ...rows.map((row) => category(...row))]);

/** What the visitor once said: about what is asked now, about less, about more, or nothing. */
const situation = fc.tuple(categories, time).chain(([categories, now]) =>
  fc.record({
    categories: fc.constant(categories),
    now: fc.constant(now),
    gpc: fc.boolean(),
    choices: fc.tuple(
      ...categories.map(({ covers: asked }) =>
        fc.option(choiceAround(now, fc.oneof(fc.constant(asked), asks)), { nil: undefined }),
      ),
    ),
  }),
);
type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;

/** The record of a situation; `null` where nothing was ever said. */
function recordOf({ categories, choices }: Situation): ConsentRecord | null {
  const said = categories.flatMap(({ key }, index) => (choices[index] ? [[key, choices[index]] as const] : []));
  if (!said.length) return null;
  const rest = { v: 1, id: 'x', policy: null, locale: null, method: 'api', regime: 'gdpr', checked: null } as const;
  return { ...rest, choices: Object.fromEntries(said) };
}

const isLive = ({ at, until }: Choice, now: number) => Date.parse(until) > now && Date.parse(at) - now < DAY_MS;
const covers = ({ asked }: Choice, { covers }: Category) => covers.every((each) => asked.includes(each));

interface Judged {
  readonly category: Category;
  readonly choice: Choice | undefined;
  readonly granted: boolean;
  readonly reason: string;
  readonly isDue: boolean;
}

/** What was decided about every category but `necessary`. */
function judgedBy(situation: Situation, consent: Consent): Judged[] {
  return situation.categories.slice(1).map((category, index) => ({
    category,
    choice: situation.choices[index + 1],
    granted: consent.granted[category.key] as boolean,
    reason: consent.reasons[category.key] as string,
    isDue: consent.due.includes(category.key),
  }));
}

const derive = (each: Situation, law: (typeof everyRegime)[number] | null) =>
  deriveConsent(each.categories, law, recordOf(each), each.now, each.gpc);

const check = (laws: fc.Arbitrary<(typeof everyRegime)[number] | null>, holds: (s: Situation, c: Consent) => void) =>
  fc.assert(
    fc.property(situation, laws, (each, law) => holds(each, derive(each, law))),
    { numRuns: 400 },
  );

const optIn = regime.filter(({ rules }) => (rules.others ?? 'ask') === 'ask');
const others = regime.filter(({ rules }) => (rules.others ?? 'ask') !== 'ask');

describe('deriveConsent', () => {
  test('knows regimes of both kinds', () => {
    expect(new Set(everyRegime.map(({ rules }) => rules.others ?? 'ask'))).toEqual(
      new Set(['ask', 'inform', 'exempt', 'run-until-objection']),
    );
  });

  test('follows what a law says of one category, whatever the category is called', () => {
    const keys = ['analytics', 'marketing', 'constructor', '__proto__', 'others'];
    const categories = keys.map((key) => category(key, false, []));
    const law = { ...strictest, rules: { others: 'ask', analytics: 'inform' } } as const;
    const { granted, due } = deriveConsent(categories, law, null, 0, false);
    expect(keys.filter((key) => granted[key])).toEqual(['analytics']);
    expect(due).toEqual(keys.slice(1));
  });

  test('says yes or no about each category, and why', () => {
    check(fc.option(fc.constantFrom(...everyRegime)), ({ categories, gpc }, consent) => {
      const keys = categories.map(({ key }) => key);
      expect(Object.keys(consent.granted)).toEqual(keys);
      expect(Object.keys(consent.reasons)).toEqual(keys);
      for (const key of keys) expect(consent.granted[key]).toBeTypeOf('boolean');
      expect(consent.gpc).toBe(gpc);
    });
  });

  test('always grants what is necessary, and never asks about it', () => {
    check(fc.option(regime), (_, { granted, reasons, due }) => {
      expect(granted.necessary).toBe(true);
      expect(reasons.necessary).toBe('necessary');
      expect(due).not.toContain('necessary');
    });
  });

  test('grants nothing else and asks nothing while the regime is unknown', () => {
    check(fc.constant(null), (each, consent) => {
      expect(consent.regime).toBeNull();
      expect(consent.ask).toBe(false);
      for (const { granted, isDue } of judgedBy(each, consent)) expect([granted, isDue]).toEqual([false, false]);
    });
  });

  test('asks exactly when something is due, and nothing that is granted is', () => {
    check(fc.option(regime), ({ categories }, { granted, due, ask }) => {
      expect(ask).toBe(due.length > 0);
      for (const key of due) expect(granted[key]).toBe(false);
      expect(due).toEqual(categories.map(({ key }) => key).filter((key) => due.includes(key)));
    });
  });

  test('keeps what Global Privacy Control covers off, whatever was said, and does not ask', () => {
    check(regime, (each, consent) => {
      for (const { category, granted, reason, isDue } of judgedBy(each, consent)) {
        const isLocked = each.gpc && category.gpc;
        expect(reason === 'gpc').toBe(isLocked);
        if (isLocked) expect([granted, isDue]).toEqual([false, false]);
      }
    });
  });

  test('opt-in: grants after a live yes that covers all that is asked, and only then', () => {
    check(optIn, (each, consent) => {
      for (const { category, choice, granted, reason } of judgedBy(each, consent)) {
        const isYes = !!choice?.granted && isLive(choice, each.now) && covers(choice, category);
        expect(granted).toBe(isYes && !(each.gpc && category.gpc));
        if (granted) expect(reason).toBe('choice');
      }
    });
  });

  test('opt-in: asks where nothing was said, or it ended, is about something else, or is from the future', () => {
    check(optIn, (each, consent) => {
      for (const { category, choice, reason, isDue } of judgedBy(each, consent)) {
        if (each.gpc && category.gpc) continue;
        const isSettled = !!choice && isLive(choice, each.now) && covers(choice, category);
        expect(isDue).toBe(!isSettled);
        if (!choice) expect(reason).toBe('undecided');
        else if (!isLive(choice, each.now)) expect(reason).toBe('expired');
        else expect(reason).toBe(isSettled ? 'choice' : 'changed');
      }
    });
  });

  test('opt-out, notice and none: grants unless refused, and a refusal holds for good', () => {
    check(others, (each, consent) => {
      expect(consent.due).toEqual([]);
      for (const { category, choice, granted, reason } of judgedBy(each, consent)) {
        if (each.gpc && category.gpc) continue;
        expect(granted).toBe(choice?.granted !== false);
        const isLiveYes = !!choice?.granted && isLive(choice, each.now) && covers(choice, category);
        expect(reason).toBe(choice?.granted === false || isLiveYes ? 'choice' : 'regime');
      }
    });
  });

  test('grants no category that nobody declared', () => {
    check(regime, (_, { granted }) => {
      expect(Reflect.get(granted, '__proto__')).toBeUndefined();
      expect('isPrototypeOf' in granted).toBe(false);
    });
  });
});
