import type { PageParts } from '../harness/html.js';
import { consent, decide, ran, settle } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

/** Where a law lets things run with notice and an easy way to object. */

const parts = (more: PageParts = {}): PageParts => ({
  attributes:
    'data-categories="analytics" data-controller="Shop Example Ltd" data-region="JP" data-policy-url="/privacy/"',
  head: heldFile('measure.js'),
  ...more,
});

const notice = (page: Page) => page.locator('askfirst-notice [part=notice]');
const button = (page: Page, part: string) => notice(page).locator(`button[part=${part}]`);

test('tells what runs; closing it is no answer and it does not come back; both buttons weigh the same', async ({
  page,
  visit,
  server,
  said,
}) => {
  await visit(parts());
  await expect(notice(page)).toContainText(
    'Shop Example Ltd uses cookies and similar storage for: Analytics. You can object at any time.',
  );
  await expect.poll(() => ran(page)).toEqual(['/measure.js']);
  const looks = await Promise.all(
    ['object', 'close'].map((part) =>
      button(page, part).evaluate((node) => {
        const { width, height } = node.getBoundingClientRect();
        const { color, backgroundColor, fontSize, fontWeight, borderTopWidth } = getComputedStyle(node);
        return [width, height, color, backgroundColor, fontSize, fontWeight, borderTopWidth];
      }),
    ),
  );
  expect(looks[0]).toEqual(looks[1]);
  await button(page, 'close').click();
  await expect(notice(page)).toHaveCount(0);
  expect((await consent(page)).reasons).toMatchObject({ analytics: 'regime' });
  expect(await page.evaluate(() => localStorage.askfirst)).toBeUndefined();
  for (const path of ['/', '/empty/']) {
    await page.goto(new URL(path, SITE).href);
    await settle(page);
    await expect(notice(page)).toHaveCount(0);
  }
  // What is new is told.
  await visit(parts({ config: { categories: { functional: {} } } }));
  await expect(notice(page)).toContainText('Functional, Analytics');
  expect(server.requests('measure.js').length).toBeGreaterThan(0);
  expect(said.messages).toEqual([]);
});

test('one press objects, on a page whose router swaps the body, and that holds', async ({ page, visit, server }) => {
  await visit(parts());
  await expect(notice(page)).toBeVisible();
  await page.evaluate(() => {
    document.body.replaceChildren(Object.assign(document.createElement('main'), { textContent: 'Another page' }));
  });
  await expect(notice(page)).toBeVisible();
  await button(page, 'object').click();
  await expect(notice(page)).toHaveCount(0);
  await expect.poll(async () => (await consent(page)).granted).toMatchObject({ analytics: false });
  server.log.length = 0;
  await page.reload();
  await settle(page);
  expect(server.requests('measure.js')).toEqual([]);
  await expect(notice(page)).toHaveCount(0);
});

test('a closed notice comes back for what is new alone: not after an objection, on a page with less, or in another tab; another site tells for itself', async ({
  page,
  context,
  visit,
}) => {
  const two = parts({ attributes: parts().attributes?.replace('analytics', 'analytics marketing') });
  await visit(two);
  const other = await context.newPage();
  await other.goto(page.url());
  await button(other, 'close').click();
  await expect(notice(page)).toHaveCount(0);
  await other.close();
  await decide(page, { marketing: false });
  await settle(page);
  await expect(notice(page)).toHaveCount(0);
  await visit(parts(), '/less/');
  await settle(page);
  await expect(notice(page)).toHaveCount(0);
  await visit(parts({ config: { site: 'another' } }), '/another/');
  await button(page, 'close').click();
  await visit(parts(), '/less/');
  await settle(page);
  await expect(notice(page)).toHaveCount(0);
});

test('on a phone the end of the page is not under the notice; an objection by the keyboard is said, and keeps the focus', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await visit(parts({ body: '<main style="height: 1500px"></main><footer><a href="/empty/">Imprint</a></footer>' }));
  await expect(notice(page)).toBeVisible();
  const isSeen = () =>
    page.evaluate(() => {
      scrollTo(0, 9999);
      const { x, y } = (document.querySelector('footer a') as Element).getBoundingClientRect();
      return document.elementFromPoint(x + 3, y + 3)?.localName;
    });
  await expect.poll(isSeen).toBe('a');
  await button(page, 'object').focus();
  await page.keyboard.press('Enter');
  await expect(notice(page)).toHaveCount(0);
  await expect(page.locator('askfirst-notice [role=status]')).toHaveText('Your choices were saved.');
  await expect(page.locator('askfirst-notice [role=status]')).toBeFocused();
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test('a site that may not store still tells; a site that asks does not tell besides', async ({ page, visit }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await visit(parts());
  await button(page, 'close').click();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(notice(page)).toBeVisible();

  await visit(parts({ config: { regimes: { JP: 'opt-in' } } }));
  await expect(page.locator('askfirst-ui [part~=banner]')).toBeVisible();
  await settle(page);
  await expect(notice(page)).toHaveCount(0);
});

test('declared statistics run with notice in the United Kingdom, without in France, and wait for a yes in Germany and beside a question', async ({
  page,
  visit,
  server,
  said,
}) => {
  const statistics = {
    id: 'statistics',
    name: 'Statistics of this site',
    provider: 'Shop Example Ltd',
    category: 'measurement',
    exemption: 'audience-measurement',
    stores: [],
  };
  const at = async (region: string, categories = {}) => {
    await page.evaluate(() => localStorage.clear()).catch(() => {});
    server.log.length = 0;
    await visit({
      attributes: `data-controller="Shop Example Ltd" data-region="${region}"`,
      config: { services: [statistics], categories: { measurement: { label: 'Measurement' }, ...categories } },
      head: heldFile('count.js', '', 'measurement'),
    });
    await settle(page);
    return {
      ran: server.requests('count.js').length,
      told: await notice(page).count(),
      asked: await page.locator('askfirst-ui [part~=banner]').count(),
    };
  };
  expect(await at('GB')).toEqual({ ran: 1, told: 1, asked: 0 });
  await button(page, 'object').click();
  await page.reload();
  await settle(page);
  expect(server.requests('count.js'), 'not after the objection').toHaveLength(1);
  expect(await at('FR')).toEqual({ ran: 1, told: 0, asked: 0 });
  await page.evaluate(() => window.askfirst.open());
  await expect(page.locator('askfirst-ui dialog')).toContainText('The law allows this without consent.');
  expect(await at('DE')).toEqual({ ran: 0, told: 0, asked: 1 });
  expect(await at('GB', { marketing: {} })).toEqual({ ran: 0, told: 0, asked: 1 });
  expect(said.messages).toEqual([]);
});
