import { seen } from '../harness/interface.js';
import { box, isOnTop, look } from '../harness/pixels.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';

/** Where the owner wants the question, and the owner's logo above it. */

const LINES = '<p>A line of a page.</p>'.repeat(80);
const BODY = `<main><p><a id="first" href="#x">The first link</a></p>${LINES}</main>`;
const ATTRIBUTES =
  'data-ga4="G-TEST1" data-categories="functional marketing" data-controller="Shop" data-policy-url="/privacy/"';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="#085"/></svg>';

const POSITIONS = {
  bar: ['top', 'bottom'],
  card: ['top', 'bottom', 'bottom-start', 'bottom-end', 'center'],
  modal: ['top', 'bottom', 'bottom-start', 'bottom-end', 'center'],
} as const;

/** The distances from the edges of the window, in CSS pixels. */
const gaps = (page: Page) =>
  seen(page).banner.evaluate((banner) => {
    const { left, right, top, bottom } = banner.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    return { left, right: clientWidth - right, top, bottom: innerHeight - bottom };
  });

/** Which edges a surface is next to: those it is at most this far from. */
const NEAR = 16;
const edges = ({ left, right, top, bottom }: Awaited<ReturnType<typeof gaps>>) => ({
  across: Math.abs(left - right) < 2 ? 'middle' : left < NEAR ? 'left' : right < NEAR ? 'right' : 'nowhere',
  along: Math.abs(top - bottom) < 2 ? 'middle' : top < NEAR ? 'top' : bottom < NEAR ? 'bottom' : 'nowhere',
});

for (const [layout, positions] of Object.entries(POSITIONS))
  test(`a ${layout} stands where its owner wants it, in both directions of writing`, async ({ page, visit }) => {
    for (const lang of ['en', 'ar'])
      for (const position of positions) {
        await visit({
          lang,
          attributes: `${ATTRIBUTES} data-layout="${layout}" data-position="${position}"`,
          body: BODY,
        });
        await expect(seen(page).accept).toBeVisible();
        const [along, side] = position.split('-');
        const atStart = (side === 'start') === (lang === 'en') ? 'left' : 'right';
        expect(edges(await gaps(page)), `${position}, ${lang}`).toEqual({
          across: side ? atStart : 'middle',
          along: along === 'center' ? 'middle' : along,
        });
      }
  });

test('wherever it stands, both answers are there, equal and uncovered, on a phone and at 400 % zoom', async ({
  page,
  visit,
  server,
}) => {
  server.reply('/logo.svg', { type: 'image/svg+xml', body: LOGO });
  for (const [layout, positions] of Object.entries(POSITIONS))
    for (const position of positions) {
      await visit({
        attributes: ATTRIBUTES,
        config: { ui: { layout, position, logo: '/logo.svg' } },
        body: BODY,
      });
      for (const viewport of [
        { width: 320, height: 568 },
        { width: 320, height: 256 },
      ]) {
        await page.setViewportSize(viewport);
        const { accept, reject, choose } = seen(page);
        await expect(accept).toBeVisible();
        await settle(page, 150);
        for (const control of [accept, reject, choose]) {
          await expect(control, `${layout} ${position}`).toBeInViewport({ ratio: 1 });
          expect(await isOnTop(control), `${layout} ${position} ${viewport.height}`).toBe(true);
        }
        expect(await look(reject)).toEqual(await look(accept));
        const [yes, no] = [await box(accept), await box(reject)];
        expect(no.width).toBeCloseTo(yes.width, 0);
        expect(no.height).toBeCloseTo(yes.height, 0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
    }
});

test('under a bar at the top nothing moves, and all of the page can be reached', async ({ page, visit }) => {
  const before = `<script>
    window.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shifts += value; })).observe({ type: 'layout-shift', buffered: true });
  </script>`;
  const shifts = () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
  const top = () => page.locator('#first').evaluate((link) => link.getBoundingClientRect().top);
  for (const css of [
    '',
    'html { scroll-behavior: smooth }',
    'html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto }',
  ]) {
    await visit({
      attributes: `${ATTRIBUTES} data-layout="bar" data-position="top"`,
      before,
      head: `<style>${css}</style>`,
      body: BODY,
    });
    const unmoved = await top();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(seen(page).accept).toBeVisible();
    const { height } = await box(seen(page).banner);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollTop), css).toBeGreaterThan(height);
    expect(await top()).toBeCloseTo(unmoved, 0);
    expect(await shifts()).toBe(0);
    // The keyboard brings it in sight, clear of the bar.
    await page.locator('#first').focus();
    await expect.poll(top).toBeGreaterThanOrEqual(height);
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    expect(await top()).toBeGreaterThanOrEqual(height);
    await seen(page).reject.click();
    await expect.poll(top).toBeCloseTo(unmoved, 0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).marginTop)).toBe('0px');
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  }
});

