import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, settle, stored } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** One answer for several hosts of a site, through one cookie that the owner asks for. */

const [A, B] = ['https://a.example.com/', 'https://b.example.com/'];
const DOMAIN = 'data-cookie-domain="example.com"';
const parts = (more: PageParts = {}): PageParts => ({
  attributes: `data-categories="analytics" ${DOMAIN}`,
  origin: SITE,
  head: heldFile('held.js'),
  ...more,
});
const granted = async (page: Page) => (await consent(page)).granted.analytics;
const mirror = async (page: Page) => (await page.context().cookies()).filter(({ name }) => name === 'askfirst');

for (const install of INSTALLS) {
  test(`a yes on one host holds on the other without a question, and so does its withdrawal, with the ${install}`, async ({
    page,
    visit,
    server,
  }) => {
    await visit(parts({ install }), A);
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['/held.js']);
    const { id } = await stored(page);
    await visit(parts({ install }), B);
    await expect.poll(() => ran(page)).toEqual(['/held.js']);
    await settle(page);
    await expect(seen(page).banner).toHaveCount(0);
    expect(await page.evaluate(() => window.askfirst.record()?.id), 'the same proof').toBe(id);
    await decide(page, { analytics: false });
    await settle(page);
    server.log.length = 0;
    await page.goto(A);
    await settle(page);
    expect(await granted(page)).toBe(false);
    expect(server.requests('held.js')).toEqual([]);
    await expect(seen(page).banner).toHaveCount(0);
  });

  test(`a no on one host is not questioned on the other, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit }) => {
    await visit(parts({ install }), A);
    await seen(page).reject.click();
    await settle(page);
    await visit(parts({ install }), B);
    await settle(page);
    expect(await granted(page)).toBe(false);
    await expect(seen(page).banner).toHaveCount(0);
  });
}

test('the cookie: one, on the domain that was named, secure, for this site only, until the answer runs out', async ({
  page,
  visit,
}) => {
  await visit(parts(), A);
  expect(await mirror(page), 'none before an answer').toEqual([]);
  await seen(page).accept.click();
  await expect.poll(() => mirror(page)).toHaveLength(1);
  const [cookie] = await mirror(page);
  expect(cookie).toMatchObject({ domain: '.example.com', path: '/', secure: true, sameSite: 'Lax', httpOnly: false });
  const until = Date.parse((await stored(page)).choices.analytics?.until ?? '');
  expect(Math.abs((cookie?.expires ?? 0) * 1000 - until)).toBeLessThan(60_000);
  expect(cookie?.value.length).toBeLessThan(4000);
  await decide(page, { analytics: false });
  await settle(page);
  expect(await mirror(page)).toHaveLength(1);
});

test('without the option there is no cookie, and one of that name counts for nothing', async ({ page, visit }) => {
  await visit(parts(), A);
  await seen(page).accept.click();
  await expect.poll(() => mirror(page)).toHaveLength(1);
  await visit(parts({ attributes: 'data-categories="analytics"' }), B);
  await expect(seen(page).banner).toBeVisible();
  expect(await granted(page)).toBe(false);
  await page.context().clearCookies();
  await seen(page).accept.click();
  await settle(page);
  expect(await mirror(page)).toEqual([]);
});

test('the newer of two answers wins, wherever it lies', async ({ page, visit, context }) => {
  await visit(parts(), A);
  await seen(page).accept.click();
  await expect.poll(() => mirror(page)).toHaveLength(1);
  const older = await mirror(page);
  await page.waitForTimeout(20);
  await decide(page, { analytics: false });
  await settle(page);
  const newer = await mirror(page);
  expect(newer[0]?.value).not.toBe(older[0]?.value);

  await context.addCookies(older);
  await page.reload();
  expect(await granted(page), 'newer here than in the cookie').toBe(false);

  await visit(parts(), B);
  await page.evaluate(() => localStorage.clear());
  await context.addCookies(newer);
  await page.reload();
  await settle(page);
  expect(await granted(page), 'only in the cookie').toBe(false);
  await expect(seen(page).banner).toHaveCount(0);
  await decide(page, { analytics: true });
  await settle(page);
  const newest = (await stored(page)).choices;
  await page.goto(A);
  await settle(page);
  expect(await granted(page), 'newer in the cookie than here').toBe(true);
  expect(await page.evaluate(() => window.askfirst.record()?.choices)).toEqual(newest);
});

for (const [what, value] of Object.entries({
  'is no record': 'yes',
  'is broken off': '%7B%22v%22%3A1%2C%22id',
  'cannot be decoded': '%E0%A4%A',
  'claims too much': encodeURIComponent(
    JSON.stringify({ v: 1, id: 1, method: 'banner', regime: 'gdpr', choices: { analytics: true, __proto__: 1 } }),
  ),
}))
  test(`a cookie that ${what} counts as no answer, and the next answer replaces it`, async ({
    page,
    visit,
    context,
    said,
  }) => {
    await context.addCookies([{ name: 'askfirst', value, domain: '.example.com', path: '/', secure: true }]);
    await visit(parts(), A);
    await expect(seen(page).banner).toBeVisible();
    expect(await granted(page)).toBe(false);
    await seen(page).accept.click();
    await settle(page);
    await visit(parts(), B);
    await expect.poll(() => granted(page)).toBe(true);
    expect(said.messages).toEqual([]);
  });

test('a domain that is not the page’s own: the answer holds on its host, and no cookie is set', async ({
  page,
  visit,
}) => {
  await visit(parts({ attributes: 'data-categories="analytics" data-cookie-domain="elsewhere.test"' }), A);
  await seen(page).accept.click();
  await settle(page);
  await page.reload();
  await expect.poll(() => granted(page)).toBe(true);
  expect(await page.context().cookies()).toEqual([]);
});

test('storage that is forbidden: the cookie alone carries the answer to the next page', async ({ page, visit }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await visit(parts(), A);
  await seen(page).accept.click();
  await settle(page);
  await page.reload();
  await expect.poll(() => granted(page)).toBe(true);
  await expect(seen(page).banner).toHaveCount(0);
});

const DAY_MS = 864e5;
const other = (page: Page, name = 'askfirst') =>
  page.evaluate((start) => document.cookie.split('; ').filter((pair) => pair.startsWith(start)).length, `${name}=`);

test('a no holds against a yes that was given by a clock a year ahead, on both hosts and for good', async ({
  page,
  visit,
}) => {
  const now = Date.now();
  await page.clock.setSystemTime(now + 365 * DAY_MS);
  await visit(parts(), A);
  await seen(page).accept.click();
  await expect.poll(() => granted(page)).toBe(true);
  await page.clock.setSystemTime(now);
  await visit(parts(), B);
  await seen(page).reject.click();
  await settle(page);
  for (const days of [0, 1, 366, 400])
    for (const host of [A, B]) {
      await page.clock.setSystemTime(now + days * DAY_MS);
      await page.goto(host);
      await settle(page, 150);
      expect(await granted(page), `${host} after ${days} days`).toBe(false);
    }
});

test('a cookie that a sibling has tossed pins no yes and does not switch the mirror off', async ({
  page,
  visit,
  context,
}) => {
  await visit(parts(), A);
  await seen(page).accept.click();
  await expect.poll(() => mirror(page)).toHaveLength(1);
  const record = await stored(page);
  const choice = record.choices.analytics;
  const far = {
    ...choice,
    at: new Date(Date.now() + DAY_MS - 60_000).toISOString(),
    until: '2126-01-01T00:00:00.000Z',
  };
  const toss = (choices: object, path: string) =>
    context.addCookies([
      {
        name: 'askfirst',
        value: encodeURIComponent(JSON.stringify({ ...record, choices })),
        domain: '.example.com',
        path,
        secure: true,
      },
    ]);
  await toss({ analytics: far, elsewhere: far }, '/shop/');
  await toss({ analytics: { ...far, order: Number.MAX_SAFE_INTEGER } }, '/shop/deeper/');
  await visit(parts(), `${A}shop/deeper/`);
  expect(await other(page)).toBe(3);
  await decide(page, { analytics: false });
  await settle(page);
  for (const host of [`${A}shop/deeper/`, `${A}shop/`, `${B}shop/deeper/`, A, B]) {
    await visit(parts(), host);
    await settle(page, 150);
    expect(await granted(page), host).toBe(false);
  }
  // And a yes can be given again, and reaches the sibling.
  await decide(page, { analytics: true });
  await settle(page);
  await page.goto(A);
  await expect.poll(() => granted(page)).toBe(true);
});

test('a no that no longer fits into a cookie still ends the yes on the other host', async ({ page, visit }) => {
  const services = (count: number) => ({
    services: Array.from({ length: count }, (_, index) => ({
      id: `a-service-with-a-long-name-${index}`,
      name: 'Service',
      provider: 'Example',
      category: 'analytics',
    })),
  });
  await visit(parts({ config: services(3) }), A);
  await seen(page).accept.click();
  await expect.poll(() => mirror(page)).toHaveLength(1);
  await visit(parts({ config: services(3) }), B);
  await expect.poll(() => granted(page)).toBe(true);
  await visit(parts({ config: services(200) }), A);
  await decide(page, { analytics: false });
  await settle(page);
  await visit(parts({ config: services(3) }), B);
  await settle(page);
  expect(await granted(page)).toBe(false);
});

test('where an objection holds for good, its cookie outlives its end', async ({ page, visit }) => {
  await visit(parts({ attributes: `data-categories="analytics" data-region="US-TX" ${DOMAIN}` }), A);
  await expect.poll(() => granted(page)).toBe(true);
  await decide(page, { analytics: false });
  await settle(page);
  const [cookie] = await mirror(page);
  expect((cookie?.expires ?? 0) * 1000 - Date.now()).toBeGreaterThan(399 * DAY_MS);
});

test('two named sites under one domain have a cookie each', async ({ page, visit }) => {
  const named = (site: string) => parts({ attributes: `data-categories="analytics" data-site="${site}" ${DOMAIN}` });
  await visit(named('anna'), A);
  await seen(page).accept.click();
  await expect.poll(() => granted(page)).toBe(true);
  await visit(named('berta'), B);
  await expect(seen(page).banner).toBeVisible();
  expect(await granted(page)).toBe(false);
  await seen(page).reject.click();
  await settle(page);
  await visit(named('anna'), B);
  await expect.poll(() => granted(page)).toBe(true);
  expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual(['askfirst.anna', 'askfirst.berta']);
});
