import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../harness/browser.mjs';
import { html, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { box, isOnTop } from '../harness/pixels.js';
import { consent, decide, ran, settle, stored, storedText } from '../harness/probe.js';
import { listen, problems } from '../harness/reports.js';
import { heldFile, heldInline } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Pages, browsers and blockers that make it hard to ask, or to remember. */

const CATEGORIES = 'data-categories="analytics"';
const LONG = `<main><h1>Long</h1><button id="work" onclick="this.textContent = 'works'">Work</button>${'<p>Text</p>'.repeat(200)}</main>`;

test.beforeEach(async ({ page, said }) => {
  void said;
  await listen(page);
});

for (const [directives, tags, expected] of [
  ["require-trusted-types-for 'script'", heldFile('external.js') + heldInline('inline'), ['/external.js', 'inline']],
  [
    "require-trusted-types-for 'script'; trusted-types askfirst",
    heldFile('external.js') + heldInline('inline'),
    ['/external.js', 'inline'],
  ],
  ["require-trusted-types-for 'script'; trusted-types 'none'", heldFile('external.js'), ['/external.js']],
] as const)
  test(`under ${directives} declared tags run`, async ({ page, visit }) => {
    await visit({ attributes: CATEGORIES, head: tags }, '/typed/', { 'content-security-policy': directives });
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(expected);
  });

test('in a sandboxed frame without storage the choice holds for the page', async ({ page, server }) => {
  server.page('/framed/', html({ attributes: CATEGORIES, head: heldFile('framed.js') }));
  server.page('/', `<iframe sandbox="allow-scripts" src="/framed/" width="900" height="600" title="Shop"></iframe>`);
  await page.goto(`${SITE}/`);
  const frame = page.frameLocator('iframe');
  const banner = frame.locator('askfirst-ui [part~="banner"]');
  await expect(banner).toBeVisible();
  expect(server.requests('framed.js')).toEqual([]);
  await banner.locator('[part~="accept"]').click();
  await expect.poll(() => server.requests('framed.js')).toHaveLength(1);
  await expect(banner).toHaveCount(0);
});

const FULL = () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (key === 'askfirst') throw new DOMException('Full', 'QuotaExceededError');
    setItem.call(this, key, value);
  };
};
test('storage that fills up after a yes: the withdrawal holds, also on the next page', async ({
  page,
  visit,
  server,
}) => {
  await visit({ attributes: CATEGORIES, head: heldFile('held.js') });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js']);
  await page.evaluate(FULL);
  await decide(page, { analytics: false });
  server.log.length = 0;
  await page.reload();
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(false);
  expect(server.requests('held.js')).toEqual([]);
});

const HOSTILE: Record<string, string> = {
  'a reset of everything': '* { all: unset !important; }',
  'covers with the highest z-index':
    '.cover { position: fixed; inset: 0; z-index: 2147483647; background: #fffc; pointer-events: auto }',
  'a body with a transform': 'body { transform: scale(1); }',
  'a body with a filter and its own stacking context': 'body { filter: brightness(1); isolation: isolate; z-index: 0 }',
  'a tiny root font': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'rules for buttons, sections and headings':
    'section, button, h2, p, div { display: none !important; font-size: 2px !important; opacity: 0 !important }',
  'a body that is hidden from pointers': 'body { pointer-events: none; user-select: none }',
};
for (const layout of ['bar', 'card', 'modal'])
  test(`on pages with hostile styles the ${layout} is at the viewport's edge, on top, readable and can be clicked`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page, visit }) => {
    await visit({
      attributes: `${CATEGORIES} data-layout="${layout}"`,
      head: `<style id="hostile">${HOSTILE['a reset of everything']}</style>`,
      body: `${LONG}<div class="cover"></div>`,
    });
    const { banner, accept, reject, choose } = seen(page);
    for (const [what, css] of Object.entries(HOSTILE)) {
      await page.evaluate(
        (text) => Object.assign(document.querySelector('#hostile') ?? {}, { textContent: text }),
        css,
      );
      await expect(banner, what).toBeVisible();
      for (const scroll of [0, 1500]) {
        await page.evaluate((top) => scrollTo(0, top), scroll);
        const { x, y, width, height } = await box(banner);
        expect(x, what).toBeGreaterThanOrEqual(0);
        expect(y, what).toBeGreaterThanOrEqual(0);
        expect(x + width, what).toBeLessThanOrEqual(1280);
        expect(y + height, what).toBeLessThanOrEqual(800);
        if (layout === 'bar') expect(Math.round(y + height), `${what}: at the edge`).toBe(800);
        if (layout === 'card') expect(y + height, `${what}: near the edge`).toBeGreaterThan(760);
        for (const control of [accept, reject, choose])
          expect(await onTop(page, control), `${what}: on top`).toBe(true);
      }
      const sizes = await banner
        .locator('h2, p, button, a')
        .evaluateAll((texts) => texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
      expect(Math.min(...sizes), what).toBeGreaterThanOrEqual(14);
    }
    await accept.click();
    await expect(banner).toHaveCount(0);
  });

