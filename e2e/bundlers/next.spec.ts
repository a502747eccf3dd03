import type { RequestListener } from 'node:http';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { runNext } from './next.js';
import { keepsItsPromises } from './promises.js';

test.describe('Next with the App Router, built by next', () => {
  let next: Awaited<ReturnType<typeof runNext>>;
  test.beforeAll(async () => {
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
});
