import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { CONTROLLER, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { stored } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';

/** Every language there is, by its BCP 47 tag. */
const LOCALES = Object.fromEntries(
  await Promise.all(
    Object.values(locales).map(async (load) => {
      const { locale } = await load();
      return [locale.lang, locale] as const;
    }),
  ),
);
const words = (lang: string) => LOCALES[lang] as Locale;

async function expectLanguage(page: Page, lang: string) {
  const { accept, reject, choose, host } = seen(page);
  await expect(accept).toHaveText(words(lang).accept);
  await expect(reject).toHaveText(words(lang).reject);
  await expect(choose).toHaveText(words(lang).choose);
  await expect(host).toHaveAttribute('lang', lang);
  await expect(host).toHaveAttribute('dir', words(lang).dir);
}

/** A page's own tag where it is not that of the language it is asked in. */
const REGIONS: Record<string, string> = { de: 'de-CH', pt: 'pt-AO', 'zh-Hant': 'zh-TW' };

Object.keys(LOCALES).forEach((lang, index) => {
  // Both ways to install fetch languages by the same file: each language by one of them.
  const install = INSTALLS[index % INSTALLS.length] as (typeof INSTALLS)[number];
  test(`a page in ${lang} asks in ${lang} and fetches that language alone`, async ({ page, visit, server }) => {
    await visit({ install, lang: REGIONS[lang] ?? lang });
    await expectLanguage(page, lang);
    const chunks = server.requests('/askfirst/').map((url) => url.split('/').pop()?.split('?')[0]);
    const fetched = chunks.filter((name) => /^askfirst-(?!ui|tend|rules|help)/.test(name ?? ''));
    expect([...new Set(fetched)].sort()).toEqual(
      lang === 'en' ? [] : ['askfirst-words.js', `askfirst-${lang.toLowerCase()}.js`].sort(),
    );
    await seen(page).accept.click();
    expect((await stored(page)).locale).toBe(lang);
  });
});

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    test('a page in a language we do not have falls back to the browser’s, then to English', async ({
      page,
      visit,
    }) => {
      await visit({ install, lang: 'eo' });
      await expectLanguage(page, 'en');
    });

    test('data-lang wins over the page', async ({ page, visit }) => {
      await visit({ install, lang: 'fr', attributes: 'data-ga4="G-TEST1" data-lang="es"' });
      await expectLanguage(page, 'es');
    });
  });
}

test.describe('a browser set to French', () => {
  test.use({ locale: 'fr-CA' });
  for (const install of INSTALLS) {
    test(`on a page in an unknown language asks in French, with the ${install}`, async ({ page, visit }) => {
      await visit({ install, lang: 'eo' });
      await expectLanguage(page, 'fr');
    });
  }
  test('on a German page asks in German', async ({ page, visit }) => {
    await visit({ lang: 'de' });
    await expectLanguage(page, 'de');
  });
});

test.describe('a browser set to a language we do not have', () => {
  test.use({ locale: 'fi-FI' });
  test('on a page in an unknown language asks in English', async ({ page, visit }) => {
    await visit({ lang: 'eo' });
    await expectLanguage(page, 'en');
  });
});

test('in every language even the longest texts fit at 320 px, in banner, dialog and page', async ({ page, visit }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 568 });
  const { banner, accept, reject, choose, dialog, inline } = seen(page);
  const overflowing = (surface: typeof banner) =>
    surface.evaluate((element) => {
      const elements = [element, ...(element.shadowRoot ?? element).querySelectorAll('*')];
      return elements
        .filter(
          (part) =>
            part.getBoundingClientRect().left < -0.5 ||
            part.getBoundingClientRect().right > innerWidth + 0.5 ||
            (part.scrollWidth > part.clientWidth + 1 &&
              part.clientWidth > 0 &&
              getComputedStyle(part).overflowX === 'visible' &&
              getComputedStyle(part).display !== 'inline'),
        )
        .map((part) => `${part.localName} ${part.getAttribute('part') ?? ''} ${part.textContent?.slice(0, 30)}`);
    });
  for (const lang of Object.keys(LOCALES))
    await test.step(lang, async () => {
      const check = expect.configure({ message: lang });
      await visit({
        lang,
        attributes: `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="${CONTROLLER}" data-policy-url="/privacy/"`,
        body: '<main><consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>',
      });
      await expectLanguage(page, lang);
      check(await overflowing(banner)).toEqual([]);
      for (const control of [accept, reject, choose]) await check(control).toBeInViewport({ ratio: 1 });
      const [yes, no] = [await accept.boundingBox(), await reject.boundingBox()];
      check(yes?.height).toBeCloseTo(no?.height ?? 0, 0);
      check((no?.width ?? 0) / (yes?.width ?? 1)).toBeGreaterThan(0.9);
      check((no?.width ?? 0) / (yes?.width ?? 1)).toBeLessThan(1.1);
      check(await overflowing(inline)).toEqual([]);
      check(await overflowing(page.locator('consent-declaration'))).toEqual([]);
      await choose.click();
      await check(dialog).toBeVisible();
      check(await overflowing(dialog)).toEqual([]);
      check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
});

test('the owner’s own words replace ours, text by text', async ({ page, visit }) => {
  await visit({ config: { ui: { texts: { title: 'Before you go on' } } } });
  await expect(seen(page).banner).toContainText('Before you go on');
  await expect(seen(page).accept).toHaveText(words('en').accept);
});
