import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { regimes } from '@askfirst/data/regimes';
import { unfair } from '../harness/fairness.js';
import { LAYERS, type Layer, measure, moved, watchPlaces } from '../harness/first-layer.js';
import { CONTROLLER, html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { KINDS } from '../harness/laws.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

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

const placeOf = (layer: Layer) => KINDS.find(({ shape }) => shape === layer)?.place;
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
    test(`${layer} as a ${layout}: both answers weigh the same and nothing is hidden, in every window, scheme and direction`, {
      tag: wholeIf(layout === 'card'),
    }, async ({ page, visit }) => {
      await watchPlaces(page);
      const policy = new URL('/privacy/', SITE).href;
      const problems: Record<string, string[]> = {};
      let looks = 0;
      for (const locale of languages(layer)) {
        await page.setViewportSize(SIZES[0] as (typeof SIZES)[0]);
        await page.emulateMedia({ colorScheme: 'light' });
        await visit(site(layer, layout, locale.lang));
        await expect(surface(page, layer)).toBeVisible();
        for (const { box } of (await page.evaluate(measure, LAYERS[layer])).buttons)
          await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.move(0, 0);
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
  for (const [index, { place, config }] of KINDS.entries())
    server.page(`/${index}/`, html({ attributes: place && `data-region="${place}"`, config }));
  const frames = KINDS.map(
    (_, index) => `<iframe src="/${index}/" width="320" height="568" title="${index}"></iframe>`,
  );
  server.page('/', `<!doctype html><title>Laws</title><link rel="icon" href="data:,">${frames.join('')}`);
  await page.goto(SITE);
  const found = () =>
    page.evaluate(
      ([count, layers]) =>
        [...Array(count).keys()].map((index) => {
          const { document: doc, askfirst } = window.frames[index] as Window;
          const shown = layers.flatMap(([shape, { host, surface: part }]) => {
            const root = doc.querySelector(host)?.shadowRoot;
            const buttons = [...(root?.querySelectorAll<HTMLElement>(`[part~=${part}] button`) ?? [])];
            return buttons.filter(({ offsetWidth }) => offsetWidth).map((button) => `${shape}: ${button.part}`);
          });
          return { law: askfirst?.$consent?.get().regime, shown: shown.sort() };
        }),
      [KINDS.length, Object.entries(LAYERS)] as const,
    );
  const SHOWN = {
    question: ['question: button accept', 'question: button reject', 'question: choose'],
    notice: ['notice: choose', 'notice: close', 'notice: object'],
    nothing: [],
  };
  const wanted = KINDS.map(({ laws: [law], shape }) => ({ law, shown: SHOWN[shape] }));
  await expect.poll(found).toEqual(wanted);
  await settle(page);
  expect(await found()).toEqual(wanted);

  const nameOf = { accept: 'button accept', reject: 'button reject', settings: 'choose' };
  for (const { laws, shape, firstLayer } of KINDS)
    if (shape === 'question')
      for (const button of firstLayer) expect(SHOWN.question, laws.join()).toContain(`question: ${nameOf[button]}`);
  expect(KINDS.flatMap(({ laws }) => laws)).toEqual(expect.arrayContaining(regimes.map(({ id }) => id)));
  expect(new Set(KINDS.map(({ shape }) => shape)).size).toBe(3);
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
