import type { Locator, Page } from '@playwright/test';
import { axe, COLOURS } from '../harness/axe.js';
import { expect, test } from '../harness/gallery.js';
import { seen } from '../harness/interface.js';
import { box, contrast, look } from '../harness/pixels.js';
import { WHOLE } from '../harness/whole.js';

/** The page of the gallery where an owner makes a theme, and gets its CSS. */

const THEMES = ['Gazette', 'Meridian', 'Hearth', 'Registry'];
const SCHEMES = ['light', 'dark'] as const;

const choose = (page: Page, theme: string) => page.getByText(theme, { exact: true }).click();

/** What a theme says about a surface, as the browser has computed it. */
const surface = (locator: Locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, color, borderTopColor, borderTopLeftRadius, boxShadow, fontFamily } =
      getComputedStyle(element);
    return { backgroundColor, color, borderTopColor, borderTopLeftRadius, boxShadow, fontFamily };
  });

/** The question in one frame of the page, or in a page of its own. */
const partsIn = (within: Pick<Page, 'locator'>) => {
  const part = (name: string) => within.locator(`askfirst-ui [part~="${name}"]`);
  return {
    banner: part('banner'),
    title: part('title'),
    accept: part('accept'),
    reject: part('reject'),
    choose: part('choose'),
  };
};
const looks = async (within: Pick<Page, 'locator'>) => {
  const { banner, title, accept, reject } = partsIn(within);
  await expect(accept).toBeVisible();
  return {
    banner: await surface(banner),
    title: await title.evaluate((element) => getComputedStyle(element).fontSize),
    accept: { ...(await look(accept)), ...(await surface(accept)) },
    reject: { ...(await look(reject)), ...(await surface(reject)) },
  };
};

for (const theme of THEMES)
  test(`${theme}: its CSS gives any page the same look, fair and legible in light and dark`, {
    tag: WHOLE,
  }, async ({ page, gallery, said }) => {
    await page.goto(gallery.at('', 'theme/'));
    await choose(page, theme);
    const css = (await page.locator('#css').textContent()) ?? '';
    const layout = await page.getByLabel('Layout').inputValue();
    const shown: Record<string, Awaited<ReturnType<typeof looks>>> = {};
    for (const scheme of SCHEMES) {
      const section = page.locator(`section[data-scheme=${scheme}]`);
      await expect(section.locator('.good')).toHaveCount(6);
      await expect(section.locator('.bad')).toHaveCount(0);
      shown[scheme] = await looks(section.frameLocator('iframe'));
    }
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(gallery.at('', `languages/shown.html?lang=en&layout=${layout}`));
      await page.addStyleTag({ content: css });
      const here = await looks(page);
      expect(here, `pasted, ${scheme}`).toEqual(shown[scheme]);
      expect(here.reject, scheme).toEqual(here.accept);
      const [yes, no] = [await box(seen(page).accept), await box(seen(page).reject)];
      expect(no.width).toBeCloseTo(yes.width, 0);
      expect(no.height).toBeCloseTo(yes.height, 0);
      const { background, behind, borderColour, colour } = here.accept;
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
      expect(Math.max(contrast(background, behind), contrast(borderColour, behind))).toBeGreaterThanOrEqual(3);
      expect(await axe(page, 'askfirst-ui', COLOURS)).toEqual([]);
      // The second layer wears it, too.
      await seen(page).choose.click();
      await expect(seen(page).dialog).toBeVisible();
      expect(await axe(page, ['askfirst-ui', '[part~=dialog]'], COLOURS)).toEqual([]);
    }
    expect(said).toEqual([]);
  });

test('a contrast is shown as it changes, and what is changed changes both answers', { tag: WHOLE }, async ({
  page,
  gallery,
}) => {
  await page.goto(gallery.at('', 'theme/'));
  await choose(page, 'Meridian');
  const light = page.locator('section[data-scheme=light]');
  await expect(light.locator('.good')).toHaveCount(6);
  await page.getByLabel('Both answers, light').fill('#c9d4e2');
  // Words, and the edge, of each.
  await expect(light.locator('.bad')).toHaveCount(4);
  await expect(page.locator('section[data-scheme=dark] .bad')).toHaveCount(0);
  const ratios = await light.locator('.bad b').allInnerTexts();
  expect(ratios.slice(0, 2)).toEqual([ratios[0], ratios[0]]);
  expect(ratios.slice(2)).toEqual([ratios[2], ratios[2]]);
  await expect(page.locator('#css')).toContainText('--askfirst-accent: #c9d4e2');
  const { accept, reject } = await looks(light.frameLocator('iframe'));
  expect(reject).toEqual(accept);
  expect(accept.background).toBe('rgb(201, 212, 226)');
  await page.getByLabel('Words on them, light').fill('#101826');
  await page.getByLabel('Both answers, light').fill('#6b92c0');
  await expect(light.locator('.good')).toHaveCount(6);
});

test('each layout stands in each of its positions, and asks again on request', { tag: WHOLE }, async ({
  page,
  gallery,
  said,
}) => {
  test.slow();
  await page.goto(gallery.at('', 'theme/'));
  const section = page.locator('section[data-scheme=light]');
  const { banner, reject } = partsIn(section.frameLocator('iframe'));
  for (const layout of ['card', 'modal', 'bar']) {
    await page.getByLabel('Layout').selectOption(layout);
    const positions = await page.getByLabel('Position').locator('option').allInnerTexts();
    for (const position of positions) {
      await page.getByLabel('Position').selectOption(position);
      await expect(page.locator('#options')).toContainText(`data-layout="${layout}" data-position="${position}"`);
      await expect(section.locator('iframe')).toHaveAttribute(
        'src',
        `shown.html?layout=${layout}&position=${position}&scheme=light`,
      );
      await expect(banner).toHaveClass(layout);
      await expect(section.locator('.good')).toHaveCount(6);
      await expect(section.locator('.bad')).toHaveCount(0);
    }
  }
  await section.locator('iframe').scrollIntoViewIfNeeded();
  await reject.click();
  await expect(banner).toHaveCount(0);
  await expect(section.locator('li')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(reject).toBeVisible();
  expect(said).toEqual([]);
});

test('hands an owner the CSS', async ({ browser, gallery }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(gallery.at('', 'theme/'));
  await choose(page, 'Hearth');
  await page.getByRole('button', { name: 'Copy the CSS' }).click();
  await expect(page.locator('#status')).toHaveText('The CSS is on the clipboard.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim()).toBe(((await page.locator('#css').textContent()) ?? '').trim());
  expect(copied).toContain('--askfirst-radius: 28px');
  await context.close();
});

test('fits a phone, has a name on every control, and the keyboard chooses a theme', { tag: WHOLE }, async ({
  page,
  gallery,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(gallery.at('', 'theme/'));
  await expect(page.locator('.good')).toHaveCount(12);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.getByLabel('Gazette').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Meridian')).toBeChecked();
  await expect(page.locator('#css')).toContainText('#0a58ca');
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await axe(page, 'main')).toEqual([]);
  }
});
