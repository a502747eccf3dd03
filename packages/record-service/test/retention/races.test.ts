/** What an erasure meets: events that arrive late, again or at the same moment, and other instances. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Service } from '../../src/index.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { ADMIN, firstEvent, send, startService } from '../service.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 10);
const iso = (time: number) => new Date(time).toISOString();

describe.each(DATABASES)('races of an erasure, %s', (_, start) => {
  let now = START;
  let service: Service;
  let second: Service;
  let database: Database;
  let databases: Databases;
  const options = () => ({ database, clock: () => new Date(now) });
  const event = (recordId: string, seq: number, at: number, more: object = {}) =>
    firstEvent({ recordId, seq, at: iso(at), ...more });
  const counts = async (events: object[]) => (await send(service.app, events)).json();
  const erase = (recordId: string, seq: number) => counts([event(recordId, seq, now, { keepUntil: iso(now) })]);
  /** What is left of a record, by place; null for what is erased. */
  const left = async (recordId: string) =>
    database.query<{ seq: number }>(
      "select seq::float8 as seq from entries where event ->> 'recordId' = $1 order by n",
      [recordId],
    );
  const waiting = async () =>
    (await database.query<{ count: number }>('select count(*)::int as count from erasures where done_at is null'))[0]
      ?.count;
  const erasedEntries = async () =>
    (await database.query<{ count: number }>('select count(*)::int as count from entries where event is null'))[0]
      ?.count as number;

  beforeAll(async () => {
    databases = await start();
    database = await databases.open();
    service = await startService(options());
    second = await startService(options());
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await second.close();
    await database.close();
    await databases.stop();
  });

  test('an erased event that is sent again is known, and does not come back', async () => {
    now = START;
    const events = [event('again', 1, now), event('again', 2, now)];
    expect(await counts(events)).toEqual({ stored: 2, known: 0 });
    await erase('again', 3);
    now += 31 * DAY;
    await service.runJobs();
    const last = event('again', 3, START, { keepUntil: iso(START) });
    expect(await counts([...events, last])).toEqual({ stored: 0, known: 3 });
    // It never arrived before.
    expect(await counts([event('again', 0 + 4, START - DAY)])).toEqual({ stored: 0, known: 1 });
    expect(await left('again')).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  test('what is chosen in the same browser afterwards is a new record', async () => {
    now = START + 100 * DAY;
    await counts([event('anew', 1, now)]);
    await erase('anew', 2);
    now += 31 * DAY;
    await service.runJobs();
    expect(await counts([event('anew', 3, now)])).toEqual({ stored: 1, known: 0 });
    expect(await left('anew')).toEqual([{ seq: 3 }]);
    await erase('anew', 4);
    now += 31 * DAY;
    await service.runJobs();
    expect(await left('anew')).toEqual([]);
    expect(await counts([event('anew', 3, now - 40 * DAY)])).toEqual({ stored: 0, known: 1 });
  });

  test('an event that waited in a queue goes with the others; one that was made later stays', async () => {
    now = START + 200 * DAY;
    await counts([event('queue', 1, now), event('queue', 5, now)]);
    await erase('queue', 6);
    now += DAY;
    expect(await counts([event('queue', 8, now), event('queue', 3, now - 2 * DAY)])).toEqual({ stored: 2, known: 0 });
    now += 31 * DAY;
    await service.runJobs();
    expect(await left('queue')).toEqual([{ seq: 8 }]);
  });

  test('two instances purge at once, while events arrive: each erasure is carried out once, and nothing is lost', async () => {
    now = START + 300 * DAY;
    const before = await erasedEntries();
    const names = Array.from({ length: 60 }, (_, index) => `race-${String(index).padStart(2, '0')}`);
    await counts(names.map((name) => event(name, 1, now)));
    // The other way round, so that the order of erasures is not that of records.
    await counts([...names].reverse().map((name) => event(name, 2, now, { keepUntil: iso(now) })));
    await counts([...names].reverse().map((name) => event(name, 3, now, { keepUntil: iso(now) })));
    now += 31 * DAY;
    const later = names.map((name) => event(name, 4, now));
    const answers = await Promise.all([
      service.runJobs(),
      second.runJobs(),
      ...[service, second].flatMap(({ app }) => [send(app, later), send(app, later)]),
    ]);
    const statuses = answers.flatMap((answer) => (answer ? [answer.statusCode] : []));
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await counts(later);
    expect(await erasedEntries()).toBe(before + 3 * names.length);
    expect(await waiting()).toBe(0);
    for (const name of names) expect(await left(name)).toEqual([{ seq: 4 }]);
    const verdict = await service.app.inject({
      url: '/v1/shop/verify',
      headers: { authorization: `Bearer ${ADMIN}` },
    });
    expect(verdict.json().findings).toEqual([]);
  }, 120_000);
});
