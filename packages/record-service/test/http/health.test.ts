import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openEmbedded } from '../../src/index.js';
import { startService } from '../service.js';

let database: Database;
let service: Awaited<ReturnType<typeof startService>>;
let asked = 0;
let isAway = false;
beforeAll(async () => {
  const embedded = await openEmbedded();
  database = {
    ...embedded,
    query: async <Row>(sql: string, values?: readonly unknown[]) => {
      if (sql === 'select 1') asked += 1;
      if (isAway) throw Object.assign(new Error('it is away'), { code: '57P03' });
      return embedded.query<Row>(sql, values);
    },
  };
  service = await startService({ database, complain: () => {}, limits: { requestsPerMinute: 1 } });
}, 120_000);
afterAll(async () => {
  await service.close();
  await database.close();
});

const health = async () => (await service.app.inject('/health')).statusCode;
const many = () => Promise.all(Array.from({ length: 20 }, health));

test('however often health is asked for, the database is asked once a second, and what it says now counts', async () => {
  expect(new Set([...(await many()), ...(await many())])).toEqual(new Set([200]));
  expect(asked).toBe(1);
  isAway = true;
  await setTimeout(1200);
  expect(new Set(await many())).toEqual(new Set([503]));
  isAway = false;
  await setTimeout(1200);
  expect(new Set(await many())).toEqual(new Set([200]));
  expect(asked).toBe(3);
});
