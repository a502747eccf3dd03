import { html, INSTALLS, type Install } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, dataLayer, decide, googleHost, settle, stored } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const GTAG = 'www.googletagmanager.com/gtag/js';
const NECESSARY = { chat_session: 'c-123', unlock_report: 'yes' };

const gaCookies = async (page: Page) =>
  (await page.context().cookies())
    .filter(({ name }) => name.startsWith('_ga'))
    .map(({ name, domain }) => `${name} ${domain}`)
    .sort();

const PRIVACY = `<main><h1>Privacy</h1><p>You can change your choice at any time:</p>
  <consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>`;

async function openSite(page: Page, server: Server, install: Install) {
  server.page('/', html({ install, body: '<main><h1>Home</h1><a href="/privacy/">Privacy</a></main>' }));
  server.page('/privacy/', html({ install, body: PRIVACY }));
  await page.goto(`${SITE}/`);
  await page.evaluate((keys) => Object.assign(localStorage, keys), NECESSARY);
  await expect(seen(page).banner).toBeVisible();
}

for (const install of INSTALLS) {
  test.describe(`GA4 by one attribute, with the ${install}`, () => {
    test.beforeEach(async ({ page, server, said }) => {
      void said;
      await openSite(page, server, install);
    });

    test('before a choice and after Reject: no request to Google, no cookie', async ({ page, server }) => {
      await settle(page);
      await seen(page).reject.click();
      await page.reload();
      await settle(page);
      expect(server.requests(googleHost)).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await expect(seen(page).banner).toHaveCount(0);
    });

    test('after Accept all: one load of gtag.js, cookies on the parent domain', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, server }) => {
      await seen(page).accept.click();
      await expect.poll(() => gaCookies(page)).toEqual(['_ga .example.com', '_ga_TEST1 .example.com']);
      await settle(page);
      expect(server.requests(GTAG)).toEqual([`${GTAG}?id=G-TEST1`]);
      expect(await page.evaluate(() => window.gtagLoads)).toEqual(['G-TEST1']);
    });

    test('after the Analytics toggle and Save: the same', { tag: wholeIf(install === 'fast path') }, async ({
      page,
      server,
    }) => {
      await seen(page).choose.click();
      await seen(page).toggle('analytics').click();
      await settle(page, 200);
      expect(server.requests(googleHost)).toEqual([]);
      await seen(page).save.click();
      await expect.poll(() => gaCookies(page)).toHaveLength(2);
      await settle(page);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect((await stored(page)).method).toBe('preferences');
    });

    test('after the Analytics toggle in the page: the same, at once', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, server }) => {
      await page.goto(`${SITE}/privacy/`);
      await seen(page).inlineToggle('analytics').click();
      await expect.poll(() => gaCookies(page)).toHaveLength(2);
      await settle(page);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect((await stored(page)).method).toBe('inline');
      await expect(seen(page).banner).toHaveCount(0);
    });

    test('after a reload: no banner, no interface fetched, one load of gtag.js', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, server }) => {
      await seen(page).accept.click();
      await expect.poll(() => gaCookies(page)).toHaveLength(2);
      server.log.length = 0;
      await page.reload();
      await expect.poll(() => server.requests('/g/collect').length).toBe(1);
      await settle(page);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect(server.requests('/askfirst/').map((url) => url.split('/').pop())).toEqual(['askfirst.js']);
      await expect(seen(page).host).toHaveCount(0);
    });

    test('after withdrawal on the privacy page: cookies gone on host and parent domain, other keys remain, next page is silent', async ({
      page,
      server,
      context,
    }) => {
      await seen(page).accept.click();
      await expect.poll(() => gaCookies(page)).toHaveLength(2);
      await context.addCookies([
        { name: '_ga_HOST', value: 'host', domain: 'www.shop.example.com', path: '/' },
        { name: '_ga_MIDDLE', value: 'middle', domain: '.shop.example.com', path: '/' },
        { name: '_gallery', value: 'mine', domain: 'www.shop.example.com', path: '/' },
        { name: 'session', value: 'mine', domain: '.example.com', path: '/' },
      ]);
      await page.goto(`${SITE}/privacy/`);
      await expect(seen(page).inlineToggle('analytics')).toBeChecked();
      await seen(page).inlineToggle('analytics').click();
      const mine = ['_gallery', 'session'];
      await expect.poll(async () => (await context.cookies()).map(({ name }) => name).sort()).toEqual(mine);
      expect(await page.evaluate(() => window['ga-disable-G-TEST1'])).toBe(true);
      expect((await commands(page, 'consent')).at(-1)).toMatchObject([
        'consent',
        'update',
        { analytics_storage: 'denied' },
      ]);
      expect(await page.evaluate(() => ({ ...localStorage }))).toMatchObject(NECESSARY);
      await settle(page, 600);

      server.log.length = 0;
      await page.goto(`${SITE}/`);
      await page.evaluate(() => window.gtag?.('event', 'still_here'));
      await settle(page, 600);
      expect(server.requests(googleHost)).toEqual([]);
      expect((await context.cookies()).map(({ name }) => name).sort()).toEqual(mine);
      await expect(seen(page).banner).toHaveCount(0);
    });

    test('after withdrawal later events of the page do not leave', async ({ page, server }) => {
      await seen(page).accept.click();
      await expect.poll(() => server.requests('/g/collect').length).toBe(1);
      await decide(page, { analytics: false });
      server.log.length = 0;
      await page.evaluate(() => window.gtag('event', 'after_withdrawal'));
      await settle(page, 600);
      expect(server.requests(googleHost)).toEqual([]);
      expect(await gaCookies(page)).toEqual([]);
    });

    test('granting again after a withdrawal measures again, with one gtag.js on the page', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, server }) => {
      await seen(page).accept.click();
      await expect.poll(() => gaCookies(page)).toHaveLength(2);
      await page.evaluate(() => window.askfirst.withdraw('analytics'));
      await expect.poll(async () => (await consent(page)).granted.analytics).toBe(false);
      await expect.poll(() => gaCookies(page)).toEqual([]);
      await decide(page, { analytics: true });
      await page.evaluate(() => window.gtag('event', 'again'));
      await expect.poll(() => server.requests('en=again').length).toBe(1);
      expect(server.requests('en=again')[0]).toContain('gcs=G101');
      expect(await gaCookies(page)).toHaveLength(2);
      await settle(page);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect((await dataLayer(page)).filter(({ command }) => command?.[0] === 'config')).toHaveLength(1);
      expect(await page.evaluate(() => window['ga-disable-G-TEST1'])).not.toBe(true);
    });
  });
}

