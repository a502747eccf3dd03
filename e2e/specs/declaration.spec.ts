import { axe } from '../harness/axe.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** How the list of services looks on a page, in a language that is long and in one that runs from right to left. */

const CONFIG = {
  services: [
    {
      id: 'shop',
      name: 'The shop',
      provider: 'Shop Example Ltd',
      category: 'necessary',
      stores: [
        { name: 'shop_session', kind: 'cookie', lifetime: 'session' },
        { name: 'basket', kind: 'localStorage', lifetime: 'persistent' },
      ],
    },
    {
      id: 'films',
      name: 'Films',
      provider: 'Example Ltd',
      category: 'functional',
      stores: [{ name: '_film*', kind: 'sessionStorage', lifetime: 'session' }],
    },
  ],
};

/** The left edge of each column of each table, and the height of each heading in lines. */
const columns = (page: Page) =>
  page.locator('consent-declaration table').evaluateAll((tables) =>
    tables.map((table) => {
      const heads = [...table.querySelectorAll('th')];
      return {
        left: heads.map((head) => Math.round(head.getBoundingClientRect().left)),
        lines: heads.map((head) => {
          const words = document.createRange();
          words.selectNodeContents(head);
          return words.getClientRects().length;
        }),
      };
    }),
  );

/** Where lines are drawn across the declaration, from top to bottom. */
const rules = (page: Page) =>
  page.locator('consent-declaration').evaluate(({ shadowRoot }) => {
    const places = [...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => {
      const { borderTopWidth, borderBottomWidth } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      return [...(parseFloat(borderTopWidth) ? [top] : []), ...(parseFloat(borderBottomWidth) ? [bottom] : [])];
    });
    return [...new Set(places.map(Math.round))].sort((one, other) => one - other);
  });

for (const lang of ['en', 'de', 'ar'])
  for (const width of [1280, 320])
    test(`in ${lang}, ${width} px wide, columns line up between the services, and no line is double`, {
      tag: wholeIf(lang === 'en' || width !== 320),
    }, async ({ page, visit }) => {
      await page.setViewportSize({ width, height: 900 });
      await visit({
        lang,
        config: CONFIG,
        body: '<main><h1>Privacy</h1><consent-declaration></consent-declaration></main>',
      });
      await expect(page.locator('consent-declaration table')).toHaveCount(4);

      const [first, ...others] = await columns(page);
      for (const other of others) expect(other).toEqual(first);
      expect(first?.lines).toEqual([1, 1, 1]);

      const places = await rules(page);
      expect(places.length).toBeGreaterThan(6);
      const gaps = places.slice(1).map((place, index) => place - (places[index] as number));
      expect(Math.min(...gaps)).toBeGreaterThan(20);
    });

test('what a service stores keeps the order of its letters where lines run from right to left', async ({
  page,
  visit,
}) => {
  await visit({ lang: 'ar', body: '<main><h1>Privacy</h1><consent-declaration></consent-declaration></main>' });
  const name = page.locator('consent-declaration td').getByText('_ga_*', { exact: true });
  const [first, last] = await name.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode() as Text;
    return [0, text.length - 1].map((at) => {
      const letter = document.createRange();
      letter.setStart(text, at);
      letter.setEnd(text, at + 1);
      return letter.getBoundingClientRect().left;
    });
  });
  expect(first).toBeLessThan(last as number);
});

test('a service without a provider leaves no empty line', async ({ page, visit }) => {
  await visit({ body: '<main><h1>Privacy</h1><consent-declaration></consent-declaration></main>' });
  await expect(page.locator('consent-declaration table')).toHaveCount(2);
  expect(await page.locator('consent-declaration p').allTextContents()).not.toContain('');
  // So short a list is read, not searched.
  await expect(page.getByRole('searchbox')).toHaveCount(0);
});

/** Twelve services that ask for 6 to 17 months. */
const METERS = [...'abcdefghijkl'].map((letter, index) => ({
  id: `meter-${letter}`,
  name: `Meter ${letter}`,
  provider: letter === 'a' ? 'Zähler GmbH' : 'Count Ltd',
  category: 'functional',
  policyUrl: 'https://meter.example/privacy',
  stores: [{ name: `_meter_${letter}*`, kind: 'cookie', lifetime: [index + 6, 'month'] }],
}));

test('a long list can be searched, says how long this browser keeps a cookie at most, and is whole on paper', async ({
  page,
  visit,
}) => {
  await visit({
    config: { services: [...CONFIG.services, ...METERS] },
    body: '<main><h1>Privacy</h1><h2>Services</h2><consent-declaration></consent-declaration></main>',
  });
  const list = page.locator('consent-declaration');
  const field = list.getByRole('searchbox', { name: 'Services and storage' });
  const names = list.locator('h4:visible');
  const status = list.locator('[role=status]');
  await expect(names).toHaveCount(16);

  const lifetimeOf = (name: string) => list.locator(`tr:has(bdi:text-is("${name}")) td`).last();
  await expect(lifetimeOf('_ga')).toHaveText('24 months (≤ 400 days)');
  await expect(lifetimeOf('_meter_h*')).toHaveText('13 months');
  await expect(lifetimeOf('_meter_i*')).toHaveText('14 months (≤ 400 days)');
  expect(await axe(page, 'consent-declaration')).toEqual([]);

  for (const [words, found, groups] of [
    ['meter C', ['Meter c'], 1],
    ['ZÄHLER', ['Meter a'], 1],
    // As the browser's own list has it.
    ['_meter_kX71', ['Meter k'], 1],
    ['_ga', ['Google Analytics 4'], 1],
    ['example', ['The shop', 'Films'], 2],
    ['nobody', [], 0],
  ] as const) {
    await field.fill(words);
    await expect(names).toHaveText(found);
    await expect(list.locator('h3:visible')).toHaveCount(groups);
    await expect(status).toHaveText(`Services involved: ${found.length}`);
  }

  await page.emulateMedia({ media: 'print' });
  await expect(names).toHaveCount(16);
  await expect(field).toBeHidden();
  const printed = await list.evaluate(({ shadowRoot }) => {
    const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
    const link = shadowRoot?.querySelector('a[href*="meter.example"]') as Element;
    return {
      backgrounds: [...new Set(all.map((element) => getComputedStyle(element).backgroundColor))],
      heads: [...new Set(all.filter((each) => each.matches('thead')).map((each) => getComputedStyle(each).display))],
      link: getComputedStyle(link, '::after').content,
    };
  });
  expect(printed.backgrounds).toEqual(['rgba(0, 0, 0, 0)']);
  expect(printed.heads).toEqual(['table-header-group']);
  expect(printed.link).toContain('https://meter.example/privacy');

  // Untrusted: not the browser's own Escape, which Firefox does not have.
  await page.emulateMedia({ media: 'screen' });
  await field.dispatchEvent('keydown', { key: 'Escape' });
  await expect(field).toHaveValue('');
  await expect(names).toHaveCount(16);
  await expect(status).toBeEmpty();
});
