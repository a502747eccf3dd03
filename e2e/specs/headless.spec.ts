import { locale as en } from '@askfirst/data/locales/en';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/gallery.js';
import { seen } from '../harness/interface.js';
import { wholeIf } from '../harness/whole.js';

/** A page that draws the question itself, and what the check says of it. */

const COUNT = '/headless/count.js';

const question = (page: Page) => page.getByRole('complementary');
const button = (page: Page, name: string) => question(page).getByRole('button', { name });
const findings = (page: Page) => page.locator('#findings');

test('asks with its own elements, runs nothing before a yes, and nothing after a no', async ({
  page,
  gallery,
  said,
}) => {
  gallery.log.length = 0;
  await page.goto(gallery.at('', 'headless/'));
  await expect(question(page)).toBeVisible();
  await expect(question(page)).toContainText('Example Ltd would like to use');
  await expect(question(page)).toContainText('Functional, Analytics');
  await expect(question(page)).toContainText(en.withdraw);
  await expect(question(page)).toContainText('Services involved: 2');
  await expect(findings(page)).toHaveText('Nothing was found.');
  await expect(seen(page).host).toHaveCount(1);
  await expect(seen(page).banner).toHaveCount(0);
  expect(gallery.log).not.toContain(COUNT);

  await button(page, en.reject).click();
  await expect(question(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Is it fair?' })).toBeVisible();
  await page.waitForFunction(() => !window.askfirst.$consent.get().ask);
  await expect(question(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.askfirst.record()?.choices.analytics?.granted)).toBe(false);
  expect(gallery.log).not.toContain(COUNT);

  await page.getByRole('button', { name: 'Forget my answer' }).click();
  await expect(question(page)).toBeVisible();
  // The language that an answer notes is the interface's.
  await expect(seen(page).host).toHaveCount(1);
  await button(page, en.accept).click();
  await expect(page.getByText('This visit is counted.')).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(gallery.log.filter((path) => path === COUNT)).toHaveLength(1);
  expect(await page.evaluate(() => window.askfirst.record()?.locale)).toBe('en');
  expect(said).toEqual([]);
});

test('the preferences are those of Askfirst, and an answer there ends the question', async ({ page, gallery }) => {
  await page.goto(gallery.at('', 'headless/'));
  await button(page, en.choose).click();
  await expect(seen(page).dialog).toBeVisible();
  await seen(page).toggle('analytics').click();
  await seen(page).save.click();
  await expect(page.getByText('This visit is counted.')).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.askfirst.$consent.get().granted)).toMatchObject({
    analytics: true,
    functional: false,
  });
});

test('asks in the language of the page, right to left where it is', async ({ page, gallery }) => {
  await page.route('**/headless/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('lang="en"', 'lang="ar"') });
  });
  await page.goto(gallery.at('', 'headless/'));
  await expect(question(page)).toHaveAttribute('lang', 'ar');
  await expect(question(page)).toHaveAttribute('dir', 'rtl');
  await expect(question(page)).toContainText('Example Ltd');
  // A language that does not load is no reason not to ask.
  await page.route('**/askfirst-ar.js*', (route) => route.abort());
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(button(page, en.reject)).toBeVisible();
});

test('where the interface does not load the page still asks alone, and a no is a no', async ({ page, gallery }) => {
  await page.route('**/askfirst-ui.js*', (route) => route.abort());
  gallery.log.length = 0;
  const instead = page.waitForResponse('**/askfirst-plain.js*');
  await page.goto(gallery.at('', 'headless/'));
  await expect(button(page, en.reject)).toBeVisible();
  await instead;
  await page.waitForTimeout(500);
  await expect(page.locator('askfirst-plain')).toHaveCount(0);
  await button(page, en.reject).click();
  await expect(question(page)).toHaveCount(0);
  expect(gallery.log).not.toContain(COUNT);
});

