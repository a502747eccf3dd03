import { expect, test } from 'vitest';
import { toJson, toJsonLines } from '../../src/export/json.js';
import { chainOf, exported, HASH, textOf } from './sample.js';

const root = {
  day: '2026-11-28',
  entries: 3,
  merkleRoot: HASH,
  previous: null,
  publicKey: 'key',
  signature: 'signature',
};
const chains = [chainOf([{ policy: 'a\nb\u2028"' }, null]), chainOf([null], { record: null })];

test('JSON is one object with everything', async () => {
  expect(JSON.parse(await textOf(toJson(exported(chains, [root]))))).toEqual({
    format: 1,
    site: 'default',
    exportedAt: '2026-11-29T00:00:00.000Z',
    roots: [root],
    chains,
  });
});

test('JSON of a site without records is whole, too', async () => {
  expect(JSON.parse(await textOf(toJson(exported([]))))).toMatchObject({ site: 'default', roots: [], chains: [] });
});

test('JSON lines say what each is, and no value breaks a line', async () => {
  const lines = (await textOf(toJsonLines(exported(chains, [root])))).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { type: 'site', format: 1, site: 'default', exportedAt: '2026-11-29T00:00:00.000Z' },
    { type: 'root', ...root },
    ...chains.map((chain) => ({ type: 'chain', ...chain })),
  ]);
});
