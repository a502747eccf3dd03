import { locale as de } from '@askfirst/data/locales/de';
import { locale as en } from '@askfirst/data/locales/en';
import { locale as es } from '@askfirst/data/locales/es';
import { locale as fr } from '@askfirst/data/locales/fr';
import { locale as th } from '@askfirst/data/locales/th';
import { CONTROLLER, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { stored } from '../harness/probe.js';
import { expect, type Page, test } from '../harness/test.js';

const LOCALES = { de, en, es, fr, th };
type Lang = keyof typeof LOCALES;

async function expectLanguage(page: Page, lang: Lang) {
  const { accept, reject, choose, host } = seen(page);
  await expect(accept).toHaveText(LOCALES[lang].accept);
  await expect(reject).toHaveText(LOCALES[lang].reject);
  await expect(choose).toHaveText(LOCALES[lang].choose);
  await expect(host).toHaveAttribute('lang', lang);
}

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    for (const lang of Object.keys(LOCALES) as Lang[]) {
      test(`a page in ${lang} asks in ${lang} and fetches that language alone`, async ({ page, visit, server }) => {
        await visit({ install, lang: lang === 'de' ? 'de-CH' : lang });
        await expectLanguage(page, lang);
        const chunks = server.requests('/askfirst/').map((url) => url.split('/').pop()?.split('?')[0]);
        const languages = chunks.filter((name) => /^askfirst-(?!ui)\w\w\.js$/.test(name ?? ''));
        expect(languages).toEqual(lang === 'en' ? [] : [`askfirst-${lang}.js`]);
        await seen(page).accept.click();
        expect((await stored(page)).locale).toBe(lang);
      });
    }

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

for (const lang of Object.keys(LOCALES) as Lang[]) {
  test(`${lang}: even the longest texts fit at 320 px, in banner, dialog and page`, async ({ page, visit }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await visit({
      lang,
      attributes: `data-ga4="G-TEST1" data-categories="functional marketing" data-controller="${CONTROLLER}" data-policy-url="/privacy/"`,
      body: '<main><consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>',
    });
    const { banner, accept, reject, choose, dialog, inline } = seen(page);
    await expectLanguage(page, lang);
    const overflowing = (surface: typeof banner) =>
      surface.evaluate((element) => {
        const elements = [element, ...(element.shadowRoot ?? element).querySelectorAll('*')];
        return elements
          .filter(
            (part) =>
              part.getBoundingClientRect().right > innerWidth + 0.5 ||
              (part.scrollWidth > part.clientWidth + 1 &&
                part.clientWidth > 0 &&
                getComputedStyle(part).overflowX === 'visible' &&
                getComputedStyle(part).display !== 'inline'),
          )
          .map((part) => `${part.localName} ${part.getAttribute('part') ?? ''} ${part.textContent?.slice(0, 30)}`);
      });
    expect(await overflowing(banner)).toEqual([]);
    for (const control of [accept, reject, choose]) await expect(control).toBeInViewport({ ratio: 1 });
    const [yes, no] = [await accept.boundingBox(), await reject.boundingBox()];
    expect(yes?.height).toBeCloseTo(no?.height ?? 0, 0);
    expect((no?.width ?? 0) / (yes?.width ?? 1)).toBeGreaterThan(0.9);
    expect((no?.width ?? 0) / (yes?.width ?? 1)).toBeLessThan(1.1);
    expect(await overflowing(inline)).toEqual([]);
    expect(await overflowing(page.locator('consent-declaration'))).toEqual([]);
    await choose.click();
    await expect(dialog).toBeVisible();
    expect(await overflowing(dialog)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}

test('the owner’s own words replace ours, text by text', async ({ page, visit }) => {
  await visit({ config: { ui: { texts: { title: 'Before you go on' } } } });
  await expect(seen(page).banner).toContainText('Before you go on');
  await expect(seen(page).accept).toHaveText(en.accept);
});
