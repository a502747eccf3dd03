import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, settle, stored, storedText, updates } from '../harness/probe.js';
import { setClock, switchTab } from '../harness/tab.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** A page that stays open for longer than an answer holds. */

const GA4 = 'data-ga4="G-TEST1"';
const HOUR = 3_600_000;

const gaCookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => name.startsWith('_ga'));

/** Goes away, lets the answer run out, or nearly so, and comes back. */
async function comeBack(page: Page, offset: number) {
  const { until } = (await stored(page)).choices.analytics ?? {};
  await switchTab(page, 'hidden');
  await setClock(page, until, offset);
  await switchTab(page, 'visible');
}

for (const install of INSTALLS) {
  test(`a yes that ran out is taken back when the page is looked at again, with the ${install}`, async ({
    page,
    visit,
    server,
  }) => {
    await visit({ install, attributes: GA4 });
    await seen(page).accept.click();
    await expect.poll(() => gaCookies(page)).toHaveLength(2);
    await expect.poll(() => server.requests('/g/collect')).toHaveLength(1);
    await comeBack(page, HOUR);
    await expect(seen(page).banner).toBeVisible();
    const { granted, reasons } = await consent(page);
    expect({ granted, reason: reasons.analytics }).toEqual({
      granted: { necessary: true, analytics: false },
      reason: 'expired',
    });
    expect((await updates(page)).at(-1)).toMatchObject({ analytics_storage: 'denied' });
    await expect.poll(() => gaCookies(page)).toEqual([]);
    server.log.length = 0;
    await page.evaluate(() => window.gtag('event', 'too_late'));
    await settle(page, 600);
    expect(server.requests('/g/collect')).toEqual([]);
    await seen(page).accept.click();
    await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
    expect((await updates(page)).at(-1)).toMatchObject({ analytics_storage: 'granted' });
  });

  test(`with a yes that still holds a change of tabs does nothing at all, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server, said }) => {
    await visit({ install, attributes: GA4, head: heldFile('held.js') });
    await seen(page).accept.click();
    await expect.poll(() => gaCookies(page)).toHaveLength(2);
    await page.reload();
    await expect.poll(() => ran(page)).toEqual(['/held.js']);
    await settle(page, 600);
    const before = [await storedText(page), await page.evaluate(() => window.dataLayer.length)];
    server.log.length = 0;
    await comeBack(page, -HOUR);
    for (let times = 0; times < 3; times += 1) {
      await switchTab(page, 'hidden');
      await switchTab(page, 'visible');
    }
    await settle(page, 600);
    expect(server.log.map(({ host, path }) => host + path)).toEqual([]);
    expect([await storedText(page), await page.evaluate(() => window.dataLayer.length)]).toEqual(before);
    expect(await gaCookies(page)).toHaveLength(2);
    await expect(seen(page).host).toHaveCount(0);
    expect(said.messages).toEqual([]);
  });

  test(`with a no that holds, or no answer yet, a change of tabs does nothing at all, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server }) => {
    await visit({ install, attributes: GA4 });
    for (const answer of ['none', 'no'] as const) {
      if (answer === 'no') await seen(page).reject.click();
      await settle(page, 600);
      const before = await page.evaluate(() => window.dataLayer.length);
      server.log.length = 0;
      await switchTab(page, 'hidden');
      await switchTab(page, 'visible');
      await settle(page);
      expect(server.log.map(({ host, path }) => host + path)).toEqual([]);
      expect(await page.evaluate(() => window.dataLayer.length)).toBe(before);
      await expect(seen(page).banner).toHaveCount(answer === 'none' ? 1 : 0);
    }
  });
}

test('a yes to one purpose that runs out leaves the other alone', async ({ page, visit }) => {
  await visit({ attributes: 'data-categories="analytics marketing"', head: heldFile('ads.js', '', 'marketing') });
  await decide(page, { analytics: true, marketing: false });
  const { at } = (await stored(page)).choices.analytics ?? {};
  await setClock(page, at, 90 * 24 * HOUR);
  await decide(page, { marketing: true });
  await comeBack(page, HOUR);
  await expect(seen(page).banner).toBeVisible();
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: false, marketing: true });
  await expect.poll(() => ran(page)).toEqual(['/ads.js']);
});

test('a page that nobody has looked at again keeps what it had until then', async ({ page, visit }) => {
  await visit({ attributes: GA4 });
  await seen(page).accept.click();
  await settle(page);
  await switchTab(page, 'hidden');
  await setClock(page, (await stored(page)).choices.analytics?.until, HOUR);
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
  await switchTab(page, 'visible');
  await expect(seen(page).banner).toBeVisible();
});
