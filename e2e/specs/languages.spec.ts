import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { CONTROLLER, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { overflowing, overlaid } from '../harness/lines.js';
import { stored } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

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
const REGIONS: Record<string, string> = {
  de: 'de-CH',
  he: 'iw',
  nb: 'no',
  pt: 'pt-AO',
  'zh-Hans': 'zh',
  'zh-Hant': 'zh-TW',
};

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    test('a page in a language we do not have falls back to the browser’s, then to English', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit }) => {
      await visit({ install, lang: 'eo' });
      await expectLanguage(page, 'en');
    });

    test('data-lang wins over the page', { tag: wholeIf(install === 'fast path') }, async ({ page, visit }) => {
      await visit({ install, lang: 'fr', attributes: 'data-ga4="G-TEST1" data-lang="es"' });
      await expectLanguage(page, 'es');
    });
  });
}

test.describe('a browser set to French', () => {
  test.use({ locale: 'fr-CA' });
  for (const install of INSTALLS) {
    test(`on a page in an unknown language asks in French, with the ${install}`, {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit }) => {
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
  test.use({ locale: 'cy-GB' });
  test('on a page in an unknown language asks in English', async ({ page, visit }) => {
    await visit({ lang: 'eo' });
    await expectLanguage(page, 'en');
  });
});

/** The longest texts, the longest answers, both from right to left, the shortest, one without spaces, one with tall letters. */
const EXTREME = ['fil', 'ga', 'ur', 'he', 'zh-Hant', 'th', 'bn', 'en'];
const all = Object.keys(LOCALES);
const others = all.filter((lang) => !EXTREME.includes(lang));
/** So many in one spec: workers share them. */
const TOGETHER = 15;
const groups = [EXTREME];
for (let first = 0; first < others.length; first += TOGETHER) groups.push(others.slice(first, first + TOGETHER));
for (const some of groups) {
  test(`${some.join(', ')}: asked in it, it alone is fetched, and at 320 px the longest texts fit`, {
    tag: wholeIf(some !== EXTREME),
  }, async ({ page, visit, server }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    const { banner, accept, reject, choose, dialog, inline, acceptInDialog } = seen(page);
    const files = all.filter((lang) => lang !== 'en').map((lang) => `askfirst-${lang.toLowerCase()}.js`);
    for (const lang of some)
      await test.step(lang, async () => {
        const check = expect.configure({ message: lang });
        server.log.length = 0;
        await visit({
          // Both ways to install fetch languages by the same file: each language by one of them.
          install: INSTALLS[all.indexOf(lang) % INSTALLS.length] as (typeof INSTALLS)[number],
          lang: REGIONS[lang] ?? lang,
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
        check(await overlaid(dialog)).toEqual([]);
        check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

        const asked = server.requests('/askfirst/').map((url) => url.split('/').pop()?.split('?')[0] ?? '');
        const fetched = new Set(asked.filter((name) => files.includes(name)));
        check([...fetched]).toEqual(lang === 'en' ? [] : [`askfirst-${lang.toLowerCase()}.js`]);
        await acceptInDialog.click();
        await check.poll(async () => (await stored(page))?.locale).toBe(lang);
        await page.evaluate(() => localStorage.clear());
      });
  });
}

test('the owner’s own words replace ours, text by text', async ({ page, visit }) => {
  await visit({ config: { ui: { texts: { title: 'Before you go on' } } } });
  await expect(seen(page).banner).toContainText('Before you go on');
  await expect(seen(page).accept).toHaveText(words('en').accept);
});
