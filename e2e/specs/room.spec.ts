import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../harness/browser.mjs';
import { html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { reading } from '../harness/lines.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

const ATTRIBUTES = 'data-categories="analytics" data-controller="Shop" data-policy-url="/privacy/"';
const LINES = '<p>A line of a page.</p>'.repeat(80);
const LAST = '<p id="end"><a id="last" href="#x">The last link</a></p>';

/** Pages as people build them, each with its last link where the banner lies. */
const PAGES: Record<string, { css: string; body: string }> = {
  'as high as the window': {
    css: 'body { margin: 0 } main { display: flex; flex-flow: column; justify-content: end; height: 100vh }',
    body: `<main>${LAST}</main>`,
  },
  'by percent': {
    css: 'html, body, main { height: 100%; margin: 0 } main { display: grid; align-content: end }',
    body: `<main>${LAST}</main>`,
  },
  'an app that scrolls within': {
    css: 'html, body { height: 100%; margin: 0 } main { height: 100%; overflow: auto }',
    body: `<main>${LINES}${LAST}</main>`,
  },
  'an app that forbids the page to scroll': {
    css: 'html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto }',
    body: `<main>${LINES}${LAST}</main>`,
  },
  'always with a scrollbar': { css: 'html { overflow-y: scroll } body { margin: 0 }', body: `<main>${LAST}</main>` },
  'with a place for a scrollbar': { css: 'html { scrollbar-gutter: stable }', body: `<main>${LAST}</main>` },
  long: { css: '', body: `<main>${LINES}${LAST}</main>` },
};
const pageOf = (name: string) =>
  html({
    attributes: ATTRIBUTES,
    before: `<script>
      window.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shifts += value; })).observe({ type: 'layout-shift', buffered: true });
    </script>`,
    head: `<style>${PAGES[name]?.css}</style>`,
    body: `${PAGES[name]?.body}<script>window.width = document.querySelector('main').offsetWidth;</script>`,
  });

/** Where the page is, beside what it was before there was a question. */
const state = (page: Page) =>
  page.evaluate(() => {
    const { width, shifts } = window as unknown as { width: number; shifts: number };
    return { moved: (document.querySelector('main') as HTMLElement).offsetWidth - width, shifts };
  });

test('no page gets narrower or moves because of the question, and what lies under it can be reached', async ({
  server,
}) => {
  test.setTimeout(90_000);
  // With scrollbars that take room, as on most desktops.
  const browser = await chromium.launch({
    ...launchOptions(server, { light: true }),
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const problems: Record<string, unknown> = {};
  for (const name of Object.keys(PAGES)) {
    server.page('/', pageOf(name));
    await page.goto(SITE);
    const { banner, reject } = seen(page);
    await expect(banner).toBeVisible();
    await settle(page, 200);
    const during = await state(page);
    await page.mouse.move(300, 100);
    for (let turn = 0; turn < 3; turn += 1) {
      await page.mouse.wheel(0, 5000);
      await settle(page, 100);
    }
    const byWheel = await page.evaluate(() => document.querySelector('#last')?.getBoundingClientRect().bottom ?? 9999);
    await page.evaluate(() => {
      scrollTo(0, 0);
      document.querySelector('main')?.scrollTo(0, 0);
      (document.querySelector('#last') as HTMLElement).focus();
    });
    const byFocus = await page.evaluate(() => document.querySelector('#last')?.getBoundingClientRect().bottom ?? 9999);
    const top = (await banner.boundingBox())?.y ?? 0;
    await reject.click();
    await settle(page, 150);
    const after = await page.evaluate(() => ({
      margin: getComputedStyle(document.documentElement).marginBottom,
      sheets: document.adoptedStyleSheets.length,
    }));
    const found = { during, byWheel: byWheel <= top, byFocus: byFocus <= top, after };
    const good = { during: { moved: 0, shifts: 0 }, byWheel: true, byFocus: true, after: { margin: '0px', sheets: 0 } };
    await page.evaluate(() => localStorage.clear());
    if (JSON.stringify(found) !== JSON.stringify(good)) problems[name] = found;
  }
  // What grows later gets the scrollbar it would have had.
  server.page(
    '/',
    pageOf('by percent').replace('html, body, main { height: 100%', 'html, body, main { min-height: 100%'),
  );
  await page.goto(SITE);
  await expect(seen(page).banner).toBeVisible();
  await settle(page, 100);
  const hasScrollbar = () => page.evaluate(() => innerWidth > document.documentElement.clientWidth);
  expect(await hasScrollbar()).toBe(false);
  await page.evaluate(() =>
    document.querySelector('main')?.append(...Array.from({ length: 99 }, () => document.createElement('p'))),
  );
  await page.addStyleTag({ content: 'p { height: 3em }' });
  await expect.poll(hasScrollbar).toBe(true);
  await browser.close();
  expect(problems).toEqual({});
});

test('nothing of the question is printed, neither its room, and the choice in the text of a page is', async ({
  page,
  visit,
}) => {
  for (const layout of ['bar', 'card', 'modal']) {
    await visit({
      attributes: `${ATTRIBUTES} data-layout="${layout}"`,
      body: `<main>${LINES}<consent-preferences></consent-preferences></main>`,
    });
    const { banner, host, choose, dialog, inlineToggle } = seen(page);
    await expect(banner).toBeVisible();
    await expect(inlineToggle('analytics')).toBeVisible();
    // Whether a filter list hides the question is judged after a second.
    await settle(page, 1100);
    const count = async () =>
      ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    const asked = await count();
    await page.emulateMedia({ media: 'print' });
    await expect(host).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).marginBottom)).toBe('0px');
    await expect(inlineToggle('analytics')).toBeVisible();
    await page.emulateMedia({ media: null });
    await choose.click();
    await expect(dialog).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(dialog).toBeHidden();
    await page.emulateMedia({ media: null });
    await page.evaluate(() => document.querySelector('askfirst-ui')?.remove());
    expect(await count()).toBe(asked);
  }
});

