import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventHashOf, nextHash } from '../../src/chain/entry.js';
import type { Service } from '../../src/index.js';
import { KINDS, openDatabase } from '../both-databases.js';
import { ADMIN, SITES, secondEvent, send, startService } from '../service.js';

const SITE_TOKEN = 'token-of-the-other-site-with-32-characters';
const NOW = '2026-11-21T10:00:00.000Z';

describe.each(KINDS)('export, %s', (kind) => {
  let service: Service;
  let end: () => Promise<void>;
  const events = Array.from({ length: 1203 }, (_, place) =>
    secondEvent({ recordId: `record-${place % 401}`, seq: 1_795_253_400_000 + place }),
  );

  const fetchExport = (query = '', token = ADMIN, site = 'shop') =>
    service.app.inject({ url: `/v1/${site}/export${query}`, headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    const opened = await openDatabase(kind);
    end = opened.end;
    service = await startService({
      database: opened.database,
      clock: () => new Date(NOW),
      sites: { ...SITES, other: { ...SITES.other, adminToken: SITE_TOKEN } },
    });
    for (let start = 0; start < events.length; start += 100) await send(service.app, events.slice(start, start + 100));
    await send(service.app, [secondEvent({ recordId: 'of-the-other' })], { origin: 'https://other.example' }, 'other');
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await end();
  });

  test('has every entry once, chain by chain, with what its hashes are made of', async () => {
    const answer = await fetchExport('?format=jsonl');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="shop-2026-11-21.jsonl"');
    const [about, ...lines] = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(about).toEqual({ type: 'site', format: 1, site: 'shop', exportedAt: NOW });
    const entries = lines.filter(({ type }) => type === 'entry');
    expect(entries).toHaveLength(events.length);
    const heads = new Map<string, string>();
    for (const { chain, n, recordId, event, ...entry } of entries) {
      const before = heads.get(chain) ?? '00'.repeat(32);
      expect(entry.eventHash).toBe(eventHashOf(event));
      expect(entry.chainHash).toBe(nextHash(before, { n, event, ...entry }));
      expect(recordId).toBe(event.recordId);
      heads.set(chain, entry.chainHash);
    }
    expect(heads.size).toBe(401);
  });

  test('JSON has the same as JSON lines, and is what comes if no format is named', async () => {
    const lines = (await fetchExport('?format=jsonl')).body.trimEnd().split('\n');
    expect((await fetchExport()).json()).toEqual(lines.map((line) => JSON.parse(line)));
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
