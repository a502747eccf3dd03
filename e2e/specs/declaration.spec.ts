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
});
