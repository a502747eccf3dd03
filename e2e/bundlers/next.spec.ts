import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { seen } from '../harness/interface.js';
import { ran, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { folderOf } from './build.js';
import { runNext } from './next.js';
import { keepsItsPromises } from './promises.js';
import { snippetsIn } from './snippets.js';

test.describe('Next with the App Router, built by next', () => {
  let next: Awaited<ReturnType<typeof runNext>>;
  test.beforeAll(async () => {
    for (const [file, out] of [
      ['App.tsx', 'App.jsx'],
      ['consent.ts', 'consent.js'],
    ] as const) {
      const text = snippetsIn('docs/apps.md').get(file) ?? '';
      const { code } = await transform(text, { loader: 'tsx', jsx: 'preserve' });
      writeFileSync(join(folderOf('next'), 'app/readme', out), code);
    }
    next = await runNext('next');
  });
  test.afterAll(() => next?.stop());
  const passOn: RequestListener = (asked, response) => next.passOn(asked, response);

  keepsItsPromises((server) => {
    server.mount(passOn);
    return '/';
  });

  test('the server sends the page as a visitor without a choice sees it, and React takes it over without a mismatch', async ({
    page,
    server,
    said,
  }) => {
    server.mount(passOn);
    server.page('https://maps.example/berlin', '<!doctype html><title>Map</title>');
    const html = await (await page.goto(`${SITE}/`))?.text();
    expect(html).toContain('id="unmeasured"');
    expect(html).not.toContain('id="measured"');
    expect(html).toMatch(/<button[^>]*>Map<\/button>/);
    expect(html).not.toContain('<iframe');
    await seen(page).accept.click();
    await expect(page.locator('#measured')).toBeVisible();
    await expect(page.locator('iframe[title="Map"]')).toBeVisible();
    // Now the visitor sees what the server could not know.
    await page.reload();
    await expect(page.locator('#measured')).toBeVisible();
    await expect(page.locator('#unmeasured')).toHaveCount(0);
    await expect(page.locator('iframe[title="Map"]')).toHaveCount(1);
    await settle(page);
    expect(said.messages).toEqual([]);
  });

  test("the component of docs/apps.md in a server's page: it asks, and shows the map after Accept", async ({
    page,
    server,
    said,
  }) => {
    server.mount(passOn);
    server.page('https://maps.example/berlin', '<!doctype html><title>Map</title>');
    await page.goto(`${SITE}/readme`);
    await expect(seen(page).banner).toContainText('Your company');
    await settle(page);
    expect(server.requests('maps.example')).toEqual([]);
    await seen(page).accept.click();
    await expect(page.locator('iframe[title="Map"]')).toBeVisible();
    await expect.poll(() => server.requests('googletagmanager.com/gtag/js?id=G-XXXX')).toHaveLength(1);
    expect(said.messages).toEqual([]);
  });

  test('next/script: what is held there waits for the yes and then runs once, inline and external', async ({
    page,
    server,
    said,
  }) => {
    server.mount(passOn);
    await page.goto(`${SITE}/script`);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    expect(server.requests('tags.example.net/next.js')).toEqual([]);
    await seen(page).accept.click();
    const held = async () => (await ran(page)).filter((name) => name !== '/heat.js').sort();
    await expect.poll(held).toEqual(['/next.js', 'inline']);
    await settle(page);
    expect(await held()).toHaveLength(2);
    expect(server.requests('tags.example.net/next.js')).toHaveLength(1);
    expect(said.messages).toEqual([]);
  });
});
