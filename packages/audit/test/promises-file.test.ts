import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Report } from '../src/model.js';
import { checkPromises, PromisesError, readPromises } from '../src/promises/read.js';
import { Promises, strictPromises } from '../src/promises/schema.js';

const file = join(tmpdir(), `promises-${process.pid}.json`);
const read = (text: string) => {
  writeFileSync(file, text);
  return readPromises(file);
};
const service = (more: object) => ({ services: [{ id: 'shop', category: 'necessary', ...more }] });

describe('a file of promises', () => {
  test('is read as it stands', () => {
    const promises = {
      $schema: 'node_modules/@askfirst/audit/schema/promises.json',
      services: [
        { id: 'hotjar', tagId: '1234' },
        { ga4: 'G-X' },
        {
          id: 'shop',
          name: 'This shop',
          category: 'necessary',
          hosts: ['/api/'],
          stores: [{ name: 's*', kind: 'cookie', lifetime: [7, 'day'], httpOnly: true, secure: true }],
          pages: ['/checkout*'],
        },
      ],
      gpc: 'shown',
      fingerprinting: 'ever',
      'cookieless-pings': true,
    };
    expect(read(JSON.stringify(promises))).toEqual(promises);
    expect(read('{}')).toEqual({});
    expect(checkPromises(strictPromises)).toBe(strictPromises);
  });

  test.each([
    ['{', /is no JSON: .* Look for a comma/],
    ['[]', /the file has to be an object\.$/],
    [
      '{"nothing-before-choise":true}',
      /the file has no "nothing-before-choise"\. Did you mean "nothing-before-choice"\?$/,
    ],
    ['{"cookies":[]}', /the file has no "cookies"\. Known: .*services/],
    ['{"gpc":true}', /gpc has to be false or "honoured" or "shown"\.$/],
    ['{"stores":"no"}', /stores has to be a boolean\.$/],
    [JSON.stringify(service({ store: [] })), /services\[0\] has no "store"\. Did you mean "stores"\?$/],
    [JSON.stringify(service({ stores: [{ name: 's' }] })), /services\[0\]\.stores\[0\] needs "kind"\.$/],
    [
      JSON.stringify(service({ stores: [{ name: 's', kind: 'cookies' }] })),
      /services\[0\]\.stores\[0\]\.kind has to be "cookie" or "localStorage"/,
    ],
    [
      JSON.stringify(service({ stores: [{ name: 's', kind: 'cookie', lifetime: '7 days' }] })),
      /lifetime has to be a list or "session" or "persistent" or "unknown"\.$/,
    ],
    ['{"services":[{"category":"analytics"}]}', /services\[0\] needs "id"\.$/],
    ['{"services":[{"id":"shop"}]}', /"shop" is not in the catalogue, so that it needs a "category"/],
  ])('%s is refused with one sentence that says how to mend it', (text, message) => {
    expect(() => read(text)).toThrow(PromisesError);
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(file);
  });

  test('that is not there is said', () => {
    expect(() => readPromises('/nowhere/promises.json')).toThrow('/nowhere/promises.json cannot be read (ENOENT)');
  });
});

test('the strict promises say what the schema says of each that is left out', () => {
  const { properties } = Promises as unknown as { properties: Record<string, { default?: unknown }> };
  const defaults = Object.entries(properties).flatMap(([key, each]) =>
    'default' in each ? [[key, each.default]] : [],
  );
  expect(Object.fromEntries(defaults)).toEqual(strictPromises);
});

test.each(Object.entries({ promises: Promises, report: Report }))(
  'schema/%s.json is that of the types',
  (name, schema) => {
    const published = JSON.parse(readFileSync(new URL(`../schema/${name}.json`, import.meta.url), 'utf8'));
    const { $schema, ...rest } = published;
    expect($schema).toMatch(/^http/);
    expect(rest, 'write it again: node packages/audit/build/schemas.mjs').toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test.each(['factorylm', 'marketing-site', 'ooretz', 'plantops', 'spa-react'])(
  'the promises of %s are such a file',
  (site) => {
    const path = fileURLToPath(new URL(`../../../examples/${site}/promises.json`, import.meta.url));
    expect(readPromises(path).services?.length).toBeGreaterThan(0);
  },
);
