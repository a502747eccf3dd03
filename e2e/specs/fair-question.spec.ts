import { locale as en } from '@askfirst/data/locales/en';
import { CONTROLLER } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { box, contrast, isOnTop, look } from '../harness/pixels.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';

/** Rules for a fair first layer, each named by what regulators look at. */

const LAYOUTS = ['bar', 'card', 'modal'];
const SIZES = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const attributes = (layout: string) =>
  `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="${CONTROLLER}" data-policy-url="/privacy/" data-layout="${layout}"`;

const area = ({ width, height }: { width: number; height: number }) => width * height;

async function expectEqualAnswers(page: Page) {
  const { accept, reject } = seen(page);
  const [yes, no] = [await look(accept), await look(reject)];
  expect(no, 'same element, colours, border and font').toEqual(yes);
  expect(yes.tag).toBe('button');
  expect(yes.inParagraph).toBe(false);
  expect(contrast(yes.colour, yes.background), 'label').toBeGreaterThanOrEqual(4.5);
  const edge = Math.max(contrast(yes.background, yes.behind), contrast(yes.borderColour, yes.behind));
  expect(edge, 'edge of the button').toBeGreaterThanOrEqual(3);

  const [yesBox, noBox] = [await box(accept), await box(reject)];
  expect(noBox.height).toBeCloseTo(yesBox.height, 0);
  expect(area(noBox) / area(yesBox)).toBeGreaterThanOrEqual(0.9);
  expect(area(noBox) / area(yesBox)).toBeLessThanOrEqual(1.1);
  const sameRow = Math.abs(noBox.y - yesBox.y) < 1;
  const sameColumn = Math.abs(noBox.x - yesBox.x) < 1;
  expect(sameRow || sameColumn, 'same row or same column').toBe(true);
  expect(yesBox.height, 'easy to hit').toBeGreaterThanOrEqual(44);
}

for (const layout of LAYOUTS) {
  for (const viewport of SIZES) {
    test(`${layout} at ${viewport.width} px: both answers are there, equal, uncovered and without scrolling`, async ({
      page,
      visit,
    }) => {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await visit({ attributes: attributes(layout), head: '<style>:root { color-scheme: light dark }</style>' });
        const { accept, reject, choose } = seen(page);
        await expect(accept).toBeVisible();
        await settle(page, 250);
        for (const control of [accept, reject, choose]) {
          await expect(control).toBeInViewport({ ratio: 1 });
          expect(await isOnTop(control)).toBe(true);
        }
        await expectEqualAnswers(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
    });
  }
}

test('the first layer names who asks, for what, how many services, the policy and the way back, before the answers', async ({
  page,
  visit,
}) => {
  await visit({ attributes: attributes('bar') });
  const { banner } = seen(page);
  await expect(banner).toBeVisible();
  await expect(banner).toContainText(CONTROLLER);
  for (const purpose of ['Analytics', 'Functional', 'Marketing']) await expect(banner).toContainText(purpose);
  await expect(banner).toContainText(/Services involved: 1(?!\d)/);
  await expect(banner).toContainText(en.withdraw);
  const link = banner.getByRole('link', { name: 'Privacy policy' });
  await expect(link).toHaveAttribute('href', '/privacy/');
  await expect(link).not.toHaveAttribute('target');
  const textFirst = await banner.evaluate((element) => {
    const text = element.querySelector('p') as Element;
    return [...element.querySelectorAll('button')].every(
      (button) => text.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });
  expect(textFirst).toBe(true);
  expect(await page.goto(new URL('/privacy/', page.url()).href).then((response) => response?.status())).toBe(200);
});

test('who the partners are is one click away, with what they keep and for how long', async ({ page, visit }) => {
  await visit();
  await seen(page).choose.click();
  await expect(seen(page).dialog).toContainText('Google Analytics 4');
  await seen(page).dialog.locator('summary').filter({ hasText: 'Google Analytics 4' }).click();
  const table = seen(page).dialog.getByRole('table').filter({ hasText: '_ga' });
  await expect(table).toContainText('_ga_*');
  await expect(table).toContainText('24 months');
});

test('rejecting and accepting are one click each, and the banner is gone', async ({ page, visit }) => {
  for (const answer of ['reject', 'accept'] as const) {
    await visit();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await seen(page)[answer].click();
    await expect(seen(page).banner).toHaveCount(0);
    expect((await consent(page)).granted.analytics).toBe(answer === 'accept');
    expect((await consent(page)).reasons.analytics).toBe('choice');
  }
});
