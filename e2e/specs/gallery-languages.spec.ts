import { readFileSync } from 'node:fs';
import { locales } from '@askfirst/data/locales';
import { expect, test } from '../harness/gallery.js';
import { WHOLE } from '../harness/whole.js';

/** The page of the gallery where a translator sees each language, and gets the file of its texts. */

const frames = 'iframe:visible';

test('shows every language there is, asked in it, each for itself', { tag: WHOLE }, async ({ page, gallery, said }) => {
  await page.goto(gallery.at('', 'languages/'));
  await expect(page.locator('#status')).toHaveText(`${Object.keys(locales).length} languages`);
  await expect(page.locator(frames)).toHaveCount(Object.keys(locales).length);

  await page.getByLabel('Language').fill('Norwegian');
  await expect(page.locator(frames)).toHaveCount(1);
  const { locale: norwegian } = await (locales.nb as NonNullable<typeof locales.nb>)();
  const one = page.frameLocator(frames).locator('askfirst-ui');
  await expect(one).toHaveAttribute('lang', 'nb');
  // Playwright scrolls what is in a frame, not the page around it.
  await page.locator(frames).evaluate((frame) => frame.scrollIntoView({ block: 'end' }));
  await one.getByRole('button', { name: norwegian.reject }).click();
  await expect(one.locator('[part~="banner"]')).toHaveCount(0);

  await page.getByLabel('Language').fill('עברית');
  const { locale: hebrew } = await (locales.he as NonNullable<typeof locales.he>)();
  const other = page.frameLocator(frames).locator('askfirst-ui');
  await expect(other).toHaveAttribute('dir', 'rtl');
  await expect(other.getByRole('button', { name: hebrew.accept })).toBeVisible();

  await page.getByLabel('Show').selectOption('The settings');
  await expect(other.getByRole('dialog')).toContainText(hebrew.preferencesIntro);
  await page.getByLabel('Language').fill('Klingon');
  await expect(page.locator('#status')).toHaveText('0 languages');
  expect(said).toEqual([]);
});

test('hands a translator the file', { tag: WHOLE }, async ({ browser, gallery }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(gallery.at('', 'languages/'));
  await page.getByRole('button', { name: 'Copy the file of Brazilian Portuguese' }).click();
  await expect(page.locator('#status')).toContainText('pt-br.ts is on the clipboard');
  const file = new URL('../../packages/data/src/locales/pt-br.ts', import.meta.url);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(readFileSync(file, 'utf8'));
  await context.close();
});

test('fits a phone, and nothing is wrong for those who use the keyboard', async ({ page, gallery }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(gallery.at('', 'languages/'));
  await page.getByLabel('Language').fill('Thai');
  await expect(page.locator(frames)).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  for (const [key, name] of [
    ['Tab', 'Show'],
    ['Tab', 'Layout'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByLabel(name)).toBeFocused();
  }
});
