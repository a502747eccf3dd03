import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../src/help/explain.js';
import { areValid, rules } from '../../src/policy/valid.js';
import { readScriptOptions } from '../../src/script/options.js';

const DOCS = new URL('../../../../docs/', import.meta.url);
const ROOT = new URL('../../../../', import.meta.url);

/** What the pages tell owners to write as JSON: whole options, a part of them, or one service. */
const snippets = [...readdirSync(DOCS).map((name) => new URL(name, DOCS)), new URL('README.md', ROOT)]
  .filter(({ pathname }) => pathname.endsWith('.md'))
  .flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/(?:```json|data-askfirst-config>)\n(.*?)(?:```|<\/script>)/gs)]
      // A record of the contracts is abbreviated.
      .filter(([, json = '']) => !json.includes('…'))
      .map(([, json = '']) => [page.pathname.split('/').at(-1) as string, json] as const),
  )
  .map(([name, json]) => {
    const given = JSON.parse(json);
    return [name, 'category' in given || 'ga4' in given ? { services: [given] } : given] as const;
  })
  .filter(([, given]) => Object.keys(given).every((key) => key in rules));

test('the JSON that the pages show can be copied: all of it is valid', () => {
  expect(snippets.length).toBeGreaterThan(10);
  for (const [name, given] of snippets) {
    const options = readScriptOptions(
      { querySelector: () => ({ textContent: JSON.stringify(given) }) } as unknown as Document,
      {},
    );
    expect([name, areValid(options) || explain([['options', options]])]).toEqual([name, true]);
  }
});