test('a cookie that was there before any choice, from an older set-up, goes after Reject', async ({
  page,
  visit,
  context,
  server,
}) => {
  await context.addCookies([{ name: '_ga', value: 'GA1.1.1.1', domain: '.example.com', path: '/' }]);
  await visit();
  await seen(page).reject.click();
  await expect.poll(() => gaCookies(page)).toEqual([]);
  expect(server.requests(googleHost)).toEqual([]);
});

test('the parts of the declaration come from the same configuration', async ({ page, visit }) => {
  await visit({ body: PRIVACY });
  const declaration = page.locator('consent-declaration');
  await expect(declaration).toContainText('Google Analytics 4');
  await expect(declaration).toContainText('_ga_*');
  await expect(declaration).toContainText('24 months');
  await expect(declaration).toContainText('askfirst');
  await expect(declaration.getByRole('link', { name: /Google Analytics 4/ })).toHaveAttribute(
    'href',
    /policies\.google\.com/,
  );
});

test('callers on the page hear of the consent: on() now and at each change, when() once', async ({ page, visit }) => {
  await visit();
  await consent(page);
  await page.evaluate(() => {
    const { askfirst } = window;
    window.heard = [];
    window.stopHearing = askfirst.on('analytics', (granted: boolean) => window.heard.push(granted));
    askfirst.when('analytics').then(() => window.heard.push('when'));
  });
  await seen(page).accept.click();
  await decide(page, { analytics: false });
  await page.evaluate(() => window.stopHearing());
  await decide(page, { analytics: true });
  expect(await page.evaluate(() => window.heard)).toEqual([false, true, 'when', false]);
});
