import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../src/index.js';
import type { Statistics } from '../../src/statistics/model.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { ADMIN, secondEvent, send, startService } from '../service.js';

const NOVEMBER = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

describe.each(DATABASES)('statistics in %s', (_, start) => {
  let now = NOVEMBER;
  let service: Service;
  let databases: Databases;
  let seq = 1_795_253_400_000;

  const choice = (granted: boolean) => ({
    granted,
    at: '2026-11-01T00:00:00.000Z',
    until: '2027-05-01T00:00:00.000Z',
    asked: ['ga4'],
  });
  /** What one visitor answers about analytics, now. */
  const answer = (visitor: string, granted: boolean, more: object = {}) =>
    secondEvent({
      recordId: visitor,
      seq: (seq += 1),
      at: new Date(now).toISOString(),
      kind: granted ? 'given' : 'refused',
      choices: { analytics: choice(granted) },
      ...more,
    });
  /** Visitors who answer on a day of November. */
  const visitors = async (name: string, day: number, yes: number, no: number, more: object = {}) => {
    now = NOVEMBER + (day - 1) * DAY;
    const events = Array.from({ length: yes + no }, (_, each) => answer(`${name}-${each}`, each < yes, more));
    expect((await send(service.app, events)).json()).toEqual({ stored: yes + no, known: 0 });
  };
  const read = async (at: number, query = ''): Promise<Statistics> => {
    now = at;
    const answer = await service.app.inject({
      url: `/v1/shop/statistics${query}`,
      headers: { authorization: `Bearer ${ADMIN}` },
    });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };

  beforeAll(async () => {
    databases = await start();
    const database = await databases.open();
    service = await startService({ database, clock: () => new Date(now) });
    await visitors('german', 2, 12, 3, { locale: 'de' });
    await visitors('thai', 3, 11, 5, { locale: 'th', regime: 'thailand', layout: 'modal' });
    await visitors('few', 4, 1, 3, { locale: 'fr' });
    // Nobody was asked, or the answer was counted already.
    await visitors('code', 5, 20, 0, { method: 'api', control: 'api' });
    await visitors('moved', 5, 20, 0, { method: 'imported', kind: 'imported', control: 'import' });
    await visitors('gpc', 5, 0, 20, { kind: 'gpc-applied', control: null });
    await send(service.app, [answer('german-0', false, { kind: 'withdrawn' }), answer('german-14', true)]);
    await visitors('today', 28, 30, 0);
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await service.context.database.close();
    await databases.stop();
  });

  test('each visitor counts once, with the first answer of the month, in each breakdown', async () => {
    const { categories, lastDay, hidden } = await read(NOVEMBER + 27.5 * DAY);
    expect(lastDay).toBe('2026-11-27');
    expect(hidden).toBe(0);
    expect(categories).toHaveLength(1);
    expect(categories[0]).toMatchObject({
      category: 'analytics',
      answers: { yes: 24, no: 11 },
      withdrawals: null,
      by: {
        day: { groups: [{ key: '2026-11-03', yes: 11, no: 5 }], rest: { groups: 2, yes: 13, no: 6 } },
        locale: { groups: [{ key: 'th', yes: 11, no: 5 }], rest: { groups: 2, yes: 13, no: 6 } },
        regime: {
          groups: [
            { key: 'strictest', yes: 13, no: 6 },
            { key: 'thailand', yes: 11, no: 5 },
          ],
          rest: null,
        },
        layout: {
          groups: [
            { key: 'bar', yes: 13, no: 6 },
            { key: 'modal', yes: 11, no: 5 },
          ],
          rest: null,
        },
      },
    });
  });

  test('a day counts once it is over', async () => {
    const { categories, lastDay } = await read(NOVEMBER + 28.1 * DAY);
    expect(lastDay).toBe('2026-11-28');
    expect(categories[0]?.answers).toEqual({ yes: 54, no: 11 });
  });

  test('another month, and another site, have none of it', async () => {
    expect((await read(NOVEMBER + 40 * DAY, '?month=2026-10')).categories).toEqual([]);
    const other = await service.app.inject({
      url: '/v1/other/statistics?month=2026-11',
      headers: { authorization: `Bearer ${ADMIN}` },
    });
    expect(other.json().categories).toEqual([]);
  });

  test.each([
    '2026-13',
    '0000-01',
    '0050-06',
    '1e9',
    '-2026-11',
    '275761-01',
    '9'.repeat(5000),
    '',
    '2026-11&month=2026-12',
    '2026-11%00',
  ])('what is no month is refused: %s', async (month) => {
    for (const path of ['statistics', 'page']) {
      const answer = await service.app.inject({
        url: `/v1/shop/${path}?month=${month}`,
        headers: { authorization: `Bearer ${ADMIN}` },
      });
      expect([path, answer.statusCode, answer.json()]).toEqual([
        path,
        400,
        { error: 'month', message: 'month has to be a year and a month, such as 2026-11.' },
      ]);
    }
  });

  test.each(['1000-01', '1969-12', '9999-12'])('a month without records has no numbers: %s', async (month) => {
    expect(await read(NOVEMBER + 40 * DAY, `?month=${month}`)).toMatchObject({ month, categories: [], hidden: 0 });
  });
});
