import type { RecordLog } from 'askfirst/records';
import { app, appPage } from '../harness/app.js';
import { endpoint, type Received } from '../harness/endpoint.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    log: RecordLog;
  }
}

const CODE = `
  import { createConsent } from 'askfirst';
  import { sendRecords } from 'askfirst/records';
  window.askfirst = createConsent({ categories: { analytics: {} }, region: 'DE' });
  window.log = sendRecords(askfirst, { url: '/api/records' });
  askfirst.start();`;

async function visit(page: Page, server: Server) {
  const own = endpoint(server);
  server.page('/', appPage(await app(server, CODE)));
  await page.goto(SITE);
  return own;
}

const decide = (page: Page, analytics: boolean) =>
  page.evaluate((granted) => window.askfirst.decide({ analytics: granted }), analytics);
const waiting = (page: Page) => page.evaluate(() => window.log.events().length);
const grants = (events: Received[]) => events.map(({ choices }) => choices.analytics?.granted);
/** Changes the answer every 20 ms. */
const change = (page: Page, times: number) =>
  page.evaluate(async (rounds) => {
    for (let round = 0; round < rounds; round += 1) {
      window.askfirst.decide({ analytics: round % 2 === 0 });
      await new Promise((done) => setTimeout(done, 20));
    }
  }, times);

test('a redirect, a sign-in page, an error: none of them counts as kept, and nobody else gets the events', async ({
  page,
  server,
  said,
}) => {
  const { events, state } = await visit(page, server);
  const html = '\n<!doctype html><title>Sign in</title>';
  const answers: [number, string, string][] = [
    [301, '/api/', ''],
    [302, '/sign-in', ''],
    [303, '/sign-in', ''],
    [307, 'https://sso.example.net/in', ''],
    [308, '/api/records/', ''],
    [200, '', html],
    [503, '', ''],
  ];
  for (const [place, [status, location, body]] of answers.entries()) {
    Object.assign(state, { status, page: body });
    state.answer = location ? { location } : { 'content-type': 'Text/HTML' };
    await decide(page, place % 2 === 0);
    await page.evaluate(() => window.log.flush());
    expect(await waiting(page), `${status} ${location}`).toBe(place + 1);
  }
  expect(server.requests(/sign-in|sso|api\/$|records\/$/)).toEqual([]);
  expect(said.messages).toEqual([
    expect.stringContaining('it redirects. Set url to the final address'),
    expect.stringContaining('it answered with an HTML page'),
    expect.stringContaining('it answered 503'),
  ]);
  // Many servers call a short word, or nothing, HTML.
  Object.assign(state, { status: 200, page: '', answer: { 'content-type': 'text/html' } });
  await page.evaluate(() => window.log.flush());
  expect([grants(events), await waiting(page)]).toEqual([answers.map((_, place) => place % 2 === 0), 0]);
});

test('one request that is never answered holds up nothing: not later changes, nor those of who leaves', async ({
  page,
  server,
}) => {
  await page.clock.install();
  const { events, state } = await visit(page, server);
  // From here on time passes only where this test says so: a slow machine would reach the limit by itself.
  await page.clock.pauseAt(Date.now() + 60_000);
  state.hangs = true;
  await decide(page, true);
  await expect.poll(() => state.posts).toBe(1);
  state.hangs = false;
  await decide(page, false);
  await settle(page);
  expect(events).toEqual([]);
  await page.clock.runFor(13_000);
  await expect.poll(() => grants(events)).toEqual([true, false]);
  await expect.poll(() => waiting(page)).toBe(0);

  state.hangs = true;
  await page.clock.runFor(2000);
  await decide(page, true);
  await expect.poll(() => state.posts).toBe(3);
  state.hangs = false;
  await decide(page, false);
  await page.goto(`${SITE}/next`);
  await expect.poll(() => grants(events)).toEqual([true, false, false]);
  // The next visit has the one without an answer.
  await page.goto(SITE);
  await expect.poll(() => grants(events)).toEqual([true, false, false, true]);
});

test('a hundred quick changes are a handful of requests, also while the server is down; what finds no room is said once', async ({
  page,
  server,
  said,
}) => {
  const { events, state } = await visit(page, server);
  await change(page, 100);
  await expect.poll(() => waiting(page)).toBe(0);
  expect(grants(events)).toEqual(Array.from({ length: 100 }, (_, round) => round % 2 === 0));
  expect(state.posts).toBeLessThanOrEqual(12);

  Object.assign(state, { status: 503, posts: 0 });
  await change(page, 120);
  expect(state.posts).toBeLessThanOrEqual(5);
  expect(await waiting(page)).toBe(100);
  expect(said.messages).toEqual([
    expect.stringContaining('it answered 503'),
    expect.stringMatching(/More than 100 changes wait for \/api\/records.*dropped/),
  ]);
  state.status = 204;
  await page.evaluate(() => window.log.flush());
  expect([events.length, grants(events).at(-1), await waiting(page)]).toEqual([200, false, 0]);
});
