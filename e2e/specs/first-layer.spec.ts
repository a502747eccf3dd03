import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { LAYERS, type Layer, measure, moved, unfair, watchPlaces } from '../harness/first-layer.js';
import { CONTROLLER, html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { CASES, type Shape } from '../harness/laws.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

/** Rules for a fair first layer, by their numbers in docs/fairness.md, under every law and in every look. */

const LAYOUTS = ['bar', 'card', 'modal'];
const SIZES = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const SCHEMES = ['light', 'dark'] as const;
const PURPOSES = ['functional', 'analytics', 'marketing'] as const;

const all: Locale[] = await Promise.all(Object.values(locales).map(async (load) => (await load()).locale));

/** How many letters a visitor meets first. Marks above and below a letter take no width. */
const length = (layer: Layer, { title, policyLink, choose, categories, law, ...locale }: Locale) =>
  [
    title,
    policyLink,
    choose,
    ...PURPOSES.map((purpose) => categories[purpose].label),
    ...(layer === 'question'
      ? [locale.ask, locale.withdraw, locale.serviceCount, locale.accept, locale.reject]
      : [law.notice, law.object, locale.close]),
  ]
    .join('')
    .replace(/\p{M}/gu, '').length;

/** English, Arabic, and the longest translation of each direction. */
const languages = (layer: Layer): Set<Locale> => {
  const byLength = [...all].sort((one, other) => length(layer, other) - length(layer, one));
  const found = [
    all.find(({ lang }) => lang === 'en'),
    all.find(({ lang }) => lang === 'ar'),
    byLength.find(({ dir }) => dir === 'ltr'),
    byLength.find(({ dir }) => dir === 'rtl'),
  ];
  return new Set(found.map((locale) => locale as Locale));
};

const placeOf = (shape: Shape) => CASES.find((each) => each.place && each.shape === shape)?.place;
/** A site with three purposes and two services, where a law leads to this first layer. */
const site = (layer: Layer, layout = 'bar', lang = 'en') => ({
  lang,
  attributes: `data-ga4="G-TEST1" data-categories="marketing" data-controller="${CONTROLLER}" data-policy-url="/privacy/" data-layout="${layout}" data-region="${placeOf(layer)}"`,
  config: { services: [{ id: 'maps', name: 'Maps', provider: 'Maps Ltd', category: 'functional', stores: [] }] },
  head: '<style>:root { color-scheme: light dark }</style>',
});
const surface = (page: Page, layer: Layer) =>
  page.locator(LAYERS[layer].host).locator(`[part~=${LAYERS[layer].surface}]`);

for (const layer of ['question', 'notice'] as const)
  for (const layout of LAYOUTS)
    test(`${layer} as a ${layout}: in every window, scheme and direction both answers weigh the same, nothing is hidden, covered, pale or moves, and what has to be said is said first`, async ({
      page,
      visit,
    }) => {
      await watchPlaces(page);
      const policy = new URL('/privacy/', SITE).href;
      const problems: Record<string, string[]> = {};
      let looks = 0;
      for (const locale of languages(layer)) {
        await page.setViewportSize(SIZES[0] as (typeof SIZES)[0]);
        await page.emulateMedia({ colorScheme: 'light' });
        await visit(site(layer, layout, locale.lang));
        await expect(surface(page, layer)).toBeVisible();
        for (const button of await surface(page, layer).locator('button').all()) await button.hover();
        await settle(page, 100);
        const restless = await moved(page);
        if (restless.length) problems[locale.lang] = restless;
        for (const size of SIZES) {
          await page.setViewportSize(size);
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme });
            const found = unfair(await page.evaluate(measure, LAYERS[layer]), {
              layer,
              locale,
              controller: CONTROLLER,
              purposes: PURPOSES.map((purpose) => locale.categories[purpose].label),
              services: 2,
              policy,
            });
            if (found.length) problems[`${locale.lang}, ${size.width} × ${size.height}, ${colorScheme}`] = found;
            looks += 1;
          }
        }
      }
      expect(problems).toEqual({});
      expect(looks).toBeGreaterThanOrEqual(18);
      expect(await page.evaluate(async (url) => (await fetch(url)).status, policy), 'U15: the policy').toBe(200);
    });

test('every rule of every law leads to the first layer that it asks for, with the buttons that the law names', async ({
  page,
  server,
}) => {
  for (const [index, { place, config }] of CASES.entries())
    server.page(`/${index}/`, html({ attributes: place && `data-region="${place}"`, config }));
  server.page(
    '/',
    `<!doctype html><title>Laws</title><link rel="icon" href="data:,">${CASES.map(
      (_, index) => `<iframe src="/${index}/" width="320" height="568" title="${index}"></iframe>`,
    ).join('')}`,
  );
  await page.goto(SITE);
  const found = () =>
    page.evaluate(() =>
      [...Array(window.frames.length).keys()].map((index) => {
        const { document: doc, askfirst } = window.frames[index] as Window;
        const layers = { question: ['askfirst-ui', '[part~=banner]'], notice: ['askfirst-notice', '[part=notice]'] };
        const shown = Object.entries(layers).flatMap(([shape, [host = '', part]]) => {
          const buttons = doc.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>(`${part} button`) ?? [];
          const parts = [...buttons].filter(({ offsetWidth }) => offsetWidth).map((button) => button.part.value);
          return parts.length ? [{ shape, parts: parts.map((each) => each.replace('button ', '')).sort() }] : [];
        });
        return { law: askfirst?.$consent?.get().regime, shown };
      }),
    );
  const BUTTONS = { question: ['accept', 'choose', 'reject'], notice: ['choose', 'close', 'object'] };
  const wanted = CASES.map(({ law, shape }) => ({
    law,
    shown: shape === 'nothing' ? [] : [{ shape, parts: BUTTONS[shape] }],
  }));
  await expect.poll(found).toEqual(wanted);
  await settle(page);
  expect(await found()).toEqual(wanted);
  const partOf = { accept: 'accept', reject: 'reject', settings: 'choose' };
  for (const { name, shape, firstLayer } of CASES)
    if (shape === 'question')
      expect(BUTTONS[shape], name).toEqual(expect.arrayContaining(firstLayer.map((button) => partOf[button])));
  expect(new Set(CASES.map(({ shape }) => shape))).toEqual(new Set(['question', 'notice', 'nothing']));
});

test('who the partners are is one click away, with what they keep and for how long', async ({ page, visit }) => {
  for (const layer of ['question', 'notice'] as const) {
    await visit(site(layer));
    await surface(page, layer).locator('[part=choose]').click();
    const { dialog } = seen(page);
    await expect(dialog).toContainText('Google Analytics 4');
    await expect(dialog).toContainText('Maps Ltd');
    await dialog.locator('details', { hasText: '_ga' }).locator('summary').click();
    const table = dialog.getByRole('table').filter({ hasText: '_ga' });
    await expect(table).toContainText('_ga_*');
    await expect(table).toContainText('24 months');
  }
});

test('rejecting and accepting are one click each, and the banner is gone', async ({ page, visit }) => {
  for (const answer of ['reject', 'accept'] as const) {
    await visit();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await seen(page)[answer].click();
    await expect(seen(page).banner).toHaveCount(0);
    expect((await consent(page)).granted.analytics).toBe(answer === 'accept');
    expect((await consent(page)).reasons.analytics).toBe('choice');
  }
});
