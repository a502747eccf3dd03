import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRecord } from '../../src/policy/record.js';
import { pathsIn, record, replaceAt } from '../arbitraries.js';

/** docs/contracts.md, word for word, and nothing of the code. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNothing = (value: unknown) => value === undefined || value === null || isText(value);
const isTime = (value: unknown) =>
  isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && new Date(value).toJSON() === value;

const isChoice = ([key, choice]: [string, unknown]) =>
  /^[a-zA-Z][a-zA-Z\d_-]*$/.test(key) &&
  isObject(choice) &&
  (choice.granted === true || choice.granted === false) &&
  isTime(choice.at) &&
  isTime(choice.until) &&
  Date.parse(choice.at as string) <= Date.parse(choice.until as string) &&
  Array.isArray(choice.asked) &&
  choice.asked.every(isText);

function isByContract(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  return (
    text.length <= 20_000 &&
    isObject(value) &&
    value.v === 1 &&
    [value.id, value.method, value.regime].every(isText) &&
    [value.policy, value.locale, value.site].every(isTextOrNothing) &&
    (value.checked === undefined || value.checked === null || typeof value.checked === 'number') &&
    isObject(value.choices) &&
    Object.keys(value.choices).length > 0 &&
    Object.entries(value.choices).every(isChoice)
  );
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(undefined, null, '', 'hello 1', '9999', '2026-11-21', '2026-02-30T00:00:00.000Z', 42, true, {}, []),
  fc.constantFrom('2026-11-21T09:30:00.000+02:00', 'Sat, 21 Nov 2026 09:30:00 GMT', '+010000-01-01T00:00:00.000Z'),
  fc.constantFrom({ length: 1, 0: 'ga4' }, { every: 1 }, ['ga4', 7], [['ga4']], { granted: true }),
);

test('the reader accepts what the contract says, no less and no more', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(record, fc.array(fc.tuple(fc.nat(), strange), { maxLength: 2 }), (sound, changes) => {
      let value: unknown = { ...sound, site: 'Anna', seal: 7, more: { of: 'a newer build' } };
      for (const [place, other] of changes) {
        const paths = pathsIn(value);
        value = replaceAt(value, paths[place % paths.length] as never, other);
      }
      const text = JSON.stringify(value) ?? '';
      const accepted = parseRecord(text);
      expect(accepted !== null).toBe(isByContract(text));
      // As it is stored: nothing repaired, nothing left out.
      if (accepted) expect(accepted).toEqual(JSON.parse(text));
      seen[accepted ? 'accepted' : 'refused'] += 1;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(300);
}, 60_000);

test('whatever is nested however deep, nothing is thrown', () => {
  const sound = fc.sample(record, 1)[0];
  const text = JSON.stringify(sound);
  for (const depth of [1, 1000, 3000])
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
      for (const field of ['policy', 'locale', 'id', 'choices', 'checked', 'more']) {
        const nested = `{${JSON.stringify(field)}:${deep},${text.slice(1)}`;
        expect(() => parseRecord(nested)).not.toThrow();
        // The later of two fields of one name counts, so only what comes last is spoilt.
        expect(parseRecord(`${text.slice(0, -1)},${JSON.stringify(field)}:${deep}}`) !== null).toBe(
          (field === 'more' || (field === 'checked' && deep === '1')) &&
            text.length + deep.length + field.length + 4 <= 20_000,
        );
      }
    }
});

/** What the stub of a version, as it was saved, says to Google about a stored text. */
function savedStubSays(version: string, text: string): string[][] {
  const code = readFileSync(new URL(`../../../../e2e/fixtures/contracts/${version}/head.js`, import.meta.url), 'utf8');
  const win = {
    dataLayer: [] as ArrayLike<unknown>[],
    localStorage: { askfirst: text, getItem: () => text },
    navigator: {},
  };
  const script = { localName: 'script', dataset: { ga4: 'G-TEST1', asked: 'analytics:ga4' }, src: '/askfirst.js' };
  const currentScript = { localName: 'script', previousElementSibling: script };
  new Script(code.replaceAll('import(', 'fetchChunk(')).runInNewContext({
    window: win,
    document: { currentScript, documentElement: { lang: 'en' }, querySelector: () => script },
    fetchChunk: () => Promise.resolve({}),
    // A day after the record was made.
    Date: class extends Date {
      static override now = () => Date.parse('2026-11-22T09:30:00.000Z');
    },
  });
  return win.dataLayer.map((entry) => Array.from(entry, (item) => JSON.stringify(item)));
}

test('an older build reads a choice that was imported from another tool as any other', () => {
  const text = readFileSync(new URL('../../../../e2e/fixtures/contracts/0.1.0/granted.json', import.meta.url), 'utf8');
  const imported = JSON.stringify({ ...JSON.parse(text), method: 'imported' });
  const said = savedStubSays('0.1.0', text.trim());
  expect(said.map(([, command]) => command)).toEqual(['"default"', '"update"']);
  expect(savedStubSays('0.1.0', imported)).toEqual(said);
  expect(parseRecord(imported)?.method).toBe('imported');
});
