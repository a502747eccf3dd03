import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeChoice } from '../../src/policy/choice.js';
import { parseRecord } from '../../src/policy/record.js';
import type { Category } from '../../src/policy/types.js';
import { asks, DAY_MS, record, regime, spoilt, time } from '../arbitraries.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Written from the contract, not from the code: what has to hold before anybody may work with a record. */
const isRecord = (value: unknown) =>
  isObject(value) &&
  value.v === 1 &&
  [value.id, value.method, value.regime].every((each) => typeof each === 'string') &&
  isObject(value.choices) &&
  Object.entries(value.choices).every(
    ([key, choice]) =>
      /^[a-z]/i.test(key) &&
      isObject(choice) &&
      typeof choice.granted === 'boolean' &&
      typeof choice.at === 'string' &&
      typeof choice.until === 'string' &&
      Date.parse(choice.at) <= Date.parse(choice.until) &&
      Array.isArray(choice.asked) &&
      choice.asked.every((each) => typeof each === 'string'),
  );

/** Nothing, or a record that survives being stored and read again. */
function expectSafe(raw: string | null) {
  const parsed = parseRecord(raw);
  if (parsed === null) return;
  expect(JSON.parse(raw as string)).toSatisfy(isRecord);
  expect(JSON.stringify(parseRecord(JSON.stringify(parsed)))).toBe(JSON.stringify(parsed));
}

const good = {
  v: 1,
  id: 'a',
  policy: null,
  locale: 'en',
  method: 'banner',
  regime: 'gdpr',
  checked: null,
  choices: {
    analytics: { granted: true, at: '2026-01-01T00:00:00.000Z', until: '2026-07-04T00:00:00.000Z', asked: ['ga4'] },
  },
};
const goodChoice = good.choices.analytics;
const withChoice = (choice: object) => ({ ...good, choices: { analytics: { ...goodChoice, ...choice } } });

describe('parseRecord', () => {
  test('accepts every record of ours, unchanged', () => {
    fc.assert(
      fc.property(record, (ours) => {
        expect(parseRecord(JSON.stringify(ours))).toEqual(ours);
      }),
    );
  });

  test('survives any text', () => {
    fc.assert(fc.property(fc.option(fc.string({ unit: 'binary-ascii', size: 'medium' })), expectSafe));
  });

  test('survives any JSON', () => {
    fc.assert(fc.property(fc.json(), expectSafe));
  });

  test('survives records with one place spoilt', () => {
    const other = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(undefined, '', 'x', 0, null, [], {}));
    fc.assert(
      fc.property(spoilt(record, other), (value) => expectSafe(JSON.stringify(value) ?? null)),
      { numRuns: 500 },
    );
  });

  test('survives records cut short', () => {
    const text = JSON.stringify(good);
    for (let length = 0; length < text.length; length += 1) expect(parseRecord(text.slice(0, length))).toBeNull();
  });

  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '1'],
  ])('reads %s as undecided', (_, raw) => expect(parseRecord(raw)).toBeNull());

  test.each<[string, object]>([
    ['an older version', { ...good, v: 0 }],
    ['a newer version', { ...good, v: 2 }],
    ['a version as text', { ...good, v: '1' }],
    ['no version', { ...good, v: undefined }],
    ['no id', { ...good, id: undefined }],
    ['no choices', { ...good, choices: undefined }],
    ['no choice at all', { ...good, choices: {} }],
    ['choices in a list', { ...good, choices: [] }],
    ['choices that are a number', { ...good, choices: 5 }],
    ['choices that are text', { ...good, choices: '' }],
    ['a category that cannot be one', { ...good, choices: { '1st': goodChoice } }],
    ['a choice that is null', { ...good, choices: { analytics: null } }],
    ['a grant that is not quite one', withChoice({ granted: 1 })],
    ['a grant as text', withChoice({ granted: 'true' })],
    ['no date', withChoice({ at: undefined })],
    ['a date that is none', withChoice({ until: 'for ever' })],
    ['a date in milliseconds', withChoice({ at: 0 })],
    ['an end before its start', withChoice({ until: '2025-01-01T00:00:00.000Z' })],
    ['nothing asked', withChoice({ asked: undefined })],
    ['one thing asked, without a list', withChoice({ asked: 'ga4' })],
    ['something asked that is no text', withChoice({ asked: ['ga4', 7] })],
    [
      'a yes to a category of which one service is refused',
      withChoice({ services: { a__b: { ...goodChoice, granted: false } } }),
    ],
    ['services that are null', withChoice({ services: null })],
  ])('reads a record with %s as undecided', (_, bad) => expect(parseRecord(JSON.stringify(bad))).toBeNull());

  test('reads a record with a choice for __proto__ as undecided, and pollutes nothing', () => {
    const raw = JSON.stringify(good).replace('"analytics"', '"__proto__"');
    expect(raw).toContain('__proto__');
    expect(parseRecord(raw)).toBeNull();
    expect(({} as { granted?: boolean }).granted).toBeUndefined();
  });

  test('gives a record with __proto__ beside its keys no powers', () => {
    const raw = JSON.stringify(good).replace('{', '{"__proto__":{"choices":{"marketing":true}},');
    expectSafe(raw);
    expect(parseRecord(raw)?.choices).toEqual(good.choices);
    expect(({} as { choices?: unknown }).choices).toBeUndefined();
  });

  test('does not look into a text larger than any honest record', () => {
    expect(parseRecord(JSON.stringify({ ...good, id: 'x'.repeat(20_000) }))).toBeNull();
    expect(parseRecord(`${JSON.stringify(good)}${' '.repeat(20_000)}`)).toBeNull();
  });

  test('has room for a site with a hundred services in four categories', () => {
    const asked = Array.from({ length: 25 }, (_, index) => `a-service-with-a-long-name-${index}`);
    const choices = Object.fromEntries(['a', 'b', 'c', 'd'].map((key) => [key, { ...goodChoice, asked }]));
    expect(parseRecord(JSON.stringify({ ...good, choices }))).not.toBeNull();
  });
});

describe('makeChoice', () => {
  test('is about what the category asks, from now until the clock of the law runs out', () => {
    fc.assert(
      fc.property(asks, fc.boolean(), time, regime, (asked, granted, now, law) => {
        const choice = makeChoice({ covers: asked } as unknown as Category, granted, now, law);
        const days = granted ? law.grantMaxAgeDays : law.refusalCooldownDays;
        expect(choice).toEqual({
          granted,
          at: new Date(now).toISOString(),
          until: new Date(now + days * DAY_MS).toISOString(),
          asked,
        });
        expect(choice.asked).not.toBe(asked);
      }),
    );
  });

  test('lets a yes and a no under the strictest law hold for times of their own', () => {
    const days = [true, false].map((granted) => {
      const { at, until } = makeChoice({ covers: [] } as unknown as Category, granted, 0, strictest);
      return (Date.parse(until) - Date.parse(at)) / DAY_MS;
    });
    expect(days).toEqual([181, 366]);
  });
});
