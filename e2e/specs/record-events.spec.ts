import { readFileSync } from 'node:fs';
import type { RecordEvent } from 'askfirst/records';
import { hashOf } from 'askfirst/records';
import { app, appPage } from '../harness/app.js';
import { endpoint } from '../harness/endpoint.js';
import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { builtFile } from '../harness/server.mjs';
import { expect, type Locator, type Page, type Server, SITE, test } from '../harness/test.js';

const TAG = '<script type="module" src="/askfirst/askfirst-records.js" data-url="/api/records"></script>';
const PAGE = {
  attributes: 'data-ga4="G-TEST1" data-region="DE" data-policy-version="2.1"',
  config: { categories: { marketing: {} } },
  head: TAG,
  body: '<main><h1>A shop</h1><button data-consent-open>Settings</button></main>',
};
const { build } = JSON.parse(readFileSync(builtFile('build.json'), 'utf8'));

/** The texts of a layer as docs/records.md describes them, and nothing of the code. */
const textsOf = async (layer: Locator) =>
  hashOf(
    await layer.evaluate((element) => {
      const inside = (node: Node): string[] =>
        node.nodeType === Node.TEXT_NODE
          ? [(node.nodeValue ?? '').replace(/\s+/g, ' ').trim()]
          : [...node.childNodes].flatMap(inside);
      return inside(element).filter((text) => text !== '');
    }),
  );
const own = (server: Server) => {
  const { state, events } = endpoint(server);
  return { state, events: events as unknown as RecordEvent[] };
};
const kinds = (events: readonly RecordEvent[]) => events.map(({ kind }) => kind);
const isChain = (events: readonly RecordEvent[]) =>
  events.every(({ previous }, place) => previous === (place ? hashOf(events[place - 1]) : null));
const decide = (page: Page, choice: object) => page.evaluate((wanted) => window.askfirst.decide(wanted), choice);

for (const install of INSTALLS)
  test(`an event says what was asked, shown and pressed, under which build, options and law; each names the one before it, with the ${install}`, async ({
    page,
    visit,
    server,
    said,
  }) => {
    const { events } = own(server);
    await visit({ ...PAGE, install });
    const ui = seen(page);
    await expect(ui.banner).toBeVisible();
    await settle(page);
    expect([events.length, await page.evaluate(() => localStorage.length)]).toEqual([0, 0]);

    const asked = await textsOf(ui.banner);
    await ui.accept.click();
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({
      format: 2,
      kind: 'given',
      about: ['analytics', 'marketing'],
      asked: { analytics: ['ga4'], marketing: [] },
      granted: { analytics: true, marketing: true },
      control: 'accept',
      layout: 'bar',
      texts: asked,
      build,
      options: expect.stringMatching(/^[0-9a-f]{64}$/),
      regimeReviewedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      gpc: false,
      previous: null,
    });

    await page.getByRole('button', { name: 'Settings' }).click();
    await ui.toggle('marketing').press('Space');
    const detailed = await textsOf(ui.dialog);
    await ui.save.click();
    await expect.poll(() => events.length).toBe(2);
    expect(events[1]).toMatchObject({ kind: 'withdrawn', control: 'save', layout: null, texts: detailed });
    expect(events[1]?.granted).toEqual({ analytics: true, marketing: false });

    await page.getByRole('button', { name: 'Settings' }).click();
    await ui.save.click();
    await expect.poll(() => events.length).toBe(3);
    await decide(page, { analytics: false });
    await expect.poll(() => events.length).toBe(4);
    expect(kinds(events)).toEqual(['given', 'withdrawn', 'reaffirmed', 'withdrawn']);
    expect(events[3]).toMatchObject({ about: ['analytics'], control: 'api', layout: null, texts: null });

    await page.reload();
    await settle(page);
    expect(events.length).toBe(4);
    await decide(page, { analytics: true });
    await expect.poll(() => events.length).toBe(5);
    expect(isChain(events)).toBe(true);
    expect(said.messages).toEqual([]);
  });

