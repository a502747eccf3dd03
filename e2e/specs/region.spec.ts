import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, googleHost, ran, settle, updates } from '../harness/probe.js';
import { heldFile } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** The rules of the place a server names in `data-region`. */

const parts = (region: string, more: PageParts = {}): PageParts => ({
  attributes: `data-ga4="G-TEST1" data-categories="marketing" data-region="${region}"`,
  head: heldFile('measure.js') + heldFile('advertise.js', '', 'marketing'),
  ...more,
});

/** What other browsers have by themselves. */
const sendGpc = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));

test('an owner who says less than the law reads why, and the strictest rules apply', async ({
  page,
  visit,
  server,
  said,
}) => {
  for (const regimes of [{ 'US-TX': 'opt-out' }, { Texas: 'opt-in' }]) {
    said.messages.length = 0;
    await visit(parts('US-TX', { config: { regimes } }));
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    expect(server.requests('tags.example.net')).toEqual([]);
    expect(said.messages.join()).toMatch(/opt-in|Texas/);
    expect(said.messages.join()).toMatch(/Until then the strictest rules apply/);
  }
});

test('a law whose file does not load counts as the strictest, and the owner reads what to do', async ({
  page,
  visit,
  server,
  said,
}) => {
  server.reply('/askfirst/askfirst-law-us-texas.js', { status: 404 });
  await visit(parts('US-TX'));
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect((await consent(page)).regime).toBe('strictest');
  expect(server.requests(googleHost)).toEqual([]);
  expect(server.requests('tags.example.net')).toEqual([]);
  expect(said.messages.join()).toMatch(/file of the law.*Serve every file/);
});

for (const install of INSTALLS) {
  // The core decides it in both; one of each kind shows that it does.
  const some = <T>(places: T[]) => (install === 'script tag' ? places : places.slice(0, 1));
  for (const [region, law] of some([
    ['DE', 'germany'],
    ['CA-QC', 'quebec'],
    ['ZZ', ''],
    ['', ''],
  ]))
    test(`${region || 'no place'}: asks first, with the ${install}`, {
      tag: wholeIf(install === 'fast path' || region === 'CA-QC'),
    }, async ({ page, visit, server, said }) => {
      await visit(parts(region, { install }));
      await expect(seen(page).banner).toBeVisible();
      await settle(page);
      expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
      expect(server.requests(googleHost)).toEqual([]);
      expect(server.requests('tags.example.net')).toEqual([]);
      // The law of this place, and no other.
      const files = server.requests(/\/askfirst-law/).map((url) => url.split('/askfirst-law-')[1]);
      expect(files).toEqual(law ? [`${law}.js`] : []);
      await seen(page).accept.click();
      await expect.poll(() => ran(page)).toEqual(['/measure.js', '/advertise.js']);
      await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
      expect(said.messages).toEqual([]);
    });

  test(`an owner who is stricter than the law is obeyed, in that place alone, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server, said }) => {
    const config = { regimes: { 'US-CA': 'opt-in' } };
    await visit(parts('us-ca', { install, config }));
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
    expect((await consent(page)).regime).toBe('us-california');
    expect(server.requests(googleHost)).toEqual([]);
    expect(server.requests('tags.example.net')).toEqual([]);
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['/measure.js', '/advertise.js']);

    await page.evaluate(() => localStorage.clear());
    await visit(parts('US-TX', { install, config }));
    await expect.poll(() => ran(page)).toEqual(['/measure.js', '/advertise.js']);
    await expect(seen(page).banner).toHaveCount(0);
    expect(said.messages).toEqual([]);
  });

  for (const region of some(['US-TX', 'us-ca']))
    test(`${region}: runs at once and asks nothing, until the visitor objects, with the ${install}`, {
      tag: wholeIf(install === 'fast path' || region === 'us-ca'),
    }, async ({ page, visit, server, said }) => {
      await visit(parts(region, { install }));
      await expect.poll(() => ran(page)).toEqual(['/measure.js', '/advertise.js']);
      await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
      await settle(page);
      expect((await consent(page)).reasons).toMatchObject({ analytics: 'regime', marketing: 'regime' });
      await expect(seen(page).banner).toHaveCount(0);
      const [update, ...more] = await updates(page);
      expect(more).toEqual([]);
      expect(update).toMatchObject({ analytics_storage: 'granted', ad_storage: 'granted' });
      expect(await page.evaluate(() => localStorage.askfirst), 'the law’s answer is not the visitor’s').toBeUndefined();

      await decide(page, { analytics: false, marketing: false });
      server.log.length = 0;
      await page.reload();
      await settle(page);
      expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
      expect(server.requests(googleHost)).toEqual([]);
      expect(server.requests('tags.example.net')).toEqual([]);
      await expect(seen(page).banner).toHaveCount(0);
      expect(said.messages).toEqual([]);
    });

  for (const region of some(['US-CA']))
    test(`${region} with Global Privacy Control: marketing stays off, and nothing is asked, with the ${install}`, {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit, server }) => {
      await sendGpc(page);
      await visit(parts(region, { install }));
      await expect.poll(() => ran(page)).toEqual(['/measure.js']);
      await settle(page);
      expect(await consent(page)).toMatchObject({
        granted: { analytics: true, marketing: false },
        reasons: { marketing: 'gpc' },
        ask: false,
        gpc: true,
      });
      await expect(seen(page).banner).toHaveCount(0);
      expect(server.requests('advertise.js')).toEqual([]);
      const all = await updates(page);
      expect(all.length).toBeGreaterThan(0);
      for (const update of all) expect(update).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' });
    });

  for (const region of some(['EU', 'US_CA']))
    test(`"${region}" is no place: one message says so, and the strictest rules hold, with the ${install}`, {
      tag: wholeIf(install === 'fast path' || region !== 'EU'),
    }, async ({ page, visit, server, said }) => {
      await visit(parts(region, { install }));
      await expect.poll(() => said.messages).toHaveLength(1);
      await settle(page);
      expect(said.messages[0]).toContain(`"${region}" is not an ISO 3166 code such as DE or US-CA.`);
      expect(said.messages).toHaveLength(1);
      expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
      expect((await consent(page)).regime).toBe('strictest');
      await expect(seen(page).banner).toBeVisible();
      expect(server.requests(googleHost)).toEqual([]);
      expect(server.requests('tags.example.net')).toEqual([]);
    });
}

test('who moves from Texas to Germany is asked, and their no stays a no on the way back', async ({
  page,
  visit,
  server,
}) => {
  await visit(parts('US-TX'), '/texas/');
  await expect.poll(() => ran(page)).toEqual(['/measure.js', '/advertise.js']);
  await visit(parts('DE'), '/germany/');
  await expect(seen(page).banner).toBeVisible();
  expect(await ran(page)).toEqual([]);
  await seen(page).reject.click();
  await settle(page);
  server.log.length = 0;
  await page.goto(`${SITE}/texas/`);
  await settle(page);
  expect((await consent(page)).reasons).toMatchObject({ analytics: 'choice', marketing: 'choice' });
  expect(server.requests('tags.example.net')).toEqual([]);
});
