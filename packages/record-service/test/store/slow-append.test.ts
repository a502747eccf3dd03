import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/index.js';
import { DATABASES, type Databases, START_MS } from '../databases.js';
import { firstEvent, send, startService } from '../service.js';

// The embedded database has one connection, which waits for nobody.
const start = DATABASES.find(([kind]) => kind === 'postgres')?.[1];
describe.runIf(start)('an append to PostgreSQL', () => {
  let databases: Databases;
  let database: Database;
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    databases = await (start as NonNullable<typeof start>)();
    database = await databases.open();
    service = await startService({ database, complain: () => {} });
  }, START_MS);
  afterAll(async () => {
    await service.close();
    await database.close();
    await databases.stop();
  });

  test('an event that had to wait for so long that its day may be closed is not stored with its old time', async () => {
    const event = (seq: number) => [firstEvent({ recordId: 'slow', seq })];
    expect((await send(service.app, event(1))).json()).toEqual({ stored: 1, known: 0 });
    const limit = (text: string) =>
      database.run(
        `create or replace function longest_append() returns interval language sql as $$ select interval '${text}' $$`,
      );
    await limit('0.2 seconds');
    const late = await database.transaction(async ({ query }) => {
      await query("select from chains where record_id = 'slow' for update");
      const answer = send(service.app, event(2));
      await new Promise((done) => setTimeout(done, 800));
      return { answer };
    });
    const { statusCode, headers } = await late.answer;
    expect([statusCode, headers['retry-after']]).toEqual([503, '30']);
    await limit('1 minute');
    expect((await send(service.app, event(2))).json()).toEqual({ stored: 1, known: 0 });
  });
});