test('what was on the first layer is known in the preferences that it opened, and in a layout of its own', async ({
  page,
  visit,
  server,
}) => {
  const { events } = own(server);
  await visit({ ...PAGE, attributes: `${PAGE.attributes} data-layout="modal"` });
  const ui = seen(page);
  await ui.choose.click();
  await ui.rejectInDialog.click();
  await expect.poll(() => events.length).toBe(1);
  expect(events[0]).toMatchObject({ kind: 'refused', control: 'reject', layout: 'modal' });
});

test('a records tag that arrives after the banner still sees it, and the switch in the page', async ({
  page,
  visit,
  server,
}) => {
  const { events } = own(server);
  await visit({ ...PAGE, head: '', body: `${PAGE.body}<consent-preferences></consent-preferences>` });
  const ui = seen(page);
  await expect(ui.banner).toBeVisible();
  const asked = await textsOf(ui.banner);
  await page.evaluate(async () => {
    const file = '/askfirst/askfirst-records.js';
    const { sendRecords } = await import(file);
    sendRecords(window.askfirst, { url: '/api/records' });
  });
  await ui.reject.click();
  await expect.poll(() => events.length).toBe(1);
  expect(events[0]).toMatchObject({ control: 'reject', layout: 'bar', texts: asked, options: null });

  const inline = await textsOf(ui.inline.locator('[part~=inline]'));
  await ui.inlineToggle('analytics').press('Space');
  await expect.poll(() => events.length).toBe(2);
  expect(events[1]).toMatchObject({ kind: 'given', control: 'switch', layout: null, texts: inline });
});

test('the signal that comes and goes, and a yes whose time is over, are noted once each', async ({
  page,
  visit,
  server,
}) => {
  const { events } = own(server);
  await page.clock.install({ time: Date.now() });
  await visit(PAGE);
  await seen(page).accept.click();
  await page.clock.runFor(2000);
  await expect.poll(() => events.length).toBe(1);

  await page.addInitScript(() => {
    const key = 'globalPrivacyControl';
    Object.defineProperty(Navigator.prototype, key, { configurable: true, get: () => !sessionStorage.getItem('off') });
  });
  for (const round of [1, 2]) {
    await page.reload();
    await page.clock.runFor(2000 * round);
  }
  await expect.poll(() => kinds(events)).toEqual(['given', 'gpc-applied']);
  expect(events[1]).toMatchObject({ about: ['marketing'], gpc: true, granted: { analytics: true, marketing: false } });
  await page.evaluate(() => sessionStorage.setItem('off', '1'));
  await page.reload();
  await page.clock.runFor(2000);
  await expect.poll(() => kinds(events)).toEqual(['given', 'gpc-applied', 'gpc-ended']);

  const until = Object.values(events[0]?.choices ?? {})
    .map((choice) => choice.until)
    .sort()
    .at(-1) as string;
  await page.clock.setSystemTime(Date.parse(until) + 86_400_000);
  for (const round of [1, 2]) {
    await page.reload();
    await page.clock.runFor(2000 * round);
  }
  await expect.poll(() => kinds(events).slice(3)).toEqual(['expired']);
  expect(events[3]).toMatchObject({ about: ['analytics', 'marketing'], at: until, control: null });
  await seen(page).accept.click();
  await page.clock.runFor(2000);
  await expect.poll(() => kinds(events).slice(3)).toEqual(['expired', 'given']);
  expect(isChain(events)).toBe(true);
});

test('what 0.1.0 has left to be sent is sent as it is, and the line goes on from it', async ({
  page,
  visit,
  server,
}) => {
  const { events } = own(server);
  const file = new URL('../fixtures/contracts/0.1.0/log.json', import.meta.url);
  const left: Record<string, RecordEvent> = JSON.parse(readFileSync(file, 'utf8'));
  const waiting = Object.entries(left).flatMap(([key, event]) => (key === 'askfirst.log' ? [] : [event]));
  const { recordId: id, choices, policy, regime, locale, method } = waiting.at(-1) as RecordEvent;
  await page.clock.install({ time: '2026-11-22T09:30:00.000Z' });
  await page.addInitScript(
    ([entries, record]) => {
      if (localStorage.length) return;
      localStorage.setItem('askfirst', JSON.stringify(record));
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, JSON.stringify(value));
    },
    [left, { v: 1, id, policy, locale, method, regime, checked: null, choices }] as const,
  );
  await visit({ ...PAGE, config: {} });
  await page.clock.runFor(2000);
  await expect.poll(() => events.slice(0, 2)).toEqual(waiting);
  await decide(page, { analytics: true });
  await page.clock.runFor(2000);
  await expect.poll(() => kinds(events).at(-1)).toBe('given');
  const [first, ...later] = events.slice(1);
  expect(later.map(({ previous }) => previous)).toEqual([first, ...later].slice(0, -1).map(hashOf));
});

