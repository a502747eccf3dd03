import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { best, slowDown } from '../harness/slow.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const TEXT = `<main><h1>A page</h1>${'<p>Some text of the page that must not move.</p>'.repeat(40)}</main>`;

/** Adds up every layout shift, also those right after input that browsers excuse. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shift = (page: Page): Promise<number> => page.evaluate(() => window.shift);

for (const install of INSTALLS) {
  for (const layout of ['bar', 'card', 'modal']) {
    test(`${layout}, ${install}: nothing on the page ever moves`, {
      tag: wholeIf(layout === 'card' || (layout === 'modal' && install === 'fast path')),
    }, async ({ page, visit }) => {
      await watchShifts(page);
      const parts: PageParts = { install, attributes: `data-ga4="G-TEST1" data-layout="${layout}"`, body: TEXT };
      await visit(parts);
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 200);
      await seen(page).choose.click();
      await expect(seen(page).dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await settle(page, 100);
      await seen(page).accept.click();
      await settle(page, 200);
      expect(await shift(page)).toBe(0);
      await page.reload();
      await settle(page, 200);
      expect(await shift(page)).toBe(0);
    });
  }
}

test('the harness notices a layout shift', async ({ page, visit }) => {
  await watchShifts(page);
  await visit({ body: TEXT });
  await expect(seen(page).banner).toBeVisible();
  await page.evaluate(() =>
    document.querySelector('h1')?.before(Object.assign(document.createElement('p'), { textContent: 'Late' })),
  );
  await expect.poll(() => shift(page)).toBeGreaterThan(0);
});

for (const layout of ['bar', 'card'])
  test(`${layout}: for the question the browser computes styles three times and layouts twice at most`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page, server }) => {
    server.page('/', `<!doctype html><html lang="en"><title>A page</title>${TEXT}`);
    await page.goto(SITE);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const count = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { styles: count('RecalcStyleCount'), layouts: count('LayoutCount') };
    };
    let found = { styles: 0, layouts: 0 };
    // A frame that comes between two changes adds to both counts.
    await best(5, async () => {
      await page.reload();
      await settle(page);
      const before = await work();
      await page.evaluate((name) => {
        const script = Object.assign(document.createElement('script'), { src: '/askfirst/askfirst.js' });
        Object.assign(script.dataset, { categories: 'analytics', layout: name });
        document.head.append(script);
      }, layout);
      await settle(page, 1200);
      const after = await work();
      found = { styles: after.styles - before.styles, layouts: after.layouts - before.layouts };
      return found.styles + found.layouts;
    });
    await expect(seen(page).banner).toBeVisible();
    expect(found.styles).toBeLessThanOrEqual(3);
    expect(found.layouts).toBeLessThanOrEqual(2);
  });

/** The longest task of the page so far, in milliseconds; 0 if none was over 50. */
const watchTasks = (page: Page) =>
  page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
const longest = (page: Page): Promise<number> => page.evaluate(() => window.longest);

for (const install of INSTALLS) {
  test(`${install}: no task over 50 ms on a four times slower processor, from load to choice`, {
    tag: ['@timed', ...wholeIf(install === 'fast path')],
  }, async ({ page, visit }) => {
    await watchTasks(page);
    await visit({ install, body: TEXT });
    await slowDown(page, 4);
    const first = await best(0, async () => {
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 200);
      return longest(page);
    });
    expect(first, 'until the banner is there').toBe(0);

    const dialog = await best(0, async () => {
      await page.evaluate(() => {
        window.longest = 0;
        window.askfirst.open();
      });
      await expect(seen(page).dialog).toBeVisible();
      await settle(page, 200);
      await page.evaluate(() =>
        document.querySelector('askfirst-ui')?.shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.click(),
      );
      await expect(seen(page).dialog).toBeHidden();
      return longest(page);
    });
    expect(dialog, 'opening the dialog').toBe(0);

    const choice = await best(0, async () => {
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 100);
      await page.evaluate(() => {
        window.longest = 0;
      });
      await seen(page).reject.click();
      await settle(page, 200);
      return longest(page);
    });
    expect(choice, 'answering').toBe(0);

    const back = await best(0, async () => {
      await page.reload();
      await settle(page, 200);
      return longest(page);
    });
    expect(back, 'coming back').toBe(0);
  });
}

test('the harness notices a long task', { tag: '@timed' }, async ({ page, visit }) => {
  await watchTasks(page);
  await visit({ body: TEXT });
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          for (const end = performance.now() + 70; performance.now() < end; );
          resolve(undefined);
        }),
      ),
  );
  await expect.poll(() => longest(page)).toBeGreaterThan(50);
});
