import { html, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, ran, settle } from '../harness/probe.js';
import { best, slowDown } from '../harness/slow.js';
import { expect, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const TEXT = `<main><h1>A page</h1>${'<p>Some text of the page.</p>'.repeat(40)}</main>`;

/**
 * Notes when the first frame after a click has been laid out (which is right before it is painted), and when tags start:
 * a resize observer is called after all animation frame callbacks and after layout.
 */
const MARKS = `<script>
  window.marks = {};
  addEventListener('click', () => {
    const probe = document.createElement('div');
    probe.style.cssText = 'position: fixed; width: 1px; height: 1px';
    requestAnimationFrame(() => {
      document.body.append(probe);
      new ResizeObserver(() => { marks.frame ??= performance.now(); probe.remove(); }).observe(probe);
      marks.bannerGone = !document.querySelector('askfirst-ui')?.shadowRoot?.querySelector('[part~="banner"]');
    });
  }, { capture: true, once: true });
</script>`;
const TAGS = `<script type="text/plain" data-consent="analytics">marks.inline = performance.now();</script>
  <script type="text/plain" data-consent="analytics" src="https://tags.example.net/tag.js"></script>
  <img data-consent="analytics" data-src="https://tags.example.net/pixel.svg" alt="" width="8" height="8">`;

for (const install of INSTALLS) {
  for (const rate of [1, 4]) {
    test(`${install}, processor ${rate} times slower: the click on Accept is painted before any tag starts`, {
      tag: ['@timed', ...wholeIf(install === 'fast path' || rate === 1)],
    }, async ({ page, visit }) => {
      await visit({ install, head: MARKS, body: TEXT + TAGS });
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 100);
      await slowDown(page, rate);
      await seen(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['/tag.js']);
      await settle(page, 200);
      const { marks, starts } = await page.evaluate(() => ({
        marks: window.marks,
        starts: performance
          .getEntriesByType('resource')
          .filter(({ name }) => /tags\.example|googletagmanager/.test(name))
          .map(({ startTime }) => startTime),
      }));
      expect(marks.bannerGone, 'the first frame after the click shows the page without the banner').toBe(true);
      expect(starts).toHaveLength(3);
      for (const start of [...starts, marks.inline]) expect(start).toBeGreaterThan(marks.frame);
    });
  }

  test(`${install}: from click to next paint it takes less than 100 ms, four times slower`, {
    tag: ['@timed', ...wholeIf(install === 'fast path')],
  }, async ({ page, visit }) => {
    await page.addInitScript(() => {
      window.clicks = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'click') window.clicks.push(entry.duration);
      }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    });
    const slowest = await best(99, async () => {
      await visit({ install, head: MARKS, body: TEXT + TAGS });
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await expect(seen(page).banner).toBeVisible();
      await slowDown(page, 4);
      await seen(page).accept.click();
      await settle(page, 200);
      // Nothing reported means quicker than the 16 ms a browser cares to report.
      return page.evaluate(() => Math.max(0, ...window.clicks));
    });
    expect(slowest).toBeLessThan(100);
  });

  test(`${install}: Accept works from the first frame in which the banner can be seen`, {
    tag: ['@timed', ...wholeIf(install === 'fast path')],
  }, async ({ page, visit }) => {
    await page.addInitScript(() => {
      const look = () => {
        const accept = document
          .querySelector('askfirst-ui')
          ?.shadowRoot?.querySelector<HTMLElement>('[part~="accept"]');
        if (accept && accept.getBoundingClientRect().height > 0) {
          window.clickedAt = performance.now();
          accept.click();
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await visit({ install });
    await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
    await expect(seen(page).banner).toHaveCount(0);
    expect(await page.evaluate(() => window.clickedAt)).toBeGreaterThan(0);
  });
}

test('Accept works before the page has finished loading', async ({ page, server }) => {
  server.reply('/slow.png', { hang: true });
  server.page('/slow/', html({ body: `${TEXT}<img src="/slow.png" alt="">` }));
  await page.goto(`${SITE}/slow/`, { waitUntil: 'commit' });
  await seen(page).accept.click();
  expect(await page.evaluate(() => document.readyState)).not.toBe('complete');
  expect((await consent(page)).granted.analytics).toBe(true);
});

test('the pointer finds Accept at the place where it is drawn, in every layout', async ({ page, visit }) => {
  for (const layout of ['bar', 'card', 'modal']) {
    await visit({ attributes: `data-ga4="G-TEST1" data-layout="${layout}"`, body: TEXT }, `/${layout}/`);
    // Other options than those of the stored record: it is written anew once they are checked.
    await expect.poll(async () => (await consent(page)).regime).not.toBeNull();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(seen(page).banner).toBeVisible();
    const box = await seen(page).accept.boundingBox();
    if (!box) throw new Error('Accept has no box');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(async () => (await consent(page)).granted.analytics).toBe(true);
  }
});
