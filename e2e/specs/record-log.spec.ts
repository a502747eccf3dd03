import type { ConsentManager } from 'askfirst';
import type { eraseLocalData, exportLocalData, RecordLog } from 'askfirst/records';
import { app, appPage } from '../harness/app.js';
import { endpoint, type Received } from '../harness/endpoint.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    log: RecordLog;
    held: { exportLocalData: typeof exportLocalData; eraseLocalData: typeof eraseLocalData };
  }
}

const code = (options = '', records = '', url = '/api/records') => `
  import { createConsent } from 'askfirst';
  import { formConsent } from 'askfirst/forms';
  import { policyAcceptance } from 'askfirst/acceptance';
  import { sendRecords, exportLocalData, eraseLocalData } from 'askfirst/records';
  window.held = { exportLocalData, eraseLocalData };
  window.askfirst = createConsent({
    categories: { analytics: {}, marketing: {} }, policy: { version: '2.1' }, region: 'TH', ${options}
  });
  window.log = sendRecords(askfirst, { url: '${url}', headers: { 'x-csrf': 'abc' }, ${records} });
  window.updates = formConsent({ purpose: 'product-updates' });
  window.terms = policyAcceptance({
    versions: [{ version: '1', publishedAt: '2025-01-01', effectiveAt: '2025-01-01', url: '/privacy' }],
  });
  askfirst.start();`;

async function visit(page: Page, server: Server, ...parts: Parameters<typeof code>) {
  const own = endpoint(server);
  const body = `<main><h1>An app</h1><button data-consent-open>Settings</button>${heldFile('a.js')}</main>`;
  server.page('/', appPage(await app(server, code(...parts)), body));
  await page.goto(SITE);
  return own;
}

const decide = (page: Page, choice: Parameters<ConsentManager['decide']>[0]) =>
  page.evaluate((wanted) => window.askfirst.decide(wanted), choice);
const grants = (events: Received[]) =>
  events.map(({ choices }) => Object.values(choices).map(({ granted }) => granted));
const waiting = (page: Page) => page.evaluate(() => window.log.events().length);
const isOrdered = (events: Received[]) => events.every(({ seq }, at) => at === 0 || seq > (events[at - 1]?.seq ?? 0));

test('nothing is sent before a choice; then accept, change and withdraw are three lines of one record', async ({
  page,
  server,
}) => {
  const { events, state } = await visit(page, server);
  await expect(seen(page).banner).toBeVisible();
  await page.evaluate(() => window.log.identify('ann'));
  await settle(page);
  expect([state.posts, await page.evaluate(() => localStorage.length)]).toEqual([0, 0]);

  await seen(page).accept.click();
  await expect.poll(() => events.length).toBe(1);
  await page.getByRole('button', { name: 'Settings' }).click();
  await seen(page).toggle('marketing').press('Space');
  await seen(page).save.click();
  await expect.poll(() => events.length).toBe(2);
  await page.evaluate(() => window.askfirst.withdraw());
  await expect.poll(() => events.length).toBe(3);

  expect(grants(events)).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  const record = await page.evaluate(() => window.askfirst.record());
  expect(events.map(({ recordId }) => recordId)).toEqual(Array(3).fill(record?.id));
  expect(isOrdered(events)).toBe(true);
  expect(events.map(({ method }) => method)).toEqual(['banner', 'preferences', 'api']);
  expect(events[0]).toMatchObject({
    v: 1,
    format: 2,
    recordId: record?.id,
    seq: expect.any(Number),
    at: expect.stringMatching(/Z$/),
    choices: expect.any(Object),
    policy: '2.1',
    regime: 'thailand',
    locale: 'en',
    method: 'banner',
    subject: 'ann',
  });
  expect(state.headers).toMatchObject({ 'x-csrf': 'abc', 'content-type': 'application/json' });
  await page.reload();
  await settle(page);
  expect([events.length, await waiting(page)]).toEqual([3, 0]);
});

test('offline, the choices wait in the browser, and go when the network is back', async ({
  page,
  server,
  context,
  said,
}) => {
  const { events } = await visit(page, server);
  // All that the app needs is there.
  await expect(seen(page).banner).toBeVisible();
  await context.setOffline(true);
  await decide(page, { analytics: true, marketing: true });
  await decide(page, { marketing: false });
  await settle(page);
  expect([events.length, await waiting(page)]).toEqual([0, 2]);
  await context.setOffline(false);
  await expect
    .poll(() => grants(events))
    .toEqual([
      [true, true],
      [true, false],
    ]);
  await expect.poll(() => waiting(page)).toBe(0);
  expect(said.messages.filter((message) => message.includes('askfirst'))).toEqual([]);
});

