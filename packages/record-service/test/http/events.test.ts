import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstEvent, secondEvent, send, startService } from '../service.js';

describe('events', () => {
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    service = await startService();
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await service.database.close();
  });

  test('of both formats are stored once', async () => {
    const events = [firstEvent(), secondEvent({ seq: 1_795_253_400_001 })];
    expect((await send(service.app, events)).json()).toEqual({ stored: 2, known: 0 });
    expect((await send(service.app, events)).json()).toEqual({ stored: 0, known: 2 });
  });
});
