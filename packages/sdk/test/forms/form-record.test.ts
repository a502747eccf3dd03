import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormAnswer, joined, parseFormRecord, proofOf, withAnswer } from '../../src/forms/form-record.js';
import { spoilt, time } from '../arbitraries.js';

const text = fc.string({ maxLength: 40, unit: 'grapheme' });
const answer: fc.Arbitrary<FormAnswer> = fc.record({
  granted: fc.boolean(),
  at: time.map((at) => new Date(at).toISOString()),
  label: fc.option(text),
  locale: fc.constantFrom('en', 'th', null),
  policy: fc.option(text),
  method: fc.constantFrom('form', 'toggle', 'api'),
});
const record = fc
  .array(answer, { minLength: 1, maxLength: 30 })
  .map(([first, ...more]) =>
    more.reduce((all, each) => withAnswer(all, 'updates', each), withAnswer(null, 'updates', first as FormAnswer)),
  );
const parse = (value: unknown) => parseFormRecord(value, 'updates');

describe('parseFormRecord', () => {
  test('reads every record of ours, as text and as an object', () => {
    fc.assert(
      fc.property(record, (ours) => {
        expect(parse(JSON.stringify(ours))).toEqual(ours);
        expect(parse(ours)).toEqual(ours);
      }),
    );
  });

  test('reads nothing that is not one, and never throws', () => {
    const other = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(undefined, '', 'x', 0, null, [], {}));
    const isAnswer = (each: FormAnswer) => typeof each.granted === 'boolean' && !Number.isNaN(Date.parse(each.at));
    fc.assert(
      fc.property(fc.oneof(spoilt(record, other), fc.anything(), fc.string(), fc.json()), (value) => {
        const parsed = parse(value);
        if (parsed) {
          expect([parsed.v, parsed.purpose, typeof parsed.id]).toEqual([1, 'updates', 'string']);
          expect(parsed.answers.length).toBeGreaterThan(0);
          expect(parsed.answers).toSatisfy((all: FormAnswer[]) => all.every(isAnswer));
        }
      }),
      { numRuns: 500 },
    );
  });

  const good = withAnswer(null, 'updates', {
    granted: true,
    at: '2026-01-01T00:00:00.000Z',
    label: 'Mail me',
    locale: 'en',
    policy: null,
    method: 'form',
  });
  const first = good.answers[0] as FormAnswer;
  test.each<[string, object]>([
    ['of another version', { ...good, v: 2 }],
    ['about another purpose', { ...good, purpose: 'other' }],
    ['without an id', { ...good, id: undefined }],
    ['without an answer', { ...good, answers: [] }],
    ['with a grant that is not quite one', { ...good, answers: [{ ...first, granted: 1 }] }],
    ['with a time that is none', { ...good, answers: [{ ...first, at: 'yesterday' }] }],
    ['with a time only Date.parse knows', { ...good, answers: [{ ...first, at: 'hello 1' }] }],
    ['with a label that is no text', { ...good, answers: [{ ...first, label: {} }] }],
    ['larger than any honest one', { ...good, id: 'x'.repeat(70_000) }],
  ])('a record %s counts as none', (_, bad) => {
    expect(parse(JSON.stringify(good))).toEqual(good);
    expect(parse(JSON.stringify(bad))).toBeNull();
  });
});

test('a record keeps its id, the order of its answers, and the newest twenty', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 45, size: 'max' }), (answers) => {
      let all = withAnswer(null, 'updates', answers[0] as FormAnswer);
      const { id } = all;
      for (const each of answers.slice(1)) all = withAnswer(all, 'updates', each);
      expect(all.id).toBe(id);
      expect(all.answers).toEqual(answers.slice(-20));
      expect(proofOf(all)).toEqual({ v: 1, id, purpose: 'updates', ...answers.at(-1) });
    }),
  );
});

test('what was answered before the store could be read comes after what it held', () => {
  fc.assert(
    fc.property(fc.option(record), fc.option(record), (stored, here) => {
      const both = joined(stored, here);
      expect(both?.id).toBe((stored ?? here)?.id);
      expect(both?.answers.at(-1)).toEqual((here ?? stored)?.answers.at(-1));
    }),
  );
});

test('whatever the length of its labels, a record is read again', () => {
  const label = fc.integer({ min: 1, max: 30_000 }).map((length) => 'ย'.repeat(length));
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 12, size: 'max' }), (labels) => {
      let all: ReturnType<typeof withAnswer> | null = null;
      for (const each of labels)
        all = withAnswer(all, 'updates', {
          granted: true,
          at: '2026-01-01T00:00:00Z',
          label: each,
          locale: null,
          policy: null,
          method: 'form',
        });
      expect(parse(JSON.stringify(all))?.answers.at(-1)?.label).toBe(labels.at(-1));
    }),
    { numRuns: 30 },
  );
});
