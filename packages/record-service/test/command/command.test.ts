import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChainLine } from '../../src/chain/export-line.js';
import { merkleRoot } from '../../src/chain/merkle.js';
import { type SignedRoot, signRoot } from '../../src/chain/root.js';
import { run } from '../../src/command/run.js';
import { Config } from '../../src/config/config.js';
import { checkConfig, mayOriginSend, readConfig } from '../../src/config/read-config.js';
import { START_MS } from '../databases.js';
import { ADMIN, firstEvent, send, startService } from '../service.js';

const folder = mkdtempSync(join(tmpdir(), 'askfirst-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
async function type(...args: string[]) {
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  return { code: await run(args, { print: hear, complain: hear }), said };
}

/** The chain hashes of ann's entries. */
const annHashes = (lines: readonly string[]) =>
  lines
    .filter((line) => line.includes('"record":"ann"'))
    .flatMap((line) => (JSON.parse(line) as ChainLine).entries.map(({ chainHash }) => chainHash));

describe('verify', () => {
  const day = Date.parse('2026-11-21T12:00:00Z');
  let whole: string;
  let subject: string;
  let key: string;
  /** The answer of the service, as somebody kept it. */
  let published: string;
  beforeAll(async () => {
    let now = day;
    const service = await startService({ clock: () => new Date(now) });
    for (const recordId of ['ann', 'bob'])
      await send(
        service.app,
        [1, 2, 3].map((seq) => firstEvent({ recordId, seq })),
      );
    await service.database.run("update chains set subject = 'ann' where record_id = 'ann'");
    now += 86_400_000;
    await service.runJobs();
    const get = async (url: string) => {
      const answer = await service.app.inject({ url, headers: { authorization: `Bearer ${ADMIN}` } });
      expect(answer.statusCode).toBe(200);
      return answer.body;
    };
    whole = await get('/v1/shop/export?format=jsonl');
    subject = await get('/v1/shop/subjects/ann');
    published = await get('/v1/shop/roots');
    key = JSON.parse(published).publicKey;
    await service.close();
    await service.database.close();
  }, START_MS);

  test('says that an export is as it was written, and knows its key', async () => {
    const file = fileOf('whole.jsonl', whole);
    const { code, said } = await type('verify', file, '--key', key);
    expect(said).toBe(
      `Site shop: 6 entries in 2 chains, 6 of them in 1 signed day.\nSigned with ${key}\nEverything is as it was written.\n`,
    );
    expect(code).toBe(0);
    expect(await type('verify', file, '--key', 'x'.repeat(43))).toMatchObject({
      code: 1,
      said: expect.stringContaining('another key'),
    });
    expect(await type('verify', file, '--key', key.slice(1))).toMatchObject({
      code: 3,
      said: expect.stringContaining('no public key'),
    });
  });

  test('verifies an export of one account by its proofs', async () => {
    expect(await type('verify', fileOf('subject.json', subject))).toMatchObject({
      code: 0,
      said: expect.stringContaining('3 entries in 1 chain, 3 of them in 1 signed day.'),
    });
    const { proofs: _, ...without } = JSON.parse(subject);
    expect(await type('verify', fileOf('without.json', JSON.stringify(without)))).toMatchObject({
      code: 1,
      said: expect.stringContaining('does not lead to the root of 2026-11-21'),
    });
  });

  test.each([
    [
      'a changed answer',
      (text: string) => text.replace('"granted":true', '"granted":false'),
      'changed: The event of entry 1 of record ann',
    ],
    [
      'a removed chain',
      (text: string) => text.replace(/^.*"recordId":"bob".*\n/gm, ''),
      'its root says 6 entries, and there are 3',
    ],
    [
      'a changed time',
      (text: string) =>
        text.replace('"receivedAt":"2026-11-21T12:00:00.000Z', '"receivedAt":"2026-11-21T12:00:01.000Z'),
      'changed: Entry 1 of record ann',
    ],
    ['a file that is cut off', (text: string) => text.slice(0, -20), 'is no JSON'],
    ['a file that is none', () => 'hello', 'is no JSON'],
    ['an empty file', () => '', 'is empty'],
    ['an export of something else', () => '{"a":1}', 'is not what an export has there'],
  ])('names %s', async (_, change, expected) => {
    const { code, said } = await type('verify', fileOf('changed.jsonl', change(whole)));
    expect([code, said]).toEqual([1, expect.stringContaining(expected)]);
  });

  test('says what it cannot see: on a day that is not signed a whole record may be missing', async () => {
    const chains = whole.split('\n').filter((line) => !line.startsWith('{"type":"root"'));
    const { code, said } = await type('verify', fileOf('unsigned.jsonl', chains.slice(0, 2).join('\n')));
    expect([code, said]).toEqual([
      0,
      'Site shop: 3 entries in 1 chain, 0 of them in 0 signed days.\nOn a day that is not signed yet, as today, nobody can see whether a whole record, or its end, is missing.\nWhat is here is as it was written.\n',
    ]);
  });

  test('wants JSON, and says what a CSV is for', async () => {
    expect(await type('verify', fileOf('whole.csv', 'a,b'))).toMatchObject({
      code: 3,
      said: expect.stringContaining('CSV is for spreadsheets'),
    });
  });

  const withRoots = async (roots: string, text = whole) =>
    type('verify', fileOf('whole.jsonl', text), '--roots', fileOf('published.json', roots));
  const root = (): SignedRoot => JSON.parse(published).roots[0];

  test.each([
    ['an answer of the service', () => published],
    ['a list of roots', () => JSON.stringify([root()], null, 2)],
    ['one root a line', () => `${JSON.stringify(root())}\n`],
    ['one answer a line, of each day', () => `${published}\r\n\n${published}\n`],
    ['answers of several sites', () => `${published}\n${JSON.stringify({ ...root(), site: 'other', entries: 9 })}`],
    // It was not over.
    ['a root that is newer than the export', () => JSON.stringify([root(), { ...root(), day: '2026-11-22' }])],
  ])('compares with the roots that were published: %s', async (_, roots) => {
    const { code, said } = await withRoots(roots());
    expect(said).toMatch(/Compared with (1 published day|2 published days)\.\n/);
    expect([code, said]).toEqual([0, expect.stringContaining('Everything is as it was written.')]);
  });

  test.each([
    [
      'another root',
      () => ({ merkleRoot: '0'.repeat(64), entries: 5 }),
      'rewritten-day: The root of 2026-11-21 is not the one that was published: other entries, merkleRoot.',
    ],
    [
      'other erasures',
      () => ({ erasures: 1, erasuresRoot: '0'.repeat(64) }),
      'rewritten-day: The root of 2026-11-21 is not the one that was published: other erasures, erasuresRoot.',
    ],
    [
      'another day',
      () => ({ day: '2026-11-20' }),
      'missing-day: The root of 2026-11-20 was published, and is missing here.',
    ],
    [
      'another site',
      () => ({ site: 'other' }),
      'missing-day: None of the published roots is of the site shop: nothing was compared.',
    ],
  ])('names what differs from the roots that were published: %s', async (_, change, expected) => {
    const { code, said } = await withRoots(JSON.stringify({ ...root(), ...change() }));
    expect([code, said.split('\n')[0]]).toEqual([1, expected]);
  });

  test('names a day that was signed anew, which nothing in the export shows', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const lines = whole.trimEnd().split('\n');
    const { site: _, ...forged } = signRoot(
      { ...root(), entries: 3, merkleRoot: merkleRoot(annHashes(lines)) },
      privateKey,
    );
    const text = lines
      .filter((line) => !line.includes('"recordId":"bob"'))
      .map((line) => (line.startsWith('{"type":"root"') ? JSON.stringify({ type: 'root', ...forged }) : line))
      .join('\n');
    const file = fileOf('forged.jsonl', text);
    expect((await type('verify', file)).code).toBe(0);
    const { code, said } = await withRoots(published, text);
    expect([code, said.split('\n')[0]]).toEqual([
      1,
      'rewritten-day: The root of 2026-11-21 is not the one that was published: other entries, merkleRoot, publicKey, signature.',
    ]);
  });

  test.each([
    ['no JSON', 'hello', 'Line 1 is no root: give what /v1/<site>/roots answered'],
    ['one bad line', '\n{"roots":[]}\n{"day":1}', 'Line 3 is no root'],
    ['an answer of something else', '{"a":1}', 'The file is no root'],
    ['a root without its hash', '[{"site":"shop","day":"2026-11-21"}]', 'The file is no root'],
    ['nothing', '\n', 'The file is empty'],
  ])('wants roots that are some: %s', async (_, roots, expected) => {
    const { code, said } = await withRoots(roots);
    expect([code, said]).toEqual([3, expect.stringContaining(expected)]);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('wants files that are there', async () => {
    expect(await type('verify', fileOf('whole.jsonl', whole), '--roots', join(folder, 'nothing'))).toMatchObject({
      code: 3,
      said: expect.stringContaining('There is no file'),
    });
    expect(await type('verify', join(folder, 'nothing'))).toMatchObject({
      code: 3,
      said: expect.stringContaining('There is no file'),
    });
  });
});

describe('the configuration', () => {
  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['a list', '[]', 'must be object'],
    ['an unknown field', '{"prot": 1}', '/prot is unknown'],
    [
      'a field of a site that is misspelt',
      '{"sites":{"a":{"origin":["loopback"]}}}',
      '/sites/a/origin is unknown. Known are origins, secret, adminToken, retentionDays.',
    ],
    ['a proxy by its name', '{"trustProxy":"10.0.0.0/8, proxy.local"}', 'trustProxy: "proxy.local" is no address'],
    [
      'an origin in capitals',
      '{"sites":{"a":{"origins":["https://A.example:443"]}}}',
      '"https://A.example:443" of the site "a" is no origin as browsers send it. Write "https://a.example".',
    ],
    [
      'a short secret',
      '{"sites":{"a":{"origins":["loopback"],"secret":"short"}}}',
      '/sites/a/secret must not have fewer than 32',
    ],
    ['an origin with a path', '{"sites":{"a":{"origins":["https://a.example/"]}}}', 'Write "https://a.example".'],
    [
      'one secret for two sites',
      JSON.stringify({
        sites: Object.fromEntries(['a', 'b'].map((site) => [site, { origins: ['loopback'], secret: 's'.repeat(32) }])),
      }),
      'the sites "a" and "b" have the same "secret"',
    ],
    ['a name with a slash', '{"sites":{"a/b":{"origins":["loopback"]}}}', '/sites/a/b is no name of a site: up to 63'],
  ])('is refused with one sentence: %s', async (_, content, expected) => {
    const { code, said } = await type('--config', fileOf('config.json', content));
    expect([code, said]).toEqual([3, expect.stringContaining(expected)]);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('may be left out, but not be named and missing', () => {
    expect(readConfig()).toEqual({});
    expect(() => readConfig(join(folder, 'none.json'))).toThrow('There is no file');
  });

  test('has the schema that is published', () => {
    const { $schema: _, ...published } = JSON.parse(
      readFileSync(new URL('../../schema/config.json', import.meta.url), 'utf8'),
    );
    expect(published, 'write it again: node packages/record-service/build/schemas.mjs').toEqual(
      JSON.parse(JSON.stringify(Config)),
    );
    expect(Compile(published).Check(checkConfig({ sites: { a: { origins: ['loopback'] } } }, 'it'))).toBe(true);
  });

  test.each([
    ['http://localhost:4173', true],
    ['http://127.0.0.1', true],
    ['http://[::1]:80', true],
    ['https://app.localhost', true],
    ['https://localhost.evil.example', false],
    ['http://127.0.0.1.evil.example', false],
    ['null', false],
    ['', false],
  ])('loopback is %s: %s', (origin, expected) => expect(mayOriginSend(['loopback'], origin)).toBe(expected));
});

test('says its version, and where the kept builds lie', async () => {
  expect(await type('--version')).toEqual({ code: 0, said: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect((await type('keep', '--help')).said).toContain('--data <folder>');
});

test('a wrong port is named', async () => {
  expect(await type('--port', '70000')).toMatchObject({ code: 3, said: expect.stringContaining('from 0 to 65535') });
});

describe('what hinders a start is said with what to do', () => {
  const start = async (env: Record<string, string>, ...args: string[]) => {
    for (const [name, value] of Object.entries({ ASKFIRST_ADMIN_TOKEN: ADMIN, ...env })) vi.stubEnv(name, value);
    const said = await type('--data', join(folder, 'data'), ...args);
    vi.unstubAllEnvs();
    return said;
  };
  test.each([
    ['postgres://a:secret@127.0.0.1:1/b', 1, 'The PostgreSQL of DATABASE_URL, 127.0.0.1:1/b, cannot be used: '],
    ['mysql://a:secret@127.0.0.1/b', 3, 'DATABASE_URL begins with "mysql:". Write postgres://user:password@host/name'],
  ])('the database: %s', async (url, code, expected) => {
    const answer = await start({ DATABASE_URL: url });
    expect(answer).toEqual({ code, said: expect.stringContaining(expected) });
    expect(answer.said).not.toContain('secret');
  });

  test('the port', { timeout: START_MS }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await start({}, '--port', String(port))).toEqual({
      code: 1,
      said: `Port ${port} of 127.0.0.1 is in use. End what uses it, or name another with --port.\n`,
    });
    other.close();
  });

  test('the folder', async () => {
    const file = fileOf('no-folder', '');
    expect(await start({}, '--data', join(file, 'data'))).toEqual({
      code: 1,
      said: expect.stringMatching(
        /no-folder.data cannot be made or written \(ENOTDIR\). Name a place that .* with --data or --out\.\n$/,
      ),
    });
  });
});
