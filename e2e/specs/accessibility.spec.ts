import { axe } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';

/** How visitors look at a page. Each leaves the page as it found it. */
const CONDITIONS: Record<string, (page: Page, look: () => Promise<void>) => Promise<void>> = {
  light: async (page, look) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await look();
  },
  dark: async (page, look) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await look();
    await page.emulateMedia({ colorScheme: null });
  },
  'forced colours': async (page, look) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await look();
    await page.emulateMedia({ forcedColors: null });
  },
  '320 px': async (page, look) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await look();
    await page.setViewportSize({ width: 1280, height: 800 });
  },
  '200 % text': async (page, look) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await look();
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  },
};

/** Everything of one surface in all conditions: what axe finds, by condition. */
async function findings(page: Page, selector: string) {
  const found: Record<string, string[]> = {};
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    await condition(page, async () => {
      await settle(page, 150);
      found[name] = await axe(page, selector);
    });
  }
  return found;
}
const NOTHING = Object.fromEntries(Object.keys(CONDITIONS).map((name) => [name, []]));

const page = (scheme: string, extra = '') => ({
  attributes: `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="Shop" data-policy-url="/privacy/" ${extra}`,
  head: `<style>:root { color-scheme: ${scheme} }</style>`,
  body: `<main><h1>A page</h1><button data-consent-open>Privacy settings</button>
    <h2>Your choice</h2><consent-preferences></consent-preferences>
    <h2>What is stored</h2><consent-declaration></consent-declaration></main>`,
});

for (const layout of ['bar', 'card', 'modal']) {
  test(`axe finds nothing wrong with the banner as a ${layout}`, async ({ page: tab, visit }) => {
    await visit(page('light dark', `data-layout="${layout}"`));
    await expect(seen(tab).banner).toBeVisible();
    expect(await findings(tab, 'askfirst-ui')).toEqual(NOTHING);
  });
}

test('axe finds nothing wrong with the dialog, details open', async ({ page: tab, visit }) => {
  await visit(page('light dark'));
  await seen(tab).choose.click();
  await expect(seen(tab).dialog).toBeVisible();
  await seen(tab)
    .dialog.locator('details')
    .evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
  expect(await findings(tab, 'askfirst-ui')).toEqual(NOTHING);
});

test('axe finds nothing wrong with the inline control and the declaration', async ({ page: tab, visit }) => {
  await visit(page('light dark'));
  await seen(tab).reject.click();
  await expect(seen(tab).inlineToggle('analytics')).toBeVisible();
  expect(await findings(tab, 'main')).toEqual(NOTHING);
});

test('axe does find something: a button without a name inside the banner', async ({ page: tab, visit }) => {
  await visit(page('light'));
  await expect(seen(tab).banner).toBeVisible();
  await seen(tab).accept.evaluate((button) => {
    button.textContent = '';
  });
  expect((await axe(tab, 'askfirst-ui')).join()).toContain('button-name');
});

for (const layout of ['bar', 'card', 'modal']) {
  test(`${layout}: text of the banner grows with the visitor's font size, and everything stays on screen`, async ({
    page: tab,
    visit,
  }) => {
    await tab.setViewportSize({ width: 640, height: 800 });
    await visit(page('light', `data-layout="${layout}"`));
    const { banner, accept, reject } = seen(tab);
    await expect(banner).toBeVisible();
    const size = () => accept.evaluate((button) => Number.parseFloat(getComputedStyle(button).fontSize));
    const before = await size();
    await CONDITIONS['200 % text']?.(tab, async () => {
      await settle(tab, 100);
      expect(await size()).toBeGreaterThanOrEqual(before * 1.9);
      await expect(accept).toBeInViewport({ ratio: 1 });
      await expect(reject).toBeInViewport({ ratio: 1 });
      expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });
}

test('WCAG text spacing does not cut off any text of the banner', async ({ page: tab, visit }) => {
  await tab.setViewportSize({ width: 320, height: 640 });
  await visit(page('light'));
  await expect(seen(tab).banner).toBeVisible();
  await tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    const root = document.querySelector('askfirst-ui')?.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets.push(sheet);
  });
  const cut = await seen(tab)
    .banner.locator('button')
    .evaluateAll((buttons) =>
      buttons
        .filter(
          (button) => button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1,
        )
        .map((b) => b.textContent),
    );
  expect(cut).toEqual([]);
  await expect(seen(tab).accept).toBeInViewport({ ratio: 1 });
  await expect(seen(tab).reject).toBeInViewport({ ratio: 1 });
});

test('nothing moves for visitors who asked for less motion', async ({ page: tab, visit }) => {
  await tab.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page('light'));
  await expect(seen(tab).banner).toBeVisible();
  const moving = await seen(tab).banner.evaluate(
    (banner) =>
      banner
        .getAnimations({ subtree: true })
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 10).length,
  );
  expect(moving).toBe(0);
});
