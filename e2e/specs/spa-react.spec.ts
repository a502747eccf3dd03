import { fileURLToPath } from 'node:url';
import { api } from 'examples/server/api.mjs';
import { createFiles } from 'examples/server/files.mjs';
import { build } from 'vite';
import { seen } from '../harness/interface.js';
import { analyticsSwitch, open, SCREENS, signUp, test } from '../harness/m-factory.js';
import { consent, settle, stored } from '../harness/probe.js';
import { expect } from '../harness/test.js';
import { WHOLE } from '../harness/whole.js';

/** M-Factory, a React app in StrictMode: what it says of analytics, error reports and languages. */

const OTHER_HOSTS = /^(?!www\.shop\.example\.com)/;

test('before a yes and after a no nothing leaves for analytics, errors or payment, on any screen but the checkout', {
  tag: WHOLE,
}, async ({ page, server, said }) => {
  await open(page, 'studio');
  await expect(seen(page).banner).toBeVisible();
  for (const screen of SCREENS.filter((name) => name !== 'credits')) await open(page, screen);
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('planned')), 0));
  await settle(page);
  await seen(page).reject.click();
  await page.getByRole('link', { name: 'Studio', exact: true }).click();
  await page.getByRole('button', { name: 'Print it' }).click();
  await settle(page);
  expect(server.requests(OTHER_HOSTS)).toEqual([]);
  expect(said.errors.splice(0)).toEqual(['Error: planned']);
});

test('the first view waits in memory and is handed over after Accept with its own time; the next ones follow once', {
  tag: WHOLE,
}, async ({ page, sent }) => {
  const before = Date.now();
  await open(page, 'studio');
  await page.getByRole('link', { name: 'Projects' }).click();
  await expect(seen(page).banner).toBeVisible();
  await page.waitForTimeout(1200);
  const asked = Date.now();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  await seen(page).accept.click();
  await expect.poll(sent.views).toEqual(['studio', 'projects']);
  for (const { at } of sent.analytics) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThan(asked - 500);
  }
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect.poll(sent.views).toEqual(['studio', 'projects', 'settings']);
  await page.reload();
  await expect.poll(sent.views).toEqual(['studio', 'projects', 'settings', 'settings']);
});

test('Reject throws away what waited: a later yes in the settings does not bring it back', { tag: WHOLE }, async ({
  page,
  sent,
}) => {
  await open(page, 'studio');
  await seen(page).reject.click();
  await open(page, 'settings/legal');
  await analyticsSwitch(page).click();
  await page.getByRole('link', { name: 'Projects' }).click();
  await expect.poll(sent.views).toEqual(['projects']);
});

test('“withdraw in Settings”: one click per purpose, at once, also after other screens and a reload', {
  tag: WHOLE,
}, async ({ page, sent }) => {
  await open(page, 'settings/legal');
  await seen(page).accept.click();
  await expect.poll(sent.views).toEqual(['settings/legal']);
  await expect(analyticsSwitch(page)).toHaveAttribute('aria-checked', 'true');
  await analyticsSwitch(page).click();
  await expect(analyticsSwitch(page)).toHaveAttribute('aria-checked', 'false');
  expect((await consent(page)).granted).toMatchObject({ analytics: false, errors: true });
  await page.getByRole('link', { name: 'Studio', exact: true }).click();
  await page.getByRole('button', { name: 'Print it' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Projects' }).click();
  await settle(page);
  expect(sent.analytics).toHaveLength(1);
  expect((await stored(page)).choices.analytics).toMatchObject({ granted: false });
  await expect(seen(page).banner).toHaveCount(0);
});

test('an error report is a purpose of its own, and carries no e-mail address', { tag: WHOLE }, async ({
  page,
  said,
  sent,
}) => {
  await open(page, 'studio');
  await seen(page).choose.click();
  await seen(page).toggle('errors').click();
  await seen(page).save.click();
  await expect.poll(async () => (await consent(page)).granted.errors).toBe(true);
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('No account may@example.com')), 0));
  await expect.poll(() => sent.errors.length).toBe(1);
  expect(sent.errors[0]?.stack).toMatch(/No account …/);
  expect(JSON.stringify(sent.errors)).not.toContain('@example.com');
  expect(sent.analytics).toEqual([]);
  expect(said.errors.splice(0)).toHaveLength(1);
});

test('Thai and English: the question follows the page, also while it is open, and a choice holds in both', {
  tag: WHOLE,
}, async ({ page, sent }) => {
  await open(page, 'studio', 'th');
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');
  await expect(seen(page).host).toHaveAttribute('lang', 'th');
  await expect(seen(page).banner).toContainText('การวิเคราะห์การใช้งาน');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(seen(page).host).toHaveCount(1);
  await expect(seen(page).host).toHaveAttribute('lang', 'en');
  await expect(seen(page).banner).toContainText('Product analytics');
  await seen(page).accept.click();
  await expect.poll(sent.views).toEqual(['studio']);
  await open(page, 'privacy');
  await page.getByRole('link', { name: 'ไทย' }).click();
  await expect(seen(page).inline).toHaveAttribute('lang', 'th');
  await expect(seen(page).inlineToggle('analytics')).toBeChecked();
  await expect(page.locator('consent-declaration')).toContainText('คุกกี้');
  await expect(seen(page).banner).toHaveCount(0);
  expect((await stored(page)).locale).toBe('en');
});

test('StrictMode: one banner, one script of the payment provider, at the checkout only, and a quiet console', {
  tag: WHOLE,
}, async ({ page, server, said }) => {
  await open(page, 'studio');
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  expect(server.requests('siam-pay')).toEqual([]);
  for (let visit = 0; visit < 2; visit += 1) {
    await open(page, 'credits');
    await expect(page.getByRole('button', { name: 'Pay with Siam Pay' })).toBeEnabled();
    await open(page, 'projects');
  }
  expect(server.requests('siam-pay')).toHaveLength(1);
  await expect(seen(page).host).toHaveCount(1);
  expect(said.messages).toEqual([]);
});

test('in development React has nothing to warn of, and the watch finds nothing that is not declared', async ({
  page,
  server,
  said,
  sent,
}) => {
  const folder = test.info().outputPath('app');
  const root = fileURLToPath(new URL('../../examples/spa-react/', import.meta.url));
  const define = { 'process.env.NODE_ENV': '"development"', 'import.meta.env.DEV': 'true' };
  await build({ root, define, logLevel: 'error', build: { outDir: folder } });
  const files = createFiles([['/', folder]]);
  server.mount((request, response) => (request.url?.startsWith('/api/') ? api : files)(request, response));
  await open(page, 'studio');
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  await expect.poll(sent.views).toEqual(['studio']);
  await signUp(page);
  for (const screen of SCREENS) await open(page, screen);
  await settle(page, 1500);
  await expect(seen(page).host).toHaveCount(1);
  expect(server.requests('siam-pay')).toHaveLength(1);
  expect(said.messages).toEqual([]);

  await page.evaluate(() => localStorage.setItem('stray', '1'));
  await expect.poll(() => said.messages.join()).toContain('"stray"');
});

test('the authority to complain to, the version and the date are on the privacy page', { tag: WHOLE }, async ({
  page,
}) => {
  await open(page, 'privacy');
  await expect(page.locator('main')).toContainText('Version 2026-05-12');
  await expect(page.locator('main time')).toHaveAttribute('datetime', '2026-05-12');
  await expect(page.locator('main')).toContainText('Personal Data Protection Committee');
});
