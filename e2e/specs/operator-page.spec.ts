import type { Page } from '@playwright/test';
import { axe, COLOURS } from '../harness/axe.js';
import { expect, TOKEN, test } from '../harness/operator-page.js';

const violations: string[] = [];
test.beforeEach(async ({ page, operator }) => {
  violations.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(String(error)));
  operator.log.length = 0;
  await page.goto(operator.url);
});
test.afterEach(() => expect(violations).toEqual([]));

async function signIn(page: Page, token = TOKEN) {
  await page.getByLabel('Admin token').fill(token);
  await page.getByRole('button', { name: 'Show' }).click();
}

test('an operator sees who said yes, goes to another month, and groups that are too small stay hidden', async ({
  page,
}) => {
  await expect(page.getByLabel('Site')).toHaveValue('shop');
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consent in November 2026');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'Analytics' })).toContainText(
    '75%90 of 120 visitors said yes',
  );
  const languages = page.getByRole('region', { name: 'Marketing' }).getByRole('table', { name: 'By language' });
  await expect(languages).toContainText('English');
  await expect(languages).toContainText('2 smaller groups together');
  await expect(languages).not.toContainText('Thai');
  await expect(page).toHaveTitle('shop: Consent in November 2026');

  expect(await axe(page, 'body')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page, 'body', COLOURS)).toEqual([]);

  // What had the focus is replaced.
  const before = page.getByRole('button', { name: 'Month before' });
  await before.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consent in October 2026');
  await expect(page.getByRole('main')).toContainText('Fewer than 10 visitors answered.');
  await expect(page.getByRole('main')).not.toContainText('%');
  await expect(before).toBeDisabled();
  const month = page.getByRole('combobox', { name: 'Month' });
  await month.selectOption('November 2026');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consent in November 2026');
  await expect(month).toBeFocused();
});

test('nothing is said without the right token, and the page keeps it nowhere', async ({ page, operator, context }) => {
  expect(await axe(page, 'body')).toEqual([]);
  await signIn(page, 'a-token-that-opens-nothing');
  await expect(page.getByRole('alert')).toHaveText('This token does not open a site of this name.');
  await page.getByLabel('Site').fill('no-such-site');
  await signIn(page);
  await expect(page.getByRole('alert')).toHaveText('This token does not open a site of this name.');

  await page.getByLabel('Site').fill('shop');
  await signIn(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Analytics' })).toBeVisible();
  expect(operator.log.filter((line) => line.endsWith('with a token')).at(-1)).toBe('/v1/shop/page with a token');
  expect(operator.log.join()).not.toContain(TOKEN);
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.content()).not.toContain(TOKEN);
  await page.reload();
  await expect(page.getByLabel('Admin token')).toHaveValue('');
});

test('on a small screen nothing is cut off, and on paper the numbers are there', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Analytics' })).toBeVisible();
  const tooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await tooWide()).toBe(0);
  await page.getByText('Each day in numbers').first().click();
  expect(await tooWide()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('combobox', { name: 'Month' })).toBeHidden();
  await expect(page.getByRole('table', { name: 'By law' }).first()).toBeVisible();
});
