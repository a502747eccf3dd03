import { app, appPage } from '../harness/app.js';
import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** What came before the answer stays in memory: handed over with its own time after a yes, gone after a no. */

const COLLECT = 'https://stats.shop.example.com/collect';
/** A page that reports its view and a click that came before the answer. */
const VIEW = `
  const collect = (name, at) => fetch('${COLLECT}?' + new URLSearchParams({ name, at }), { mode: 'no-cors' });
  window.calledAt = Date.now();
  askfirst.queue('analytics', (at) => collect('page_view', at));
  askfirst.queue('analytics', (at) => collect('second', at));`;

/** By name: requests that leave together arrive in any order. */
const collected = (server: Server) =>
  server
    .requests('/collect?')
    .map((url) => Object.fromEntries(new URL(`https://${url}`).searchParams) as { name: string; at: string })
    .sort((one, other) => one.name.localeCompare(other.name));
const calledAt = (page: Page) => page.evaluate(() => (window as unknown as { calledAt: number }).calledAt);

for (const install of INSTALLS)
  test.describe(`with the ${install}`, () => {
    test.beforeEach(async ({ visit, page, server }) => {
      server.reply(COLLECT, { status: 204 });
      // Late enough to tell the call's own time from the core's.
      if (install === 'fast path') server.reply('/askfirst/askfirst.js', await delayed(1000));
      await visit({ install, attributes: 'data-categories="analytics"', head: `<script>${VIEW}</script>` });
      await expect(seen(page).banner).toBeVisible();
    });

    test('the first page view waits in memory alone, and leaves with its own time after Accept', {
      tag: '@timed',
    }, async ({ page, server }) => {
      await settle(page, 700);
      expect(collected(server)).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
        0,
        0,
        '',
      ]);
      await seen(page).accept.click();
      await expect.poll(() => collected(server).map(({ name }) => name)).toEqual(['page_view', 'second']);
      const late = Number(collected(server)[0]?.at) - (await calledAt(page));
      expect(late, 'milliseconds after the call').toBeLessThan(400);
      expect(late).toBeGreaterThanOrEqual(0);
    });

    test('Reject throws it away, for a later yes, too', async ({ page, server }) => {
      await seen(page).reject.click();
      await page.evaluate(() => window.askfirst.acceptAll());
      await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
      await settle(page);
      expect(collected(server)).toEqual([]);
    });

    test('who leaves without an answer leaves nothing behind', async ({ page, server }) => {
      await page.goto(`${SITE}/empty/`);
      await settle(page);
      expect(collected(server)).toEqual([]);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });

    test('the next page of who has said yes reports at once', { tag: wholeIf(install === 'fast path') }, async ({
      page,
      server,
    }) => {
      await seen(page).accept.click();
      await expect.poll(() => collected(server)).toHaveLength(2);
      server.log.length = 0;
      await page.reload();
      await expect.poll(() => collected(server).map(({ name }) => name)).toEqual(['page_view', 'second']);
    });
  });

/** The core, so many milliseconds late. */
async function delayed(delay: number) {
  const { readFileSync } = await import('node:fs');
  const { builtFile } = await import('../harness/server.mjs');
  return { type: 'text/javascript; charset=utf-8', body: readFileSync(builtFile('askfirst.js')), delay };
}

test('track() of an app keeps calls with what they were called with', { tag: '@timed' }, async ({
  page,
  server,
  said,
}) => {
  void said;
  server.reply(COLLECT, { status: 204 });
  const src = await app(
    server,
    `import { createConsent, createTrack } from 'askfirst';
     const consent = createConsent({ categories: { analytics: {} } });
     const track = createTrack(consent, 'analytics', (at, name) => fetch('${COLLECT}?' + new URLSearchParams({ name, at }), { mode: 'no-cors' }));
     window.calledAt = Date.now();
     track('page_view');
     consent.start();
     track('scroll');
     window.heard = [];
     setTimeout(() => track('late'), 100);`,
  );
  server.page('/app/', appPage(src));
  await page.goto(`${SITE}/app/`);
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect(collected(server)).toEqual([]);
  await seen(page).accept.click();
  await expect.poll(() => collected(server).map(({ name }) => name)).toEqual(['late', 'page_view', 'scroll']);
  const [late, view] = collected(server).map(({ at }) => Number(at)) as [number, number];
  expect(view - (await calledAt(page))).toBeLessThan(400);
  expect(late - view).toBeGreaterThanOrEqual(95);
});
