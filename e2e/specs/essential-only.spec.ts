import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

// Cache Storage is looked at here.
test.use({ reuseContext: false });

/** Sites that need nobody's consent: no question, nothing written, and still a declaration to show. */

const ATTRIBUTES = 'data-controller="Shop Example Ltd" data-policy-url="/privacy/"';
const SERVICES = [
  {
    id: 'sign-in',
    name: 'Sign-in',
    provider: 'Shop Example Ltd',
    category: 'necessary',
    stores: [{ name: 'token', kind: 'sessionStorage', lifetime: 'session' }],
  },
];
const NECESSARY = { 'necessary services': { services: SERVICES }, 'no service at all': undefined };

const kept = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const NOTHING = { cookies: '', local: {}, session: {}, databases: 0, caches: 0, workers: 0 };

for (const install of INSTALLS) {
  test(`nobody is asked, wherever somebody is, and nothing is written, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server, context }) => {
    test.slow();
    // Nothing is written, so one page can be at each place after the other.
    for (const [what, config] of Object.entries(NECESSARY))
      for (const region of ['', 'DE', 'US-CA', 'US-TX', 'TH', 'BR'])
        await test.step(`${what}, ${region || 'an unknown place'}`, async () => {
          await visit({ install, config, attributes: ATTRIBUTES + (region && ` data-region="${region}"`) });
          expect((await consent(page)).ask).toBe(false);
          await settle(page, 250);
          await expect(seen(page).host).toHaveCount(0);
          expect(await kept(page)).toEqual(NOTHING);
          expect(await context.cookies()).toEqual([]);
          expect(server.requests(/^(?!www\.shop\.example\.com\/)/)).toEqual([]);
        });
  });

  test(`a new version of the policy, another language or Global Privacy Control ask nobody either, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    for (const [lang, version] of [
      ['en', '2026-04-11'],
      ['de', '2026-11-01'],
      ['th', '2027-01-01'],
    ]) {
      const attributes = `${ATTRIBUTES} data-policy-version="${version}" data-revision="${version}"`;
      await visit({ install, lang, attributes, config: { services: SERVICES } });
      await settle(page, 250);
      await expect(seen(page).host).toHaveCount(0);
      expect(await kept(page)).toEqual(NOTHING);
    }
  });
}

test('a visitor downloads the script and its rules, not the interface', async ({ page, visit, server }) => {
  await visit({ attributes: ATTRIBUTES, config: { services: SERVICES } });
  await settle(page);
  expect(server.requests('/askfirst/').map((url) => url.split('/askfirst/')[1])).toEqual([
    'askfirst.js',
    'askfirst-rules.js',
  ]);
});

test('the preferences open and have nothing to decide: what is necessary, and a way out, and nothing is written', async ({
  page,
  visit,
}) => {
  await visit({ attributes: ATTRIBUTES, config: { services: SERVICES } });
  await page.evaluate(() => window.askfirst.open());
  const { dialog } = seen(page);
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('Always on');
  await expect(dialog.locator('[part~="button"], input')).toHaveCount(0);
  await dialog.locator('summary').click();
  await expect(dialog.locator('td').first()).toHaveText('token');
  await seen(page).close.click();
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => {
    window.askfirst.acceptAll();
    window.askfirst.rejectAll();
    window.askfirst.withdraw();
  });
  await settle(page);
  expect(await kept(page)).toEqual(NOTHING);
});

test('<consent-preferences> says what is always on, without a switch, and writes nothing', async ({ page, visit }) => {
  await visit({ attributes: ATTRIBUTES, body: '<consent-preferences></consent-preferences>' });
  await expect(seen(page).inline).toContainText('Always on');
  await expect(seen(page).inline).not.toContainText('Changes apply at once');
  await expect(seen(page).inline.locator('input')).toHaveCount(0);
  expect(await kept(page)).toEqual(NOTHING);
});

test('<consent-declaration> lists what the site names and nothing of ours, for we keep nothing', async ({
  page,
  visit,
}) => {
  const body = '<consent-declaration></consent-declaration>';
  await visit({ attributes: ATTRIBUTES, config: { services: SERVICES }, body });
  const rows = page.locator('consent-declaration td:first-child');
  await expect(rows).toHaveText(['token']);
  await expect(page.locator('consent-declaration')).not.toContainText('Opt-Out Request Honored');
  expect(await kept(page)).toEqual(NOTHING);
  // On a site that asks, the choice itself is kept, and named.
  await visit({ body });
  await expect(rows.first()).toHaveText('askfirst');
});

test('a visitor with Global Privacy Control reads in the declaration that it is honoured', async ({ page, visit }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await visit({
    attributes: ATTRIBUTES,
    config: { services: SERVICES },
    body: '<consent-declaration></consent-declaration>',
  });
  await expect(page.locator('consent-declaration')).toContainText('Opt-Out Request Honored');
  await expect(seen(page).banner).toHaveCount(0);
});

test('a choice that another page of the site has stored stays as it is', async ({ page, visit }) => {
  await visit();
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  const before = await page.evaluate(() => localStorage.askfirst);
  await visit({ attributes: ATTRIBUTES, config: { services: SERVICES } });
  await settle(page);
  await page.goto(`${SITE}/empty/`);
  expect(await page.evaluate(() => localStorage.askfirst)).toBe(before);
});