/** On top in its own tree, and its host on top in the document. */
const onTop = async (page: Page, control: Parameters<typeof isOnTop>[0]) => {
  const { x, y, width, height } = await box(control);
  const host = await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName, [
    x + width / 2,
    y + height / 2,
  ] as const);
  return host === 'askfirst-ui' && (await isOnTop(control));
};

test('a filter list that hides the banner: denied, said, and the page scrolls and works', async ({ server }) => {
  // Only an extension can add a style sheet of the user, which no page can overrule.
  const extension = mkdtempSync(join(tmpdir(), 'filter-'));
  writeFileSync(
    join(extension, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'filter',
      version: '1',
      permissions: ['scripting', 'webNavigation'],
      host_permissions: ['<all_urls>'],
      background: { service_worker: 'filter.js' },
    }),
  );
  writeFileSync(
    join(extension, 'filter.js'),
    `chrome.webNavigation.onCommitted.addListener(({ tabId }) => chrome.scripting.insertCSS({
      target: { tabId }, origin: 'USER', css: 'askfirst-ui { display: none !important }' }));`,
  );
  const { args = [], executablePath } = launchOptions(server);
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    viewport: { width: 1280, height: 800 },
    args: [...args, `--load-extension=${extension}`, `--disable-extensions-except=${extension}`],
  });
  try {
    const filter = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    // Its worker is there before its script has run, and what happens meanwhile it never hears.
    await expect.poll(() => filter.evaluate('chrome.webNavigation.onCommitted.hasListeners()')).toBe(true);
    for (const layout of ['bar', 'modal']) {
      server.page(
        `/${layout}/`,
        html({ attributes: `${CATEGORIES} data-layout="${layout}"`, body: LONG, head: heldFile('held.js') }),
      );
      const page = await context.newPage();
      await listen(page);
      await page.goto(`${SITE}/${layout}/`);
      await expect(page.locator('askfirst-ui')).toHaveCSS('display', 'none');
      await settle(page, 800);
      await page.locator('#work').click();
      await expect(page.locator('#work')).toHaveText('works');
      await page.mouse.wheel(0, 600);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
      expect((await consent(page)).granted.analytics).toBe(false);
      expect(await storedText(page)).toBeNull();
      await expect.poll(async () => (await problems(page)).flatMap(({ codes }) => codes)).toEqual(['hidden']);
    }
    expect(server.requests('held.js')).toEqual([]);
  } finally {
    await context.close();
  }
});

test('whatever is said in the console is an event, too', async ({ page, visit, said }) => {
  await visit({ attributes: `${CATEGORIES} data-contoller="Shop"` });
  await expect.poll(() => problems(page)).toHaveLength(1);
  const [{ codes, message } = { codes: [], message: '' }] = await problems(page);
  expect(codes).toEqual([expect.stringMatching(/^[a-z-]+$/)]);
  expect(message).toContain('data-contoller');
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toContain(message);
});

for (const [name, earlier, asks] of [
  ['an hour', 3_600_000, false],
  ['a month', 30 * 86_400_000, true],
] as const)
  test(`a clock set back by ${name} ${asks ? 'means the question again, and nothing granted' : 'changes nothing'}`, async ({
    page,
    visit,
  }) => {
    await visit({ attributes: CATEGORIES });
    await seen(page).accept.click();
    await settle(page);
    const at = Date.parse((await stored(page)).choices.analytics?.at ?? '');
    await page.clock.setSystemTime(at - earlier);
    await page.reload();
    await settle(page);
    await expect(seen(page).banner).toHaveCount(asks ? 1 : 0);
    expect((await consent(page)).granted.analytics).toBe(!asks);
  });

for (const install of INSTALLS) {
  test(`the interface fails once: one more try, and the question is there, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit }) => {
    let tries = 0;
    // The head stub asks beside the core; both are one try.
    await page.route('**/askfirst-ui.js*', (route) =>
      tries++ === 0 ? route.abort('connectionreset') : route.continue(),
    );
    await visit({ install, attributes: CATEGORIES, head: heldFile('held.js') });
    await expect(seen(page).banner).toBeVisible();
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['/held.js']);
    expect(tries).toBeGreaterThan(1);
  });

  for (const answer of ['accept', 'reject'] as const)
    test(`the interface is blocked for good: a plain question takes its place, and ${answer} works, with the ${install}`, async ({
      page,
      visit,
      server,
    }) => {
      await page.route('**/askfirst-ui.js*', (route) => route.abort('blockedbyclient'));
      await visit({ install, attributes: CATEGORIES, body: LONG, head: heldFile('held.js') });
      await expect.poll(async () => (await problems(page)).flatMap(({ codes }) => codes)).toEqual(['interface']);
      await page.locator('#work').click();
      await page.mouse.wheel(0, 600);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
      await settle(page);
      expect(server.requests('held.js')).toEqual([]);
      const yes = page.getByRole('button', { name: /^accept/i });
      const no = page.getByRole('button', { name: /^(reject|decline)/i });
      await expect(yes).toBeVisible();
      await expect(no).toBeVisible();
      await (answer === 'accept' ? yes : no).click();
      await expect(yes).toHaveCount(0);
      await settle(page);
      expect(server.requests('held.js')).toHaveLength(answer === 'accept' ? 1 : 0);
      expect((await stored(page)).choices.analytics?.granted).toBe(answer === 'accept');
    });
}