/** What the check finds in one drawing: an element that asks, with two answers in it. */
const drawn = (
  page: Page,
  css: string,
  answers = '<button id="no">Reject all</button> <button id="yes">Accept all</button>',
) =>
  page.evaluate(
    async ([style, inner]) => {
      document.querySelector('#drawn')?.remove();
      const section = document.createElement('section');
      section.id = 'drawn';
      section.innerHTML = `<style>
        #drawn { position: fixed; z-index: 9; inset: auto 0 0; padding: 20px; background: #fff; color: #000 }
        #drawn > * { display: inline-block; width: 160px; height: 48px; border: 0; border-radius: 8px; background: #0a58ca; color: #fff; font: 600 16px/1 sans-serif }
        ${style}</style>${inner}`;
      document.body.append(section);
      const { checkDrawn } = (await import(
        '/askfirst/askfirst-headless.js' as string
      )) as typeof import('askfirst/headless');
      const [accept, reject] = ['#yes', '#no'].map((id) => section.querySelector(id) as Element) as [Element, Element];
      return checkDrawn({ banner: section, accept, reject }).map(({ rule, about }) => `${rule} ${about}`);
    },
    [css, answers] as const,
  );

test('the check finds each thing that is not fair, and nothing where all is', async ({ page, gallery }) => {
  await page.goto(gallery.at('', 'languages/shown.html?lang=en&layout=modal'));
  await expect(seen(page).accept).toBeVisible();
  await seen(page).reject.click();
  expect(await drawn(page, '')).toEqual([]);
  // Colours in any space, translucent ones, and outlines instead of surfaces.
  expect(await drawn(page, '#drawn > * { background: oklch(0.45 0.2 260) }')).toEqual([]);
  expect(await drawn(page, '#drawn > * { background: none; color: #000c; border: 1px solid }')).toEqual([]);

  const cases: [css: string, found: string[], answers?: string][] = [
    ['', ['element both'], '<a id="no">Reject all</a> <button id="yes">Accept all</button>'],
    ['#no { width: 120px }', ['size both']],
    ['#no { width: 150px }', []],
    ['#yes { width: 180px }', ['size both']],
    ['#no { font-weight: 400 }', ['font both']],
    ['#no { font-size: 15px }', ['font both']],
    ['#no { text-decoration: underline }', ['font both']],
    ['#no, #yes { color: #5c9cff }', ['text accept', 'text reject']],
    ['#no, #yes { background: #ccc; color: #000 }', ['edge accept', 'edge reject']],
    ['#no { background: #4478b5 }', ['emphasis both', 'emphasis both']],
    ['#no { background: none; color: #0a58ca }', ['edge reject', 'emphasis both']],
    ['#no { background: #fff; color: #757575; border: 1px solid #949494 }', ['emphasis both', 'emphasis both']],
    ['#no { position: relative; top: 60px }', ['in-view reject']],
    ['#no { display: none }', ['size both', 'in-view reject']],
    [
      '#drawn::after { content: ""; position: absolute; inset: 0 50% 0 0; background: #fff1 }',
      ['one-click accept', 'one-click reject'],
    ],
    ['', ['one-click reject'], '<button id="no" disabled>Reject all</button> <button id="yes">Accept all</button>'],
    [
      '',
      ['one-click reject'],
      '<button id="no" aria-haspopup="dialog">Reject all</button> <button id="yes">Accept all</button>',
    ],
    ['#drawn { background: linear-gradient(#fff, #eee) }', ['unknown accept', 'unknown reject']],
    ['#drawn { background: none }', ['unknown accept', 'unknown reject']],
    ['#drawn { opacity: 0.9 }', ['unknown accept', 'unknown reject']],
    ['#no { opacity: 0.5 }', ['text reject', 'edge reject', 'emphasis both', 'emphasis both']],
  ];
  for (const [css, found, answers] of cases)
    expect.soft(await drawn(page, css, answers), `${css} ${answers ?? ''}`).toEqual(found);
});

for (const layout of ['bar', 'card', 'modal'])
  test(`the check finds nothing in Askfirst's own ${layout}, in light and dark`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ page, gallery }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(gallery.at('', `languages/shown.html?lang=de&layout=${layout}`));
      await expect(seen(page).accept).toBeVisible();
      const found = await page.evaluate(async () => {
        const { checkDrawn } = (await import(
          '/askfirst/askfirst-headless.js' as string
        )) as typeof import('askfirst/headless');
        const part = (name: string) =>
          document.querySelector('askfirst-ui')?.shadowRoot?.querySelector(`[part~=${name}]`) as Element;
        return checkDrawn({ banner: part('banner'), accept: part('accept'), reject: part('reject') });
      });
      expect(found).toEqual([]);
    }
  });