test('home bar and notch of a phone cover nothing of the question', async ({ page, visit }) => {
  const session = await page.context().newCDPSession(page);
  for (const [width, height, insets] of [
    [390, 664, { top: 59, bottom: 34, left: 0, right: 0 }],
    [844, 390, { top: 0, bottom: 21, left: 59, right: 59 }],
  ] as const) {
    await page.setViewportSize({ width, height });
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    for (const layout of ['bar', 'card', 'modal']) {
      await visit({ lang: 'de', attributes: `${ATTRIBUTES} data-layout="${layout}"` });
      await expect(seen(page).banner).toBeVisible();
      for (const thing of await seen(page).banner.locator('button, a, h2').all()) {
        const box = await thing.boundingBox();
        if (!box) throw new Error('nothing there');
        expect(box.y).toBeGreaterThanOrEqual(insets.top);
        expect(box.y + box.height).toBeLessThanOrEqual(height - insets.bottom);
        expect(box.x).toBeGreaterThanOrEqual(insets.left);
        expect(box.x + box.width).toBeLessThanOrEqual(width - insets.right);
      }
    }
  }
});

test('text of twice the size on a phone: no line is cut, and the edge shows that there is more until the end is reached', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 664 });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  for (const lang of ['en', 'de', 'th']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await visit({ lang, attributes: ATTRIBUTES, head: '<style>:root { color-scheme: light dark }</style>' });
      await expect(seen(page).banner).toBeVisible();
      await settle(page, 100);
      const found = await page.evaluate(reading, undefined);
      expect(found).toMatchObject({ cut: [], scrolls: true });
      // Thai has no spaces between words.
      if (lang !== 'th') expect(found?.broken).toEqual([]);
      expect(found?.seen).toEqual(expect.arrayContaining(['title', 'answers', 'choose']));
      const text = seen(page).banner.locator('.text');
      /** The lowest line of the scroller: how far it stands out from what is above it, as a part of the whole scale. */
      const edge = async () => {
        const box = await text.boundingBox();
        if (!box) throw new Error('no text');
        const clip = { x: box.x + 20, y: Math.floor(box.y + box.height) - 1, width: 8, height: 1 };
        const above = { ...clip, x: box.x + box.width - 10, y: box.y + 2 };
        const shots = await Promise.all([clip, above].map((area) => page.screenshot({ clip: area })));
        return page.evaluate(
          async (pictures) => {
            const [one, other] = await Promise.all(
              pictures.map(async (picture) => {
                const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
                const image = await createImageBitmap(new Blob([bytes]));
                const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
                context?.drawImage(image, 0, 0);
                return context?.getImageData(0, 0, 1, 1).data[0] ?? 0;
              }),
            );
            return Math.abs((one ?? 0) - (other ?? 0)) / 255;
          },
          shots.map((shot) => shot.toString('base64')),
        );
      };
      // The shade is drawn with the frame after the scroll.
      await expect.poll(edge).toBeGreaterThan(0.2);
      await text.evaluate((element) => element.scrollTo(0, 9999));
      await expect.poll(edge).toBeLessThan(0.02);
    }
  }
});

test('a page that makes itself shorter by the room hears of no loop of its observers', async ({ page, visit }) => {
  await visit({
    before:
      '<script>window.loops = []; addEventListener("error", ({ message }) => window.loops.push(message));</script>',
    head: '<style>html { height: calc(100vh - var(--askfirst-room, 0px)) }</style>',
  });
  await expect(seen(page).banner).toBeVisible();
  const room = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--askfirst-room'));
  await expect.poll(room).not.toBe('');
  const before = await room();
  await page.setViewportSize({ width: 330, height: 800 });
  await expect.poll(room).not.toBe(before);
  expect(await page.evaluate(() => window.loops)).toEqual([]);
});