test('a server that fails gets them at the next visit, and the owner reads one message', async ({
  page,
  server,
  said,
}) => {
  const { events, state } = await visit(page, server);
  state.status = 503;
  await decide(page, { analytics: true });
  await decide(page, { analytics: false });
  await expect.poll(() => state.posts).toBeGreaterThan(1);
  expect(await waiting(page)).toBe(2);
  expect(said.messages).toEqual([expect.stringContaining('/api/records: Error: it answered 503')]);
  state.status = 204;
  await page.reload();
  await expect.poll(() => grants(events)).toEqual([[true], [false]]);
  await expect.poll(() => waiting(page)).toBe(0);
});

test('a visitor who leaves with the click: the choice arrives all the same', async ({ page, server }) => {
  const { events } = await visit(page, server);
  server.page('/next', '<title>Next</title>');
  await expect(seen(page).banner).toBeVisible();
  await page.evaluate(() => {
    window.askfirst.acceptAll();
    location.href = '/next';
  });
  await expect.poll(() => events.length).toBe(1);
  // The next spec has the same tab.
  await expect(page).toHaveTitle('Next');
});

test('two tabs write one log: each change once, in order, whoever makes it', async ({ page, server, context }) => {
  const { events } = await visit(page, server);
  const other = await context.newPage();
  await other.goto(SITE);
  const rounds: [Page, boolean][] = [
    [page, true],
    [other, false],
    [page, true],
    [page, false],
    [other, true],
  ];
  for (const [tab, granted] of rounds) {
    await decide(tab, { analytics: granted });
    for (const each of [page, other])
      await expect.poll(() => each.evaluate(() => window.askfirst.$consent.get().granted.analytics)).toBe(granted);
  }
  await expect.poll(() => events.length).toBe(rounds.length);
  await settle(page);
  expect(grants(events)).toEqual(rounds.map(([, granted]) => [granted]));
  expect(isOrdered(events)).toBe(true);
  expect([await waiting(page), await waiting(other)]).toEqual([0, 0]);
});

test('two tabs offline: both send what waits, and the server has each line once', async ({ page, server, context }) => {
  const { events } = await visit(page, server);
  const other = await context.newPage();
  await other.goto(SITE);
  for (const tab of [page, other]) await expect(seen(tab).banner).toBeVisible();
  await context.setOffline(true);
  await decide(page, { analytics: true });
  await expect.poll(() => other.evaluate(() => window.askfirst.$consent.get().granted.analytics)).toBe(true);
  await decide(other, { analytics: false });
  await settle(page);
  expect(await waiting(page)).toBe(2);
  await context.setOffline(false);
  await expect.poll(() => grants(events)).toEqual([[true], [false]]);
  await expect.poll(() => waiting(page)).toBe(0);
  await settle(page);
  expect(events).toHaveLength(2);
});

test('a sign-in links what was chosen before; a sign-out takes the name off; a deleted account has its date', async ({
  page,
  server,
}) => {
  const { events } = await visit(page, server, '', "retention: { until: 'accountDeletion', plus: 'P30D' }");
  await decide(page, { analytics: true });
  await page.evaluate(() => window.log.identify('ann'));
  await expect.poll(() => events.map(({ subject }) => subject)).toEqual([undefined, 'ann']);
  expect(events[1]?.recordId).toBe(events[0]?.recordId);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('ann');
  const until = await page.evaluate(() => window.log.erase());
  expect(Math.round((Date.parse(until) - Date.now()) / 86_400_000)).toBe(30);
  await expect.poll(() => events[2]).toMatchObject({ subject: 'ann', keepUntil: until });
  await decide(page, { analytics: false });
  await expect.poll(() => events.length).toBe(4);
  expect(events[3]).not.toHaveProperty('subject');
});