const APP = (options = '') => `
  import { createConsent } from 'askfirst';
  import { onQuestion } from 'askfirst/headless';
  import { sendRecords } from 'askfirst/records';
  const options = { categories: { analytics: {}, marketing: {} }, region: 'TH', ${options} };
  window.askfirst = createConsent(options);
  window.log = sendRecords(askfirst, { url: '/api/records', options });
  askfirst.start();
  onQuestion(askfirst, options, (question) => { window.question = question; });`;

async function openApp(page: Page, server: Server, options?: string) {
  const found = own(server);
  server.page('/', appPage(await app(server, APP(options)), '<main><h1>An app</h1></main>'));
  await page.goto(SITE);
  return found;
}

test("a site's own question: what nobody has seen is null, and the options have a hash without the place", async ({
  page,
  server,
}) => {
  const { events } = await openApp(page, server, "ui: { layout: 'none' }, revision: '7'");
  await expect.poll(() => page.evaluate(() => !!(window as never as { question: unknown }).question)).toBe(true);
  await page.evaluate(() => (window as never as { question: { accept(): void } }).question.accept());
  await expect.poll(() => events.length).toBe(1);
  expect(events[0]).toMatchObject({
    control: 'api',
    layout: null,
    texts: null,
    build,
    asked: { analytics: ['@7'], marketing: ['@7'] },
    options: hashOf({ categories: { analytics: {}, marketing: {} }, ui: { layout: 'none' }, revision: '7' }),
    regime: 'thailand',
  });
});

test('two tabs decide at the same moment: the server has both answers, and the line shows where it forked', async ({
  page,
  server,
  context,
}) => {
  const { events } = await openApp(page, server);
  const other = await context.newPage();
  await other.goto(SITE);
  for (const tab of [page, other]) await expect(seen(tab).banner).toBeVisible();
  await decide(page, { analytics: true });
  await expect.poll(() => events.length).toBe(1);
  await Promise.all([decide(page, { analytics: false }), decide(other, { marketing: true })]);
  await settle(page, 1500);
  await decide(page, { analytics: true });
  const last = await page.evaluate(() => window.askfirst.record()?.choices);
  await expect.poll(() => events.at(-1)?.choices).toEqual(last);
  const hashes: unknown[] = events.map(hashOf);
  for (const { previous } of events.slice(1)) expect(hashes).toContain(previous);
  expect(new Set(events.map(({ recordId, seq }) => `${recordId} ${seq}`)).size).toBe(events.length);
});

test('lost storage: the next answer begins a new line under a new name, and nobody is known again', async ({
  page,
  server,
}) => {
  const { events } = await openApp(page, server);
  await decide(page, { analytics: true });
  await expect.poll(() => events.length).toBe(1);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await seen(page).reject.click();
  await expect.poll(() => events.length).toBe(2);
  expect(events[1]).toMatchObject({ kind: 'refused', previous: null });
  expect(events[1]?.recordId).not.toBe(events[0]?.recordId);
});

test('the list of the visitor stays when the server has it, without the name of the account, and its hashes are those of the events', async ({
  page,
  server,
}) => {
  const { events } = await openApp(page, server);
  await decide(page, { analytics: true });
  await page.evaluate(() => window.log.identify('customer-4711'));
  await decide(page, { analytics: false });
  await expect.poll(() => events.length).toBe(3);
  await expect.poll(() => page.evaluate(() => window.log.events().length)).toBe(0);
  const list = await page.evaluate(() => window.log.history());
  expect(list.map(({ event }) => event.kind)).toEqual(['given', 'linked', 'withdrawn']);
  expect(events.map(({ subject }) => subject)).toEqual([undefined, 'customer-4711', 'customer-4711']);
  expect(list.map(({ hash }) => hash)).toEqual(events.map(hashOf));
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('customer-4711');
});
