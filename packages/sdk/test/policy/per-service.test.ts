import type { Service } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { makeChoice } from '../../src/policy/choice.js';
import { deriveConsent } from '../../src/policy/consent.js';
import { googleSignals } from '../../src/policy/google-signals.js';
import { answerServices, withEachService } from '../../src/policy/per-service.js';
import { isChoice, MAX_LENGTH } from '../../src/policy/record.js';
import { regimeUnder } from '../../src/policy/regime-under.js';
import type { Category, Choice, ConsentRecord, Options } from '../../src/policy/types.js';

const NOW = Date.parse('2026-11-28T12:00:00.000Z');
const service = (id: string, category: Service['category'], more: Partial<Service> = {}): Service => ({
  id,
  name: id,
  provider: 'Example Ltd',
  category,
  ...more,
});
const GA4 = service('ga4', 'analytics', { api: 'gtag' });
const options: Options = {
  services: [GA4, service('hotjar', 'analytics'), service('pixel', 'marketing')],
  perService: ['analytics'],
};
const whole = resolveCategories(options);
const split = withEachService(whole, options.perService);

/** The choices after answers, each given in a build that knows of single services or in one that does not. */
function answered(answers: readonly { answer: Record<string, boolean>; knows: boolean }[], regime = strictest) {
  let choices: Record<string, Choice> = {};
  for (const [at, { answer, knows }] of answers.entries()) {
    const make = (category: Category, granted: boolean) => makeChoice(category, granted, NOW + at * 1000, regime);
    const next = { ...choices };
    for (const category of knows ? split : whole) {
      const value = answer[category.key];
      if (value !== undefined && !category.within) next[category.key] = make(category, value);
    }
    const { reasons } = deriveConsent(split, regime, { choices } as ConsentRecord, NOW + at * 1000, false);
    if (knows) answerServices(split, answer, next, choices, reasons, make);
    choices = next;
  }
  const now = NOW + answers.length * 1000;
  const grantedWith = (categories: readonly Category[]) =>
    deriveConsent(categories, regime, { choices } as ConsentRecord, now, false);
  return { choices, new: grantedWith(split), old: grantedWith(whole) };
}
const one = (answer: Record<string, boolean>) => answered([{ answer, knows: true }]);

