import { readFileSync } from 'node:fs';
import type { PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, dataLayer, settle, updates } from '../harness/probe.js';
import { builtFile } from '../harness/server.mjs';
import { expect, type Server, test } from '../harness/test.js';

const GA4 = 'data-ga4="G-TEST1" data-asked="analytics:ga4"';
const fast = (parts: PageParts = {}): PageParts => ({ install: 'fast path', attributes: GA4, ...parts });

const ownFiles = (server: Server) =>
  server
    .requests('/askfirst/')
    .map((url) => url.split('/').pop())
    .sort();

/** Keeps the core away long enough to see what the stub does on its own. */
const CORE_DELAY = 1500;
const delayCore = (server: Server, delay = CORE_DELAY) => {
  server.reply('/askfirst/askfirst.js', {
    type: 'text/javascript',
    body: readFileSync(builtFile('askfirst.js')),
    delay,
  });
};

test('with something to ask the interface is fetched beside the core, once', async ({ page, visit, server }) => {
  delayCore(server);
  await visit(fast());
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect(ownFiles(server)).toEqual(['askfirst-ui.js', 'askfirst.js']);
  const core = server.log.find(({ path }) => path.endsWith('/askfirst.js'));
  const ui = server.log.find(({ path }) => path.endsWith('/askfirst-ui.js'));
  expect((ui?.time ?? 0) - (core?.time ?? 0), 'asked for long before the core was there').toBeLessThan(CORE_DELAY);
});

test('with nothing to ask only the core is fetched', async ({ page, visit, server }) => {
  await visit(fast());
  await seen(page).reject.click();
  await settle(page);
  server.log.length = 0;
  await page.reload();
  await consent(page);
  await settle(page);
  expect(ownFiles(server)).toEqual(['askfirst.js']);
});

test('nothing of it blocks rendering', async ({ page, visit }) => {
  await visit(fast());
  await consent(page);
  const blocking = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[])
      .filter(({ name }) => name.includes('/askfirst/'))
      .map(({ renderBlockingStatus }) => renderBlockingStatus),
  );
  expect(blocking.length).toBeGreaterThan(0);
  expect(new Set(blocking)).toEqual(new Set(['non-blocking']));
});

test('the denied default is there before the core, so a tag further down cannot come first', async ({
  page,
  visit,
  server,
}) => {
  delayCore(server);
  await visit(fast({ head: '<script>window.lengthAtTag = dataLayer.length; gtag("event", "early");</script>' }));
  expect(await page.evaluate(() => window.lengthAtTag)).toBe(1);
  expect((await dataLayer(page))[0]?.command?.slice(0, 2)).toEqual(['consent', 'default']);
  await consent(page);
  await settle(page);
  expect((await commands(page, 'consent')).map((command) => command[1])).toEqual(['default']);
});

test('calls made before the core arrives are kept: open, when, on, decide', async ({ page, visit, server }) => {
  delayCore(server, 700);
  await visit(
    fast({
      body: '<main><h1>Early</h1></main>',
      head: `<script>
        window.heard = [];
        askfirst.when('analytics').then(() => heard.push('when'));
        askfirst.on('analytics', (granted) => heard.push(granted));
        askfirst.open();
      </script>`,
    }),
  );
  await expect(seen(page).dialog).toBeVisible();
  expect(await page.evaluate(() => window.heard)).toEqual([false]);
  await seen(page).acceptInDialog.click();
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(expect.arrayContaining([true, 'when']));
});

test('whoever kept the stub in a variable reaches the core through it', async ({ page, visit, server }) => {
  delayCore(server, 300);
  await visit(fast({ head: '<script>window.stub = askfirst;</script>' }));
  await consent(page);
  await page.evaluate(() => window.stub.acceptAll());
  await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
});

test.describe('a returning visitor', () => {
  test.beforeEach(async ({ page, visit, server }) => {
    await visit(fast());
    await seen(page).accept.click();
    await expect.poll(() => server.requests('gtag/js').length).toBe(1);
    await settle(page);
    server.log.length = 0;
  });

  test('has the stored yes said by the stub, before the core is there, and not twice', async ({
    page,
    visit,
    server,
  }) => {
    delayCore(server);
    await visit(fast({ head: '<script>window.early = [...dataLayer].map((entry) => entry[1]);</script>' }));
    expect(await page.evaluate(() => window.early)).toEqual(['default', 'update']);
    await consent(page);
    await expect.poll(() => server.requests('gtag/js').length).toBe(1);
    expect(await updates(page)).toHaveLength(1);
    expect((await updates(page))[0]?.analytics_storage).toBe('granted');
  });

  test('whose question has changed since is not granted by the stub', async ({ page, visit, server }) => {
    delayCore(server, 500);
    await visit(
      fast({
        attributes: 'data-ga4="G-TEST1" data-revision="2" data-asked="analytics:ga4,@2"',
        head: '<script>window.early = [...dataLayer].map((entry) => entry[1]);</script>',
      }),
    );
    expect(await page.evaluate(() => window.early)).toEqual(['default']);
    await expect(seen(page).banner).toBeVisible();
    expect((await updates(page)).filter((update) => update.analytics_storage === 'granted')).toEqual([]);
  });

  test('whose snippet lacks data-asked waits for the core, and gets one update all the same', async ({
    page,
    visit,
    server,
  }) => {
    delayCore(server, 500);
    await visit(
      fast({
        attributes: 'data-ga4="G-TEST1" data-asked=""',
        head: '<script>window.early = [...dataLayer].map((entry) => entry[1]);</script>',
      }),
    );
    expect(await page.evaluate(() => window.early)).toEqual(['default']);
    await expect.poll(() => server.requests('gtag/js').length).toBe(1);
    expect(await updates(page)).toHaveLength(1);
  });
});

test('a core that never arrives leaves a working page and everything denied', async ({ page, visit, server }) => {
  server.reply('/askfirst/askfirst.js', { status: 404 });
  await visit(
    fast({
      body: '<main><h1>Shop</h1><script type="text/plain" data-consent="analytics" src="https://tags.example.net/held.js"></script></main>',
    }),
  );
  await settle(page);
  await expect(page.getByRole('heading', { name: 'Shop' })).toBeVisible();
  expect(server.requests(/google|tags\.example/)).toEqual([]);
  expect((await commands(page, 'consent')).map((command) => command[1])).toEqual(['default']);
});

test('an interface that never arrives is tried, denies everything, and is said once', async ({
  page,
  visit,
  server,
  said,
}) => {
  server.reply('/askfirst/askfirst-ui.js', { status: 404 });
  await visit({ attributes: 'data-ga4="G-TEST1"' });
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(false);
  expect(server.requests('google')).toEqual([]);
  expect(said.messages.filter((text) => /askfirst/i.test(text)).length).toBe(1);
});
