import { createHandler } from 'examples/server/handler.mjs';
import { seen } from '../harness/interface.js';
import { dataLayer, googleHost, settle, storedText } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

/** The promises of the FactoryOps AI privacy policy, on the example that makes them. */

const GTAG = 'www.googletagmanager.com/gtag/js';
const gaCookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => name.startsWith('_ga'));

test.beforeEach(async ({ page, server, said }) => {
  void said;
  server.mount(createHandler({ site: 'marketing-site' }));
  await page.goto(`${SITE}/`);
});

test('“off by default”: before a choice and after Reject no request to Google, no cookie, on any page', async ({
  page,
  server,
  context,
}) => {
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  await seen(page).reject.click();
  for (const path of ['', 'product.html', 'pricing.html', 'case-study.html', 'contact.html', 'privacy.html']) {
    const response = await page.goto(`${SITE}/${path}`);
    expect(response?.status()).toBe(200);
    await settle(page, 150);
    await expect(seen(page).banner).toHaveCount(0);
  }
  expect(server.requests(googleHost)).toEqual([]);
  expect(server.requests(/^(?!www\.shop\.example\.test)/), 'nothing leaves the site at all').toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('“until you click Accept all”: the order default denied, update granted, event, config, and one load of gtag.js', async ({
  page,
  server,
}) => {
  await seen(page).accept.click();
  await expect.poll(() => gaCookies(page)).toHaveLength(2);
  await settle(page);
  expect(server.requests(GTAG)).toHaveLength(1);
  const shape = (await dataLayer(page)).map(({ command, object }) =>
    command ? command.slice(0, 2).join(' ') : object?.event,
  );
  expect(shape.slice(0, 4)).toEqual(['consent default', 'consent update', 'consent_update', 'js date']);
  expect(shape[4]).toMatch(/^config G-/);
  expect((await dataLayer(page))[1]?.command?.[2]).toMatchObject({
    analytics_storage: 'granted',
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
  });
});

test('“or toggle Analytics on”: in the dialog with Save', async ({ page, server }) => {
  await seen(page).choose.click();
  await seen(page).toggle('analytics').click();
  await seen(page).save.click();
  await expect.poll(() => gaCookies(page)).toHaveLength(2);
  await settle(page);
  expect(server.requests(GTAG)).toHaveLength(1);
});

test('“or toggle Analytics on”: in the page, at once', async ({ page, server }) => {
  await page.goto(`${SITE}/privacy.html`);
  await seen(page).inlineToggle('analytics').click();
  await expect.poll(() => gaCookies(page)).toHaveLength(2);
  await settle(page);
  expect(server.requests(GTAG)).toHaveLength(1);
});

test('“so we don’t re-ask on every visit”: after a reload no banner and no interface fetched', async ({
  page,
  server,
}) => {
  await seen(page).accept.click();
  await expect.poll(() => gaCookies(page)).toHaveLength(2);
  server.log.length = 0;
  await page.goto(`${SITE}/product.html`);
  await expect.poll(() => server.requests('/g/collect').length).toBe(1);
  await settle(page);
  expect(server.requests(GTAG)).toHaveLength(1);
  expect(server.requests('askfirst-ui')).toEqual([]);
  await expect(seen(page).banner).toHaveCount(0);
});

test('“we use localStorage (not cookies)”: the choice is one key, and no cookie is set by the site', async ({
  page,
  server,
  context,
}) => {
  await seen(page).reject.click();
  expect(await storedText(page)).not.toBeNull();
  expect(await context.cookies()).toEqual([]);
  expect(server.log.length).toBeGreaterThan(0);
});

test('“you can change your choice at any time:” the control comes right after the sentence and withdraws for good', async ({
  page,
  server,
  context,
}) => {
  await seen(page).accept.click();
  await expect.poll(() => gaCookies(page)).toHaveLength(2);
  await page.goto(`${SITE}/privacy.html`);
  const sentence = await page.evaluate(() => {
    const control = document.querySelector('consent-preferences');
    const before = document.createRange();
    before.setStart(document.body, 0);
    before.setEndBefore(control as Element);
    return before.toString().trim().replace(/\s+/g, ' ').slice(-60);
  });
  expect(sentence).toMatch(/You can change your choice [\w ]+:$/);

  await page.evaluate(() => Object.assign(localStorage, { chat_probe: 'mine', unlock_probe: 'mine' }));
  const before = await page.evaluate(() => Object.keys(localStorage).sort());
  await seen(page).inlineToggle('analytics').click();
  await expect.poll(() => gaCookies(page)).toEqual([]);
  await settle(page, 600);
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(before);
  server.log.length = 0;
  await page.goto(`${SITE}/`);
  await settle(page, 600);
  expect(server.requests(googleHost)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('the control is reachable from every page, in the footer', async ({ page }) => {
  await seen(page).reject.click();
  for (const path of ['', 'product.html', 'pricing.html', 'contact.html', 'privacy.html']) {
    await page.goto(`${SITE}/${path}`);
    await page.locator('[data-consent-open]').last().click();
    await expect(seen(page).dialog).toBeVisible();
  }
});

test('without JavaScript the privacy page says that analytics is off instead of breaking off', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE}/privacy.html`);
  await expect(page.locator('consent-preferences noscript p')).toBeVisible();
  await expect(page.locator('consent-preferences noscript p')).toHaveText(/analytics is off/);
  expect(server.requests(googleHost)).toEqual([]);
  await context.close();
});
