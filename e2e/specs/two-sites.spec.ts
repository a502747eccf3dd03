import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, settle, storedText, updates } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Several owners on one origin: each has answers of its own, and pages of one owner share theirs. */

const ANNA = 'data-ga4="G-ANNA1" data-controller="Anna"';
const heat = {
  id: 'heat',
  name: 'Heat maps',
  provider: 'Heat Ltd',
  category: 'analytics',
  script: 'https://tags.example.net/heat.js',
};
const granted = async (page: Page) => (await consent(page)).granted.analytics;
const asks = async (page: Page, wanted: boolean) => {
  if (wanted) return expect(seen(page).banner).toBeVisible();
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
};

const OTHERS: Record<string, PageParts> = {
  'with another controller': { attributes: 'data-ga4="G-BERTA1" data-controller="Berta"' },
  'with the same account, for another controller': { attributes: 'data-ga4="G-ANNA1" data-controller="Berta"' },
  'that gives itself a name': { attributes: `${ANNA} data-site="berta"` },
};
const NAMELESS: Record<string, [PageParts, PageParts]> = {
  'another account': [{ attributes: 'data-ga4="G-ANNA1"' }, { attributes: 'data-ga4="G-BERTA1"' }],
  'no service': [{ attributes: 'data-ga4="G-ANNA1"' }, { attributes: 'data-categories="analytics"' }],
  'another service': [{ attributes: 'data-ga4="G-ANNA1"' }, { attributes: '', config: { services: [heat] } }],
};

for (const install of INSTALLS) {
  // Both installs for the first, one each for the others: after the stub both are the same code.
  const cases = [
    ...Object.entries(OTHERS).map(([what, parts]) => [what, { attributes: ANNA }, parts] as const),
    ...Object.entries(NAMELESS).map(([what, pair]) => [`without a name and with ${what}`, ...pair] as const),
  ].filter((_, index) => !index || index % 2 === INSTALLS.indexOf(install));
  for (const [what, first, second] of cases)
    test(`one owner's yes is none for an owner ${what}, and neither is asked for ever, with the ${install}`, {
      tag: wholeIf(install === 'fast path' && what === 'with another controller'),
    }, async ({ page, visit, server }) => {
      await visit({ install, ...first }, '/anna/');
      await seen(page).accept.click();
      await expect.poll(() => granted(page)).toBe(true);
      await settle(page);
      const hers = await storedText(page);
      server.log.length = 0;
      await visit({ install, ...second }, '/berta/');
      await asks(page, true);
      expect(await granted(page)).toBe(false);
      expect((await updates(page)).filter((update) => update.analytics_storage === 'granted')).toEqual([]);
      expect(server.requests(/google|tags\.example/)).toEqual([]);
      await seen(page).reject.click();
      await settle(page);
      expect(await storedText(page), 'her answer is left as it is').toBe(hers);

      await page.goto(`${SITE}/anna/`);
      await asks(page, false);
      await expect.poll(() => granted(page)).toBe(true);
      await page.goto(`${SITE}/berta/`);
      await asks(page, false);
      expect(await granted(page)).toBe(false);
    });

  test(`pages of one controller share an answer, also with other services and under one name, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit }) => {
    await visit({ install, attributes: ANNA }, '/anna/');
    await seen(page).accept.click();
    await expect.poll(() => granted(page)).toBe(true);
    // Each of two pages has a service of its own: both are asked about once.
    await visit({ install, attributes: 'data-controller="Anna"', config: { services: [heat] } }, '/anna/heat/');
    await asks(page, true);
    await seen(page).accept.click();
    await settle(page);
    for (const path of ['/anna/', '/anna/heat/', '/anna/', '/anna/heat/']) {
      await page.goto(SITE + path);
      await asks(page, false);
      await expect.poll(() => granted(page)).toBe(true);
    }
    await decide(page, { analytics: false });
    await settle(page);
    await page.goto(`${SITE}/anna/`);
    await asks(page, false);
    expect(await granted(page), 'a no on one page is one on the other').toBe(false);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['askfirst']);
  });
}

test('an open page does not take the answer of another owner for its own', async ({ page, visit, context }) => {
  await visit({ attributes: 'data-ga4="G-BERTA1" data-controller="Berta"' }, '/berta/');
  await asks(page, true);
  const other = await context.newPage();
  await visit({ attributes: ANNA }, '/anna/');
  await other.goto(new URL('/anna/', page.url()).href);
  await page.goto(`${SITE}/berta/`);
  await seen(other).accept.click();
  await settle(other);
  await asks(page, true);
  expect(await granted(page)).toBe(false);
  await other.close();
});

test('a tab that has not heard of a withdrawal does not take it back with its own answer', async ({
  page,
  visit,
  context,
}) => {
  // Its storage events are lost, as those of a busy page are late.
  await page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  const parts = { attributes: 'data-categories="analytics marketing" data-controller="Anna"' };
  await visit(parts);
  await seen(page).accept.click();
  await expect.poll(() => granted(page)).toBe(true);
  const other = await context.newPage();
  await other.goto(page.url());
  await decide(other, { analytics: false });
  expect(await granted(page), 'it has not heard').toBe(true);
  await page.evaluate(() => window.askfirst.decide({ marketing: false }));
  await expect
    .poll(async () => (await consent(page)).granted)
    .toEqual({ necessary: true, analytics: false, marketing: false });
  await page.reload();
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: false, marketing: false });
  await other.close();
});

for (const [what, code] of Object.entries({
  'no list': 'window.askfirst = { q: 7 };',
  'a getter that throws': 'window.askfirst = { get q() { throw new Error("mine"); } };',
}))
  test(`window.askfirst.q that is ${what} does not end the start`, async ({ page, visit }) => {
    await visit({ attributes: 'data-ga4="G-TEST1"', before: `<script>${code}</script>` });
    await asks(page, true);
    expect(await granted(page)).toBe(false);
    expect((await page.evaluate(() => [...(window.dataLayer[0] as IArguments)])).slice(0, 2)).toEqual([
      'consent',
      'default',
    ]);
  });

test('a record nested 3,000 deep leaves the page its question, or its answer', async ({ page, visit }) => {
  const choice = {
    granted: true,
    at: new Date(Date.now() - 864e5).toISOString(),
    until: '2126-11-01T00:00:00.000Z',
    asked: ['ga4'],
  };
  const sound = {
    v: 1,
    id: 'x',
    policy: null,
    locale: 'en',
    method: 'banner',
    regime: 'gdpr',
    checked: null,
    choices: { analytics: choice },
  };
  const deep = `${'['.repeat(3000)}1${']'.repeat(3000)}`;
  for (const [field, isYes] of [
    ['policy', false],
    ['more', true],
  ] as const) {
    const text = `${JSON.stringify(sound).slice(0, -1)},"${field}":${deep}}`;
    await page.addInitScript((value) => localStorage.setItem('askfirst', value), text);
    await visit({ attributes: 'data-ga4="G-TEST1"' });
    await expect.poll(() => granted(page)).toBe(isYes);
    await asks(page, !isYes);
  }
});