for (const [where, options] of [
  ['localStorage', ''],
  ['localStorage and a cookie for subdomains', "cookieDomain: 'shop.example.com'"],
] as const) {
  test(`the visitor's copy is all there is in ${where}; once erased nothing is left, and the page follows without a reload`, async ({
    page,
    server,
    context,
  }) => {
    const { events } = await visit(page, server, options);
    await page.evaluate(async () => {
      localStorage.setItem('cart', 'full');
      document.cookie = 'cart=full';
      await window.terms.accept('ann');
      window.updates.grant('Mail me');
    });
    await expect(seen(page).banner).toBeVisible();
    await seen(page).accept.click();
    await expect.poll(() => events.length).toBe(1);
    await expect.poll(() => page.evaluate(() => window.ran)).toEqual(['/a.js']);
    const other = await context.newPage();
    await other.goto(SITE);
    await expect.poll(() => other.evaluate(() => window.askfirst.$consent.get().granted.analytics)).toBe(true);

    const { localStorage: local, cookies } = await page.evaluate(() =>
      JSON.parse(JSON.stringify(window.held.exportLocalData())),
    );
    const all = await page.evaluate(() => Object.keys(localStorage));
    expect(Object.keys(local).sort()).toEqual(all.filter((key) => key !== 'cart').sort());
    expect(local.askfirst).toEqual(await page.evaluate(() => window.askfirst.record()));
    expect(local['askfirst.form.product-updates'].answers).toHaveLength(1);
    expect(local['askfirst.acceptance'].subjects).toHaveLength(1);
    expect(Object.keys(cookies)).toEqual(options ? ['askfirst'] : []);

    await page.evaluate(() => window.held.eraseLocalData());
    expect(await page.evaluate(() => [{ ...localStorage }, document.cookie])).toEqual([{ cart: 'full' }, 'cart=full']);
    for (const tab of [page, other]) {
      await expect
        .poll(() => tab.evaluate(() => [window.askfirst.record(), window.askfirst.$consent.get().granted.analytics]))
        .toEqual([null, false]);
      await expect(seen(tab).banner).toBeVisible();
    }
    expect(await page.evaluate(() => window.updates.$answer.get())).toBeNull();
    expect(await page.evaluate(() => window.terms.isDue('ann'))).toBe(true);
    await settle(page);
    expect(events).toHaveLength(1);
    expect(await page.evaluate(() => window.held.exportLocalData())).toEqual({ localStorage: {}, cookies: {} });
    // A new life, under a new name.
    await seen(page).accept.click();
    await expect.poll(() => events.length).toBe(2);
    expect(events[1]?.recordId).not.toBe(events[0]?.recordId);
  });
}

test('storage that is forbidden: what was chosen is sent from memory', async ({ page, server }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const { events } = await visit(page, server);
  await decide(page, { analytics: true });
  await decide(page, { analytics: false });
  await expect.poll(() => grants(events)).toEqual([[true], [false]]);
  await expect.poll(() => waiting(page)).toBe(0);
});

test('erasing takes what services have stored, too, and asks again', async ({ page, server }) => {
  const stores = `[{ name: '_heat', kind: 'cookie', lifetime: [1, 'month'] }, { name: 'heat', kind: 'localStorage', lifetime: 'persistent' }]`;
  await visit(
    page,
    server,
    `services: [{ id: 'heat', name: 'Heat', provider: 'Example', category: 'analytics', stores: ${stores} }]`,
  );
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  await page.evaluate(() => {
    document.cookie = '_heat=1; path=/';
    localStorage.heat = '1';
    window.held.eraseLocalData();
  });
  await expect.poll(() => page.evaluate(() => [document.cookie, localStorage.heat])).toEqual(['', undefined]);
  await expect(seen(page).banner).toBeVisible();
});

test('two sites on one origin: what waits for the server of one is never sent to that of the other', async ({
  page,
  server,
}) => {
  const { events, state } = await visit(page, server, `site: 'anna'`);
  state.status = 503;
  await decide(page, { analytics: true });
  await expect.poll(() => state.posts).toBe(1);
  await page.goto('about:blank');
  state.status = 204;
  server.page('/berta', appPage(await app(server, code(`site: 'berta'`, '', '/api/records/berta'))));
  await page.goto(`${SITE}/berta`);
  await decide(page, { marketing: false });
  await expect.poll(() => grants(events)).toEqual([[false]]);
  await settle(page, 1500);
  expect([events.length, await waiting(page)]).toEqual([1, 0]);
  server.page('/', appPage(await app(server, code(`site: 'anna'`))));
  await page.goto(SITE);
  await expect.poll(() => grants(events)).toEqual([[false], [true]]);
});

test('everything is erased while an event is on its way: the answer brings nothing back', async ({ page, server }) => {
  await visit(page, server);
  const answers: (() => unknown)[] = [];
  server.mount((_, response) => answers.push(() => response.writeHead(204).end()));
  await decide(page, { analytics: true });
  await expect.poll(() => answers.length).toBe(1);
  await page.evaluate(() => window.held.eraseLocalData());
  answers[0]?.();
  await page.evaluate(() => window.log.flush());
  await settle(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
