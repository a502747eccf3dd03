import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLines, toObject } from '../../src/chain/export-file.js';
import { verifyExport } from '../../src/chain/verify-export.js';
import type { Service } from '../../src/index.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { ADMIN, SITES, secondEvent, send, startService } from '../service.js';
import { each } from './sample.js';

const SITE_TOKEN = 'token-of-the-other-site-with-32-characters';
const NOW = '2026-11-21T10:00:00.000Z';

describe.each(DATABASES)('export in %s', (_, start) => {
  let service: Service;
  let databases: Databases;
  const events = Array.from({ length: 1203 }, (_, place) =>
    secondEvent({ recordId: `record-${place % 401}`, seq: 1_795_253_400_000 + place }),
  );

  const fetchExport = (query = '', token = ADMIN, site = 'shop') =>
    service.app.inject({ url: `/v1/${site}/export${query}`, headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    databases = await start();
    const database = await databases.open();
    service = await startService({
      database,
      clock: () => new Date(NOW),
      sites: { ...SITES, other: { ...SITES.other, adminToken: SITE_TOKEN } },
    });
    for (let start = 0; start < events.length; start += 100) await send(service.app, events.slice(start, start + 100));
    await send(service.app, [secondEvent({ recordId: 'of-the-other' })], { origin: 'https://other.example' }, 'other');
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await service.context.database.close();
    await databases.stop();
  });

  test('has every entry once, chain by chain, with what its hashes are made of', async () => {
    const answer = await fetchExport('?format=jsonl');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="shop-2026-11-21.jsonl"');
    const lines = answer.body.trimEnd().split('\n');
    expect(JSON.parse(lines[0] as string)).toEqual({ type: 'site', format: 1, site: 'shop', exportedAt: NOW });
    const seen = await verifyExport(readLines(each(lines)));
    expect(seen).toMatchObject({ site: 'shop', chains: 401, entries: events.length, findings: [] });
    const stored = lines.flatMap((line) => JSON.parse(line).entries ?? []).map(({ event }) => event);
    expect(stored.sort((one, other) => one.seq - other.seq)).toEqual(events);
  });

  test('JSON has the same as JSON lines, and is what comes if no format is named', async () => {
    const lines = readLines(each((await fetchExport('?format=jsonl')).body.split('\n')));
    const all = [];
    for await (const line of lines) all.push(line);
    const { proofs, ...object } = toObject(all);
    expect((await fetchExport()).json()).toEqual(object);
  });

  test('CSV has a line for each entry', async () => {
    const answer = await fetchExport('?format=csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body.trimEnd().split('\n')).toHaveLength(events.length + 1);
  });

  test('a format that there is not is refused', async () => {
    for (const format of ['xml', 'constructor', 'toString'])
      expect((await fetchExport(`?format=${format}`)).json()).toEqual({
        error: 'format',
        message: 'format has to be json, jsonl or csv.',
      });
  });

  test('what belongs to a site opens to its own token and to that of the service, and to nobody else', async () => {
    expect((await fetchExport('', SITE_TOKEN, 'other')).body).toContain('of-the-other');
    expect((await fetchExport('', ADMIN, 'other')).statusCode).toBe(200);
    const addresses = ['/export', '/statistics', '/page', '/subjects/ada', '/subjects/ada/verify'];
    for (const token of [SITE_TOKEN, 'x'.repeat(ADMIN.length), ADMIN.slice(0, -1), '', '00000000'])
      for (const address of addresses) {
        const answer = await service.app.inject({
          url: `/v1/shop${address}`,
          headers: { authorization: `Bearer ${token}` },
        });
        expect([address, answer.statusCode]).toEqual([address, 401]);
        expect(answer.body).not.toContain('record-');
      }
    for (const address of addresses)
      expect((await service.app.inject({ url: `/v1/shop${address}` })).statusCode).toBe(401);
  });
});