test('notch and home bar lie on no word and no button, wherever it stands', async ({ page, visit }) => {
  const session = await page.context().newCDPSession(page);
  const insets = { top: 40, bottom: 34, left: 50, right: 50 };
  await page.setViewportSize({ width: 568, height: 320 });
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
  for (const [layout, positions] of Object.entries(POSITIONS))
    for (const position of positions) {
      await visit({ attributes: `${ATTRIBUTES} data-layout="${layout}" data-position="${position}"`, body: BODY });
      await expect(seen(page).accept).toBeVisible();
      const inside = await seen(page).banner.evaluate((banner, { top, bottom, left, right }) => {
        const parts = [...banner.querySelectorAll('h2, a, button')].map((part) => part.getBoundingClientRect());
        return parts
          .filter((part) => part.bottom > 0 && part.height)
          .every(
            (part) =>
              part.left >= left &&
              part.right <= innerWidth - right &&
              part.top >= top &&
              (part.bottom <= innerHeight - bottom || part.top > innerHeight),
          );
      }, insets);
      expect(inside, `${layout} ${position}`).toBe(true);
    }
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: {} });
});

test("the owner's logo stands above the question under a strict policy, and a missing one leaves no trace", async ({
  page,
  visit,
  server,
  said,
}) => {
  server.reply('/logo.svg', { type: 'image/svg+xml', body: LOGO });
  server.reply('/gone.svg', { status: 404, type: 'text/plain', body: 'not found' });
  const policy = {
    'content-security-policy':
      "default-src 'none'; script-src 'self' 'nonce-n'; img-src 'self' data:; connect-src 'self'",
  };
  for (const layout of ['bar', 'card', 'modal'] as const) {
    const parts = (logo: string) => ({
      attributes: `data-ga4="G-TEST1" data-controller="Shop" data-layout="${layout}"`,
      config: { ui: { logo } },
      nonce: 'n',
    });
    await visit(parts('/logo.svg'), '/', policy);
    const logo = seen(page).banner.locator('[part=logo]');
    await expect(logo).toBeVisible();
    const { width, height } = await box(logo);
    expect(width / height).toBeCloseTo(3, 1);
    expect(height).toBe(32);
    const title = await box(seen(page).banner.locator('[part=title]'));
    expect(title.y).toBeGreaterThanOrEqual((await box(logo)).y + height);
    await visit(parts('/gone.svg'), '/', policy);
    await expect(seen(page).accept).toBeVisible();
    await expect(seen(page).banner.locator('[part=logo]')).toHaveCount(0);
  }
  expect(said.violations).toEqual([]);
});

test('without the file that moves it, the question is asked all the same', async ({ page, visit, server }) => {
  server.reply('/askfirst/askfirst-look.js', { status: 404, type: 'text/plain', body: 'not found' });
  await visit({ attributes: `${ATTRIBUTES} data-position="top"`, body: BODY });
  await expect(page.getByRole('button', { name: 'Reject all' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeVisible();
});
