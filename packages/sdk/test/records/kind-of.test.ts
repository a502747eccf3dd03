import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice, Consent } from '../../src/policy/types.js';
import { changeOf, kindOfAnswer } from '../../src/records/kind-of.js';

const day = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString();
const choice = (granted: boolean, at = 10, more: Partial<Choice> = {}): Choice => ({
  granted,
  at: day(at),
  until: day(at + 100),
  asked: ['ga4'],
  ...more,
});
const kind = (before: Record<string, Choice>, choices: Record<string, Choice>, method = 'banner') =>
  kindOfAnswer({ choices, method: method as 'banner' }, before);

describe('what an answer is', () => {
  const [yes, no] = [choice(true, 0), choice(false, 0)];
  test.each([
    ['first yes', {}, { a: choice(true) }, 'given'],
    ['first no', {}, { a: choice(false) }, 'refused'],
    ['mixed first answer', {}, { a: choice(true), m: choice(false) }, 'given'],
    ['yes, then no', { a: yes }, { a: choice(false) }, 'withdrawn'],
    ['no, then yes', { a: no }, { a: choice(true) }, 'given'],
    ['the same yes again', { a: yes }, { a: choice(true) }, 'reaffirmed'],
    ['the same no again', { a: no }, { a: choice(false) }, 'reaffirmed'],
    ['a withdrawal beside a new yes', { a: yes, m: no }, { a: choice(false), m: choice(true) }, 'withdrawn'],
    ['a new no beside the same yes', { a: yes }, { a: choice(true), m: choice(false) }, 'refused'],
    ['a yes after the last one had ended', { a: yes }, { a: choice(true, 101) }, 'given'],
    ['a no after the yes had ended', { a: yes }, { a: choice(false, 101) }, 'refused'],
    ['a no after the last one had ended', { a: no }, { a: choice(false, 101) }, 'refused'],
    ['a yes about one more service', { a: yes }, { a: choice(true, 10, { asked: ['ga4', 'hotjar'] }) }, 'given'],
    ['a yes under a new revision', { a: yes }, { a: choice(true, 10, { asked: ['ga4', '@2'] }) }, 'given'],
    [
      'a yes about one service less',
      { a: choice(true, 0, { asked: ['ga4', 'x'] }) },
      { a: choice(true) },
      'reaffirmed',
    ],
    [
      'a category without services',
      { a: choice(true, 0, { asked: [] }) },
      { a: choice(false, 10, { asked: [] }) },
      'withdrawn',
    ],
  ] as const)('%s', (_, before, choices, wanted) => {
    expect(kind(before, choices)).toEqual({ kind: wanted, about: Object.keys(choices) });
  });

  test('only what is new is what it is about', () => {
    expect(kind({ a: yes, m: no }, { a: yes, m: choice(true) })).toEqual({ kind: 'given', about: ['m'] });
  });

  test('an answer about a single service: one switched off is withdrawn, one switched on is given', () => {
    const asked = ['ga4', 'hot.jar'];
    const whole = { a: choice(true, 0, { asked }) };
    const without = (at: number) => ({ a: choice(false, at, { asked, services: { a__ga4: choice(true, at) } }) });
    expect(kind(whole, without(10)).kind).toBe('withdrawn');
    expect(kind(without(0), { a: choice(true, 10, { asked }) }).kind).toBe('given');
    expect(kind(without(0), without(10)).kind).toBe('reaffirmed');
    const dotted = { a: choice(false, 10, { asked, services: { a__hot_jar: choice(true, 10) } }) };
    expect(kind({ a: choice(false, 0, { asked }) }, dotted).kind).toBe('given');
  });

  test('an answer that another tool was given is imported, whatever it says', () => {
    expect(kind({}, { a: choice(true), m: choice(false) }, 'imported')).toEqual({
      kind: 'imported',
      about: ['a', 'm'],
    });
  });

  const anyChoice = fc.record({ granted: fc.boolean(), at: fc.integer({ min: 0, max: 200 }) });
  const anyChoices = fc.dictionary(fc.constantFrom('a', 'm', 'f'), anyChoice, { minKeys: 1, noNullPrototype: true });
  const made = (plain: Record<string, { granted: boolean; at: number }>, from: number) =>
    Object.fromEntries(Object.entries(plain).map(([key, { granted, at }]) => [key, choice(granted, at + from)]));

  test('no yes that was in effect ends without the word withdrawn, and the word never stands without one', () => {
    fc.assert(
      fc.property(anyChoices, anyChoices, (one, other) => {
        const [before, answer] = [made(one, 0), made(other, 0)];
        const later = made(
          Object.fromEntries(
            Object.entries(other).map(([key, each]) => [key, { ...each, at: each.at + (one[key]?.at ?? 0) }]),
          ),
          1,
        );
        const found = kind(before, { ...before, ...later });
        const ended = Object.keys(answer).filter(
          (key) => before[key]?.granted && (before[key]?.until ?? '') > (later[key]?.at ?? '') && !later[key]?.granted,
        );
        expect(found.kind === 'withdrawn').toBe(ended.length > 0);
        expect(found.about).toEqual(Object.keys({ ...before, ...later }).filter((key) => later[key]));
      }),
      { numRuns: 500 },
    );
  });

  test('a no is called given only beside a yes that is new, and an answer that says something new is not reaffirmed', () => {
    fc.assert(
      fc.property(anyChoices, (plain) => {
        const choices = made(plain, 0);
        const hasYes = Object.values(choices).some(({ granted }) => granted);
        expect(kind({}, choices).kind).toBe(hasYes ? 'given' : 'refused');
        expect(kind({}, made(plain, 500)).kind).not.toBe('reaffirmed');
      }),
    );
  });
});

describe('what changes without an answer', () => {
  const now = (reason: string, granted: boolean, gpc = false) =>
    ({ granted: { necessary: true, a: granted }, reasons: { a: reason }, gpc, regime: 'gdpr' }) as unknown as Consent;
  const event = (granted: boolean, gpc = false) => ({ choices: { a: choice(true) }, granted: { a: granted }, gpc });

  test.each([
    ['a yes whose time is over', event(true), now('expired', false), 'expired'],
    ['the signal is new', event(true), now('gpc', false, true), 'gpc-applied'],
    ['the signal is gone', event(false, true), now('choice', true), 'gpc-ended'],
    [
      'an event of 0.1.0, which does not say what was in effect',
      { choices: { a: choice(true) } },
      now('expired', false),
      'expired',
    ],
  ])('%s', (_, last, consent, wanted) => {
    expect(changeOf(last, consent)).toEqual({ kind: wanted, about: ['a'] });
  });

  test.each([
    ['a yes that still counts', event(true), now('choice', true)],
    ['an end that was noted', event(false), now('expired', false)],
    ['a no whose time is over', { choices: { a: choice(false) } }, now('expired', false)],
    ['a signal that was noted', event(false, true), now('gpc', false, true)],
    ['another page asks about more', event(true), now('changed', false)],
    ['and the first page again', event(false), now('choice', true)],
    ['the law of another place', event(false), now('regime', true)],
  ])('nothing: %s', (_, last, consent) => {
    expect(changeOf(last, consent)).toBeNull();
  });

  test('a single service stands for its category', () => {
    const consent = { ...now('choice', false), granted: { a: false, a__x: false }, reasons: { a__x: 'expired' } };
    const last = { choices: { a: choice(false, 0, { services: { a__x: choice(true) } }) } };
    expect(changeOf(last, consent as never)).toEqual({ kind: 'expired', about: ['a'] });
  });
});
