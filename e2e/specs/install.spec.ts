import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, settle } from '../harness/probe.js';
import { STATIC } from '../harness/server.mjs';
import { expect, SITE, test } from '../harness/test.js';

const GA4 = 'data-ga4="G-TEST1"';

for (const install of INSTALLS) {
  for (const crossorigin of ['', 'crossorigin']) {
    test(`works from the site's host for static files, with the ${install}${crossorigin && ` and ${crossorigin}`}`, async ({
      page,
      visit,
      server,
    }) => {
      await visit({ install, lang: 'de', origin: STATIC, attributes: `${GA4} ${crossorigin}` });
      await expect(seen(page).banner).toBeVisible();
      await seen(page).accept.click();
      await expect.poll(() => server.requests('gtag/js').length).toBe(1);
      await settle(page);
      const own = server.requests('askfirst/askfirst');
      expect(own.filter((url) => !url.startsWith(new URL(STATIC).host))).toEqual([]);
      expect(new Set(own).size, `each once: ${own}`).toBe(own.length);
    });
  }
}

test('Askfirst twice on one page works as one, and says so at most once', async ({ page, visit, said, server }) => {
  await visit({ head: `<script src="/askfirst/askfirst.js" ${GA4}></script>` });
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js').length).toBe(1);
  await settle(page);
  expect(server.requests('gtag/js')).toHaveLength(1);
  expect((await commands(page, 'consent')).map((command) => command[1])).toEqual(['default', 'update']);
  await expect(page.locator('askfirst-ui')).toHaveCount(1);
  expect(said.messages.length).toBeLessThanOrEqual(1);
});

test('a page without <body> markup is asked too', async ({ page, server }) => {
  server.page('/bare/', `<!doctype html><title>Bare</title><script src="/askfirst/askfirst.js" ${GA4}></script>`);
  await page.goto(`${SITE}/bare/`);
  await expect(seen(page).banner).toBeVisible();
});

test('a page that throws on its own is asked too', async ({ page, visit, said }) => {
  await visit({ head: `<script>throw new Error('of the page')</script>` });
  await expect(seen(page).banner).toBeVisible();
  expect(said.errors.splice(0)).toEqual(['Error: of the page']);
});

test('the files are served with the integrity that sri.json names', async ({ page, server }) => {
  await page.goto(`${SITE}/empty/`);
  const integrity = await page.evaluate(async () => (await fetch('/askfirst/sri.json')).json());
  expect(Object.keys(integrity)).toContain('askfirst.js');
  server.page(
    '/integrity/',
    `<!doctype html><title>Integrity</title><script src="/askfirst/askfirst.js" integrity="${integrity['askfirst.js']}" crossorigin ${GA4}></script>`,
  );
  await page.goto(`${SITE}/integrity/`);
  await expect(seen(page).banner).toBeVisible();
});
