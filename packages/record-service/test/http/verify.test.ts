import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, firstEvent, send, startService } from '../service.js';

let service: Awaited<ReturnType<typeof startService>>;
let now = Date.UTC(2026, 10, 21, 10);
beforeAll(async () => {
  service = await startService({ clock: () => new Date(now) });
  await send(service.app, [firstEvent({ recordId: 'ann' })]);
  now += 86_400_000;
  await service.runJobs();
}, 120_000);
afterAll(async () => {
  await service.close();
  await service.database.close();
});

const verify = (body: unknown, token = ADMIN) =>
  service.app.inject({
    method: 'POST',
    url: '/v1/shop/verify',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
const published = async () => (await service.app.inject('/v1/shop/roots')).json();

test('compares the days of the service with those that were published', async () => {
  const answer = await published();
  expect((await verify(answer)).json()).toMatchObject({ days: 1, findings: [] });
  const [root] = answer.roots;
  expect(
    (
      await verify([
        { ...root, previous: root.merkleRoot },
        { ...root, day: '2026-11-20' },
      ])
    ).json().findings,
  ).toEqual([
    {
      code: 'rewritten-day',
      message: 'The root of 2026-11-21 is not the one that was published: other previous.',
    },
    { code: 'missing-day', message: 'The root of 2026-11-20 was published, and is missing here.' },
  ]);
});

test('takes the roots of many years, from the owner alone', async () => {
  const [root] = (await published()).roots;
  const many = Array.from({ length: 10_000 }, () => root);
  expect((await verify(many)).json().findings).toEqual([]);
  expect((await verify(many, 'no-token-at-all-with-thirty-two-characters')).statusCode).toBe(401);
});

test('says what it wants', async () => {
  for (const body of [{}, [1], null, 'roots', { roots: {} }])
    expect([(await verify(body)).statusCode, (await verify(body)).json()]).toEqual([
      400,
      {
        error: 'roots',
        message:
          'What was published is no root: give what /v1/<site>/roots answered, or one such root a line, as JSON.',
      },
    ]);
});