describe('a choice per service', () => {
  test('adds a category for each service of the categories named, and of no other', () => {
    expect(split.map(({ key, within }) => [key, within])).toEqual([
      ['necessary', undefined],
      ['analytics', undefined],
      ['analytics__ga4', 'analytics'],
      ['analytics__hotjar', 'analytics'],
      ['marketing', undefined],
    ]);
    expect(withEachService(split, options.perService)).toEqual(split);
    expect(withEachService(whole)).toEqual(whole);
  });

  test('each has a key of its own, under its id as it is, and what is necessary is never asked about', () => {
    const ids = ['microsoft-clarity', 'a.b', 'a-b', 'a_b'];
    const categories = resolveCategories({
      services: [
        ...ids.map((id) => service(id, 'analytics')),
        service('in-a-list', ['analytics']),
        service('cart', 'necessary'),
      ],
    });
    const each = withEachService(categories, ['analytics', 'necessary']);
    const keys = [...ids, 'in-a-list'].map((id) => `analytics__${id}`);
    expect(each.map(({ key }) => key)).toEqual(['necessary', 'analytics', ...keys]);
    const choices: Record<string, Choice> = {};
    const answer = Object.fromEntries(keys.map((key, at) => [key, at % 2 === 0]));
    answerServices(each, answer, choices, {}, {} as never, (category, granted) =>
      makeChoice(category, granted, NOW, strictest),
    );
    for (const row of Object.entries(choices)) expect(isChoice(row)).toBe(true);
    const now = deriveConsent(each, strictest, { choices } as ConsentRecord, NOW, false);
    expect(now.granted).toEqual({ necessary: true, analytics: false, ...answer });
    expect(now.due).toEqual([]);
  });

  test('a service without a name of its own is called by its id', () => {
    const categories = resolveCategories({ services: [{ id: 'hotjar', category: 'analytics' } as Service] });
    expect(withEachService(categories, ['analytics']).at(-1)).toMatchObject({ label: 'hotjar' });
  });

  test('a service of several categories is not split off', () => {
    const shared = service('container', ['analytics', 'marketing']);
    const categories = resolveCategories({ services: [shared, GA4] });
    expect(categories.map(({ key, services }) => [key, services.length])).toEqual([
      ['necessary', 0],
      ['analytics', 2],
      ['marketing', 1],
    ]);
    expect(withEachService(categories, ['analytics', 'marketing']).map(({ key }) => key)).not.toContain(
      'analytics__container',
    );
  });

  test('a yes to each service that has a choice of its own is none to a container, which nobody was asked about', () => {
    const box = service('box', ['analytics', 'marketing']);
    const categories = withEachService(resolveCategories({ services: [GA4, service('hotjar', 'analytics'), box] }), [
      'analytics',
    ]);
    const day = 86_400_000;
    const answer = (given: Record<string, boolean>, before: Record<string, Choice> = {}, at = NOW) => {
      const { reasons } = deriveConsent(categories, strictest, { choices: before } as ConsentRecord, at, false);
      const choices = { ...before };
      answerServices(categories, given, choices, before, reasons, (category, granted) =>
        makeChoice(category, granted, at, strictest),
      );
      return choices;
    };
    const consentOf = (choices: Record<string, Choice>, at = NOW) =>
      deriveConsent(categories, strictest, { choices } as ConsentRecord, at, false);
    const each = { analytics__ga4: true, analytics__hotjar: true };
    const parts = answer(each);
    expect(consentOf(parts).granted).toMatchObject({ ...each, analytics: false });
    expect(consentOf(parts).due).toContain('analytics');
    // The category was answered about: a no stays, and so does a yes, until it would have ended.
    const no = answer({ ...each, analytics: false });
    expect(consentOf(no)).toMatchObject({ granted: { ...each, analytics: false }, due: ['marketing'] });
    expect(consentOf(answer({ analytics__ga4: true }, no)).granted.analytics).toBe(false);
    const yes = answer({ ...each, analytics: true });
    const later = answer(each, yes, NOW + 100 * day);
    expect(consentOf(later, NOW + 100 * day).granted).toMatchObject({ ...each, analytics: true });
    expect(consentOf(later, NOW + 182 * day).granted.analytics).toBe(false);
  });

  test('one no is a no to the whole for a build that does not know of services, and the other service goes on', () => {
    const { new: now, old } = one({ analytics: true, analytics__hotjar: false });
    expect(now.granted).toMatchObject({ analytics: false, analytics__ga4: true, analytics__hotjar: false });
    expect(old.granted.analytics).toBe(false);
    expect(now.due).toEqual(['marketing']);
  });

  test('the answer about a category is one about each of its services', () => {
    expect(one({ analytics: true }).new.granted).toMatchObject({ analytics__ga4: true, analytics__hotjar: true });
    expect(one({ analytics: false }).new.granted).toMatchObject({ analytics__ga4: false, analytics__hotjar: false });
  });

  test('an answer from before, about the whole, holds for each service, and for none that is new', () => {
    const before = answered([{ answer: { analytics: true, marketing: true }, knows: false }]);
    expect(before.new.granted).toMatchObject({ analytics: true, analytics__ga4: true, analytics__hotjar: true });
    expect(before.new.ask).toBe(false);
    const more = { ...options, services: [...(options.services as Service[]), service('heap', 'analytics')] };
    const later = deriveConsent(
      withEachService(resolveCategories(more), ['analytics']),
      strictest,
      { choices: before.choices } as ConsentRecord,
      NOW,
      false,
    );
    expect(later.granted).toMatchObject({ analytics: false, analytics__ga4: true, analytics__heap: false });
    expect(later.due).toEqual(['analytics', 'analytics__heap']);
  });

  test('a no to one service alone decides nothing about the others', () => {
    const { new: now, old } = one({ analytics__hotjar: false });
    expect(now.reasons).toMatchObject({
      analytics: 'changed',
      analytics__ga4: 'changed',
      analytics__hotjar: 'choice',
    });
    expect(old.granted.analytics).toBe(false);
    const after = answered([
      { answer: { analytics: true, marketing: false }, knows: false },
      { answer: { analytics__hotjar: false }, knows: true },
    ]);
    expect(after.new.granted).toMatchObject({ analytics: false, analytics__ga4: true, analytics__hotjar: false });
  });

  test('a yes to another vendor grants no storage to Google', () => {
    const signalsOf = (answer: Record<string, boolean>) =>
      googleSignals(split, one(answer).new.granted).analytics_storage;
    expect(signalsOf({ analytics__hotjar: true, analytics__ga4: false })).toBe('denied');
    expect(signalsOf({ analytics__hotjar: false, analytics__ga4: true })).toBe('granted');
  });

  test('the law has the same rule for a service as for its category', () => {
    for (const law of regimes) {
      const { rules } = regimeUnder(law, law.places[0], {}, split);
      for (const { key, within } of split)
        if (within) expect(rules[key], `${law.id} ${key}`).toBe(rules[within] ?? rules.others);
    }
  });

  const answers = fc.array(
    fc.record({
      knows: fc.boolean(),
      answer: fc.dictionary(
        fc.constantFrom('analytics', 'marketing', 'analytics__ga4', 'analytics__hotjar'),
        fc.boolean(),
        { minKeys: 1 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test('whatever is answered in whatever build: an older build never runs what a newer one does not, and the last word counts', () => {
    let mixed = 0;
    fc.assert(
      fc.property(answers, fc.constantFrom(strictest, ...regimes), (given, regime) => {
        // A build that does not know of services has no names for them.
        const said = given.map(({ knows, answer }) => ({
          knows,
          answer: knows ? answer : Object.fromEntries(Object.entries(answer).filter(([key]) => !key.includes('__'))),
        }));
        const { choices, new: now, old } = answered(said, regime as typeof strictest);
        const own = (id: 'ga4' | 'hotjar') => now.granted[`analytics__${id}`];
        if (old.granted.analytics && old.reasons.analytics === 'choice')
          expect([own('ga4'), own('hotjar')]).toEqual([true, true]);
        if (now.granted.analytics) expect([own('ga4'), own('hotjar')]).toEqual([true, true]);
        for (const id of ['ga4', 'hotjar'] as const) {
          const last = said.findLast(
            ({ answer }) => (answer[`analytics__${id}`] ?? answer.analytics) !== undefined,
          )?.answer;
          if (last) expect(own(id), id).toBe(last[`analytics__${id}`] ?? last.analytics);
          // Nothing was said: the law decides.
          else expect(own(id)).toBe((regime.rules.others ?? 'ask') !== 'ask');
        }
        if (own('ga4') !== own('hotjar')) mixed += 1;
        for (const row of Object.entries(choices)) expect(isChoice(row)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(mixed).toBeGreaterThan(50);
  });

  test('a yes from before ends when it would have ended', () => {
    const day = 86_400_000;
    const make = (at: number) => (category: Category, granted: boolean) => makeChoice(category, granted, at, strictest);
    const first: Record<string, Choice> = {};
    answerServices(split, { analytics__ga4: true, analytics__hotjar: false }, first, {}, {} as never, make(NOW));
    const later = { ...first };
    answerServices(split, { analytics__hotjar: true }, later, first, {} as never, make(NOW + 100 * day));
    const at = (days: number) =>
      deriveConsent(split, strictest, { choices: later } as ConsentRecord, NOW + days * day, false);
    expect(at(101).granted).toMatchObject({ analytics: true, analytics__ga4: true, analytics__hotjar: true });
    expect(at(182).granted).toMatchObject({ analytics: false, analytics__ga4: false });
    // A refusal outlives the yes beside it, which alone is asked about again.
    const refused = { ...first };
    const after = deriveConsent(split, strictest, { choices: refused } as ConsentRecord, NOW + 182 * day, false);
    expect(after.due).toEqual(['analytics__ga4', 'marketing']);
  });

  test('a record about sixty services can be read', () => {
    const many = Array.from({ length: 60 }, (_, at) => service(`service-${at}`, 'analytics'));
    const categories = withEachService(resolveCategories({ services: many }), ['analytics']);
    const choices: Record<string, Choice> = {};
    const answer = Object.fromEntries(categories.slice(2).map(({ key }, at) => [key, at > 0]));
    answerServices(categories, answer, choices, {}, {} as never, (category, granted) =>
      makeChoice(category, granted, NOW, strictest),
    );
    expect(JSON.stringify({ choices, earlier: choices }).length).toBeLessThan(MAX_LENGTH - 1000);
  });
});
