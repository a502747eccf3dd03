/** What was counted once is kept, and is never older than the last erasure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Service } from '../../src/index.js';
import type { Statistics } from '../../src/statistics/model.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { ADMIN, SITES, secondEvent, send, startService } from '../service.js';

const NOVEMBER = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;
const headers = { authorization: `Bearer ${ADMIN}` };

describe.each(DATABASES)('statistics that are kept, in %s', (_, start) => {
  let now = NOVEMBER;
  let service: Service;
  let second: Service;
  let databases: Databases;
  let database: Database;
  let counted = 0;
  let isAway = false;
  let seq = 0;

  const choice = (granted: boolean) => ({
    granted,
    at: '2026-11-01T00:00:00.000Z',
    until: '2027-05-01T00:00:00.000Z',
    asked: ['ga4'],
  });
  const answers = async (name: string, day: number, yes: number, no: number, locale: string) => {
    now = NOVEMBER + (day - 1) * DAY + DAY / 2;
    const events = Array.from({ length: yes + no }, (_, place) =>
      secondEvent({
        recordId: `${name}-${place}`,
        seq: (seq += 1),
        at: new Date(now).toISOString(),
        choices: { analytics: choice(place < yes) },
        locale,
      }),
    );
    expect((await send(service.app, events)).json()).toEqual({ stored: yes + no, known: 0 });
  };
  const read = async (month = '2026-11'): Promise<Statistics> => {
    const answer = await service.app.inject({ url: `/v1/shop/statistics?month=${month}`, headers });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  const shown = async () => (await read()).categories[0];
  /** How often the entries were counted for it. */
  const countsFor = async (work: () => Promise<unknown>) => {
    const before = counted;
    await work();
    return counted - before;
  };
  const on = (day: number) => {
    now = NOVEMBER + (day - 1) * DAY + DAY / 2;
  };

  beforeAll(async () => {
    databases = await start();
    const opened = await databases.open();
    database = {
      ...opened,
      query: async <Row>(sql: string, values?: readonly unknown[]) => {
        if (!sql.includes('first_answers')) return opened.query<Row>(sql, values);
        counted += 1;
        if (isAway) throw Object.assign(new Error('it is away'), { code: '57P03' });
        return opened.query<Row>(sql, values);
      },
    };
    const sites = { ...SITES, shop: { ...SITES.shop, retentionDays: 0 } };
    const options = { database, clock: () => new Date(now), sites, complain: () => {} };
    service = await startService(options);
    second = await startService(options);
    await answers('german', 2, 20, 5, 'de');
    await answers('thai', 3, 8, 2, 'th');
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await second.close();
    await database.close();
    await databases.stop();
  });

  test('days that are not signed yet are counted each time', async () => {
    on(4);
    expect(await countsFor(read)).toBe(1);
    expect(await countsFor(read)).toBe(1);
  });

  test('signed days are counted once, however many ask, and whichever site or month they ask for', async () => {
    await service.runJobs();
    expect(await countsFor(() => Promise.all([read(), read(), read('2026-10'), read('2026-10')]))).toBe(3);
    const first = await read();
    expect(await countsFor(async () => expect(await read()).toEqual(first))).toBe(0);
    const other = await service.app.inject({ url: '/v1/other/statistics?month=2026-11', headers });
    expect(other.json().categories).toEqual([]);
    expect(first.categories[0]).toMatchObject({
      answers: { yes: 28, no: 7 },
      by: { locale: { groups: [{ key: 'de' }, { key: 'th', yes: 8, no: 2 }], rest: null } },
    });
  });

  test('a count that failed is not kept', async () => {
    await answers('late', 4, 1, 0, 'de');
    on(5);
    await service.runJobs();
    isAway = true;
    const answer = await service.app.inject({ url: '/v1/shop/statistics?month=2026-11', headers });
    isAway = false;
    expect(answer.statusCode).toBe(503);
    expect((await shown())?.answers).toEqual({ yes: 29, no: 7 });
    expect(await countsFor(read)).toBe(0);
  });

  test('an erasure that another instance carries out counts at once, and hides what has become small', async () => {
    const event = secondEvent({
      recordId: 'thai-0',
      seq: (seq += 1),
      at: new Date(now).toISOString(),
      kind: 'erased',
      keepUntil: new Date(now).toISOString(),
    });
    await send(service.app, [event]);
    expect(await countsFor(read)).toBe(0);
    await second.runJobs();
    expect(await shown()).toMatchObject({
      answers: { yes: 28, no: 7 },
      by: { locale: { groups: [], rest: { groups: 2, yes: 28, no: 7 } } },
    });
    expect(await countsFor(read)).toBe(0);
  });

  test('the next day counts once it is over', async () => {
    await answers('next', 5, 3, 0, 'de');
    on(6);
    await service.runJobs();
    expect((await shown())?.answers).toEqual({ yes: 31, no: 7 });
    expect((await read()).lastDay).toBe('2026-11-05');
    expect(await countsFor(read)).toBe(0);
  });
});
