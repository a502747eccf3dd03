import { axe, COLOURS } from '../harness/axe.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

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

/** Latin letters, from right to left; then letters with marks above and below, without spaces, hanging from a line. */
const SCRIPTS = [
  ['en', 'ar'],
  ['th', 'zh-Hans', 'hi'],
] as const;

/** What axe finds on one surface, by condition. Another script changes words and widths, and the dark changes colours. */
async function findings(page: Page, selector: string | string[], lang: string) {
  const found: Record<string, string[]> = {};
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    if (lang !== 'en' && name !== 'light' && name !== 'dark') continue;
    await condition(page, async () => {
      await settle(page, 150);
      const lines = await axe(page, selector, lang === 'en' || name === 'light' ? undefined : COLOURS);
      if (lines.length) found[`${lang}, ${name}`] = lines;
    });
  }
  return found;
}

const INLINE = `<main><h1>A page</h1><button data-consent-open>Privacy settings</button>
  <h2>Your choice</h2><consent-preferences></consent-preferences>
  <h2>What is stored</h2><consent-declaration></consent-declaration><p><consent-link></consent-link></p></main>`;

const page = (lang: string, attributes = '', body = '<main><h1>A page</h1></main>') => ({
  lang,
  attributes: `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="Shop" data-policy-url="/privacy/" ${attributes}`,
  // axe does not know the colour of a dark page that names none.
  head: '<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>',
  body,
});
for (const [turn, scripts] of SCRIPTS.entries()) {
  for (const layout of ['bar', 'card', 'modal']) {
    test(`axe finds nothing wrong with the banner as a ${layout}, in ${scripts}`, {
      tag: wholeIf(layout !== 'modal' || turn > 0),
    }, async ({ page: tab, visit }) => {
      for (const lang of scripts) {
        await visit(page(lang, `data-layout="${layout}"`));
        await expect(seen(tab).host).toHaveAttribute('lang', lang);
        await expect(seen(tab).banner).toBeVisible();
        expect(await findings(tab, 'askfirst-ui', lang)).toEqual({});
      }
    });
  }

  test(`axe finds nothing wrong with the dialog, details open, in ${scripts}`, { tag: wholeIf(turn > 0) }, async ({
    page: tab,
    visit,
  }) => {
    for (const lang of scripts) {
      await visit(page(lang));
      await seen(tab).choose.click();
      await expect(seen(tab).dialog).toBeVisible();
      await seen(tab)
        .dialog.locator('details')
        .evaluateAll((all) => {
          for (const details of all) (details as HTMLDetailsElement).open = true;
        });
      expect(await findings(tab, ['askfirst-ui', '[part~=dialog]'], lang)).toEqual({});
    }
  });

  test(`axe finds nothing wrong with what stands in a page, in ${scripts}: control, declaration, link, status`, {
    tag: wholeIf(turn > 0),
  }, async ({ page: tab, visit }) => {
    await tab.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    for (const lang of scripts) {
      await visit(page(lang, 'data-region="US-CA"', INLINE));
      await expect(seen(tab).inlineToggle('analytics')).toBeVisible();
      await expect(tab.locator('consent-declaration a')).toBeVisible();
      await expect(tab.locator('consent-link button')).toBeVisible();
      await expect(tab.locator('consent-link [part=status]')).not.toBeEmpty();
      expect(await findings(tab, 'main', lang)).toEqual({});
    }
  });

  test(`axe finds nothing wrong with the notice, in ${scripts}`, { tag: wholeIf(turn > 0) }, async ({
    page: tab,
    visit,
  }) => {
    for (const lang of scripts) {
      await visit(page(lang, 'data-region="JP"'));
      await expect(tab.locator('askfirst-notice [part=notice]')).toBeVisible();
      expect(await findings(tab, 'askfirst-notice', lang)).toEqual({});
    }
  });
}

test('axe does find something: a button without a name inside the banner', async ({ page: tab, visit }) => {
  await visit(page('en'));
  await expect(seen(tab).banner).toBeVisible();
  await seen(tab).accept.evaluate((button) => {
    button.textContent = '';
  });
  expect((await axe(tab, 'askfirst-ui')).join()).toContain('button-name');
});

for (const layout of ['bar', 'card', 'modal']) {
  test(`${layout}: text of the banner grows with the visitor's font size, and everything stays on screen`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page: tab, visit }) => {
    await tab.setViewportSize({ width: 640, height: 800 });
    await visit(page('en', `data-layout="${layout}"`));
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

test('nothing moves for visitors who asked for less motion', async ({ page: tab, visit }) => {
  await tab.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page('en'));
  await expect(seen(tab).banner).toBeVisible();
  const moving = await seen(tab).banner.evaluate(
    (banner) =>
      banner
        .getAnimations({ subtree: true })
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 10).length,
  );
  expect(moving).toBe(0);
});
