import type { Choice } from 'askfirst';
import { CONTROLLER } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { box, look } from '../harness/pixels.js';
import { consent, settle, stored, updates } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

/** A choice is made by answering, purpose by purpose, and by nothing else. */

const attributes = (layout: string) =>
  `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="${CONTROLLER}" data-policy-url="/privacy/" data-layout="${layout}"`;

const area = ({ width, height }: { width: number; height: number }) => width * height;

test('nothing is ticked beforehand, and Save without a tick denies everything', async ({ page, visit }) => {
  await visit({ attributes: attributes('bar') });
  await seen(page).choose.click();
  for (const category of ['functional', 'analytics', 'marketing'])
    await expect(seen(page).toggle(category)).not.toBeChecked();
  await expect(seen(page).toggle('necessary')).toHaveCount(0);
  await seen(page).save.click();
  await expect(seen(page).dialog).toBeHidden();
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted).toEqual({
    necessary: true,
    functional: false,
    analytics: false,
    marketing: false,
  });
  expect((await stored(page)).method).toBe('preferences');
});

test('one toggle grants exactly that purpose', async ({ page, visit }) => {
  await visit({ attributes: attributes('bar') });
  await seen(page).choose.click();
  await seen(page).toggle('functional').click();
  await seen(page).save.click();
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted).toEqual({
    necessary: true,
    functional: true,
    analytics: false,
    marketing: false,
  });
});

test('Accept all and Reject all are in the dialog too, equal there as well', async ({ page, visit }) => {
  await visit();
  await seen(page).choose.click();
  const { acceptInDialog, rejectInDialog } = seen(page);
  expect(await look(rejectInDialog)).toEqual(await look(acceptInDialog));
  const [yes, no] = [await box(acceptInDialog), await box(rejectInDialog)];
  expect(area(no) / area(yes)).toBeCloseTo(1, 1);
  await acceptInDialog.click();
  await expect(seen(page).dialog).toBeHidden();
  expect((await consent(page)).granted.analytics).toBe(true);
  await page.evaluate(() => window.askfirst.open());
  await seen(page).rejectInDialog.click();
  await expect(seen(page).dialog).toBeHidden();
  expect((await consent(page)).granted.analytics).toBe(false);
});

test('scrolling, clicking about, Escape and going on to the next page are no consent', async ({
  page,
  visit,
  server,
}) => {
  await visit({ body: `<main><h1>Long</h1>${'<p>Text of the page.</p>'.repeat(200)}</main>` });
  await expect(seen(page).banner).toBeVisible();
  for (let scrolls = 0; scrolls < 20; scrolls += 1) await page.mouse.wheel(0, 300);
  await page.locator('h1').click({ position: { x: 5, y: 5 }, force: true });
  await page.keyboard.press('Escape');
  await visit({}, '/next/');
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(false);
  expect(await updates(page)).toEqual([]);
  expect(await stored(page)).toBeNull();
  expect(server.requests('google')).toEqual([]);
});

test('the page is usable while the question is open, or the notice', async ({ page, visit }) => {
  for (const [layout, region, surface] of [
    ['bar', '', seen(page).banner],
    ['card', '', seen(page).banner],
    ['bar', 'JP', page.locator('askfirst-notice [part=notice]')],
  ] as const) {
    await visit({
      attributes: `${attributes(layout)} ${region && `data-region="${region}"`}`,
      body: `<main><button id="work" onclick="this.textContent = 'works'">Work</button>${'<p>Text</p>'.repeat(200)}</main>`,
    });
    await expect(surface).toBeVisible();
    await page.locator('#work').click();
    await expect(page.locator('#work')).toHaveText('works');
    await page.mouse.wheel(0, 600);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  }
});

test('a modal banner does not go away unanswered', async ({ page, visit }) => {
  await visit({ attributes: attributes('modal') });
  await expect(seen(page).banner).toBeVisible();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(seen(page).banner).toBeVisible();
  expect((await consent(page)).granted.analytics).toBe(false);
});

test('every control is at least 24 px wide and high, every answer 44 px high', async ({ page, visit }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit({ attributes: attributes('bar'), body: '<main><consent-preferences></consent-preferences></main>' });
  const { banner, dialog, inline } = seen(page);
  await expect(banner).toBeVisible();
  const small = async (surface: typeof banner) =>
    surface.locator('button, input, summary').evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        const least = control.matches('[part~="button"]') ? 44 : 24;
        return width < 24 || height < least ? [`${control.outerHTML.slice(0, 80)} ${width}×${height}`] : [];
      }),
    );
  expect(await small(banner)).toEqual([]);
  expect(await small(inline)).toEqual([]);
  await seen(page).choose.click();
  await expect(dialog).toBeVisible();
  expect(await small(dialog)).toEqual([]);
});

test('what the stored record proves: when, what was asked, where, in which words', async ({ page, visit }) => {
  await visit({ attributes: 'data-ga4="G-TEST1" data-policy-version="2026-06-22"' });
  await seen(page).accept.click();
  const record = await stored(page);
  expect(record).toMatchObject({
    v: 1,
    policy: '2026-06-22',
    locale: 'en',
    method: 'banner',
    regime: (await consent(page)).regime,
  });
  expect(record.id).toMatch(/^[0-9a-z]+(-[0-9a-z]+){3}$/);
  const { granted, at, until, asked } = record.choices.analytics as Choice;
  expect({ granted, asked }).toEqual({ granted: true, asked: ['ga4'] });
  expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  const days = (Date.parse(until) - Date.parse(at)) / 864e5;
  expect(days, 'six months').toBeGreaterThan(180);
  expect(days, 'six months').toBeLessThan(185);
  expect(await page.evaluate(() => window.askfirst.record())).toEqual(record);
});
