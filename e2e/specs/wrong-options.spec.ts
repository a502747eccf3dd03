import { app, appPage } from '../harness/app.js';
import { INSTALLS, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, ran, settle, storedText } from '../harness/probe.js';
import { held, heldFile } from '../harness/tags.js';
import { expect, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** A mistake in looks changes looks. One about who may run what denies that, and the question is asked about the rest. */

const GA4 = 'data-ga4="G-TEST1"';
const GOOGLE = /google|doubleclick/;
const heat = {
  id: 'heat',
  name: 'Heat maps',
  provider: 'Example',
  category: 'functional',
  script: 'https://tags.example.net/heat.js',
};

for (const install of INSTALLS)
  for (const mode of ['basic', 'advanced'])
    for (const service of [{ ga4: 'G-TEST1' }, { gtm: 'GTM-TEST1' }])
      test(`${Object.keys(service)} called necessary never runs in ${mode} mode, is said once, and the rest is asked about, with the ${install}`, {
        tag: wholeIf((mode === 'basic') !== 'ga4' in service || (mode === 'basic') !== (install === 'script tag')),
      }, async ({ page, visit, said, server }) => {
        const services = [{ ...service, category: 'necessary' }, heat];
        await visit({ install, attributes: `data-consent-mode="${mode}"`, config: { services } });
        await expect(seen(page).banner).toContainText('1');
        await settle(page);
        expect(server.requests(GOOGLE)).toEqual([]);
        await seen(page).accept.click();
        await expect.poll(() => ran(page)).toEqual(['/heat.js']);
        await page.reload();
        await expect.poll(() => ran(page)).toEqual(['/heat.js']);
        await settle(page);
        expect(server.requests(GOOGLE)).toEqual([]);
        expect((await consent(page)).granted).toMatchObject({ functional: true });
        // Once for each of the two pages.
        expect(said.messages).toHaveLength(2);
        expect(said.messages[0]).toMatch(/is not strictly necessary\. Put it into analytics or marketing/);
      });

const FOREIGN = [
  'data-nscript="beforeInteractive"',
  'data-turbo-track="reload"',
  'data-turbo-eval="false"',
  'data-rh="true"',
  'data-wp-strategy="async"',
  'data-no-optimize="1"',
  'data-no-defer',
  'data-cfasync="false"',
  'data-v-7ba5bd90',
  'data-consent-mode="basic" data-region="" data-revision="" data-categories="" data-lang=""',
];
/** Where they can stand on one page, and what is said of each. */
const COSMETIC: PageParts = {
  attributes: `${GA4} data-layout="top" data-scheme="auto" data-contoller="Shop" data-ga-4="G-2" data-sparkle="1" data-controller="  " data-withdrawal="a=b"`,
  config: {
    ui: { colour: 'red', texts: { accept: '' } },
    polcy: { url: '/privacy' },
    region: 'Germany',
    categories: { analytics: { lable: 'Numbers' } },
  },
};
const SAID = [
  /"top" is not a valid value for ui\.layout.*bar, card, modal/,
  /"auto".*light, dark/,
  /data-contoller\. Did you mean data-controller\?/,
  /Did you mean data-ga4\?/,
  /data-sparkle/,
  /controller\.name/,
  /"a=b" is not a valid value for withdrawal.*signal, reload/,
  /Unknown key "colour" in ui/,
  /ui\.texts\.accept/,
  /"polcy".*Did you mean policy/,
  /"Germany" is not an ISO 3166 code.*the strictest rules apply/,
  /"lable".*Did you mean label/,
];

test('what frameworks and proxies write onto the script tag is no mistake: asked, nothing said', async ({
  page,
  visit,
  said,
  server,
}) => {
  await visit({ attributes: `${GA4} ${FOREIGN.join(' ')}` });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('/g/collect').length).toBe(1);
  expect(said.messages).toEqual([]);
});

test('each mistake in looks is named, once, and the site goes on: asked, accepted, measured', async ({
  page,
  visit,
  said,
  server,
}) => {
  await visit(COSMETIC);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('/g/collect').length).toBe(1);
  expect(said.messages).toHaveLength(1);
  for (const message of SAID) expect(said.messages[0]).toMatch(message);
  await page.evaluate(() => window.askfirst.open());
  await expect(seen(page).dialog).toBeVisible();
});

const PARTIAL: [PageParts, RegExp][] = [
  [
    { attributes: 'data-ga4="AW-123" data-categories="functional"' },
    /"AW-123" is not an id of Google Analytics.*"Google Ads"/,
  ],
  [{ attributes: 'data-ga4="" data-categories="functional"' }, /"" is not an id of the service "ga4".*G-XXXX/],
  [
    {
      attributes: `${GA4} data-categories="functional"`,
      config: { services: [{ ...heat, category: 'analytics', url: '/' }] },
    },
    /Unknown key "url" in service "heat"/,
  ],
  [
    { attributes: `${GA4} data-categories="functional"`, config: { categories: { analytics: { gcp: true } } } },
    /Unknown key "gcp" in category "analytics"\. Did you mean gpc\?/,
  ],
  [
    {
      attributes: `${GA4} data-categories="functional"`,
      config: { categories: { analytics: { signals: 'ad_storage' } } },
    },
    /category "analytics"\.signals has to be a list/,
  ],
];
const TAGS = `${heldFile('analytics.js')}${held('src="https://tags.example.net/functional.js"', '', 'functional')}`;

test('a mistake about who may run what denies its category until it is fixed; the rest is asked about, and runs', async ({
  page,
  visit,
  said,
  server,
}) => {
  for (const [index, [parts, message]] of PARTIAL.entries()) {
    said.messages.length = 0;
    await visit({ ...parts, body: `<main><h1>Shop</h1></main>${TAGS}` }, `/partial-${index}/`);
    await expect(seen(page).banner, String(message)).toBeVisible();
    await seen(page).choose.click();
    await expect(seen(page).toggle('functional')).toBeVisible();
    await expect(seen(page).toggle('analytics')).toHaveCount(0);
    await seen(page).acceptInDialog.click();
    await expect.poll(() => ran(page)).toEqual(['/functional.js']);
    await page.evaluate(() => window.askfirst.acceptAll());
    await settle(page);
    expect(await ran(page)).toEqual(['/functional.js']);
    const { granted, reasons } = await consent(page);
    expect([granted, reasons.analytics]).toEqual([{ necessary: true, functional: true, analytics: false }, 'invalid']);
    expect(server.requests(GOOGLE)).toEqual([]);
    expect(said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(message);
    expect(said.messages[0]).toMatch(/Until then every affected category stays denied\.$/);
    await page.evaluate(() => localStorage.clear());
  }
});

test('an older yes does not hold under a revision that is written wrong, and is not lost', async ({
  page,
  visit,
  said,
}) => {
  await visit({ attributes: GA4 });
  await seen(page).accept.click();
  const before = await storedText(page);
  await visit({ attributes: `${GA4} data-revison="2"` });
  await settle(page);
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: false });
  expect(JSON.parse((await storedText(page)) ?? '')).toMatchObject({ choices: JSON.parse(before ?? '').choices });
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toMatch(/data-revison\. Did you mean data-revision\?.*everything stays denied/);
  await page.evaluate(() => window.askfirst.open());
  await expect(seen(page).dialog).toBeVisible();
});

test('advanced mode: Google’s tag waits for the check of the options, and runs with denied signals once they are right', async ({
  page,
  visit,
  said,
  server,
}) => {
  const config = (tagId: string) => ({ consentMode: { mode: 'advanced' }, services: [{ ga4: tagId }] });
  await visit({ attributes: 'data-categories="functional"', config: config('UA-1') });
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect(server.requests(GOOGLE)).toEqual([]);
  expect(said.messages).toHaveLength(1);
  await visit({ attributes: 'data-categories="functional"', config: config('G-TEST1') });
  await expect.poll(() => server.requests('/g/collect').length).toBe(1);
  expect(server.requests('/g/collect')[0]).toContain('gcs=G100');
  expect(said.messages).toHaveLength(1);
});

test('a regional default that names no place is none for everybody', async ({ page, visit, said }) => {
  for (const row of [{ region: 'US-CA' }, {}, { region: [] }, { region: [''] }]) {
    said.messages.length = 0;
    await visit({ attributes: GA4, config: { consentMode: { regions: [{ ...row, analytics_storage: 'granted' }] } } });
    await expect(seen(page).banner).toBeVisible();
    expect((await commands(page, 'consent')).map(([, command]) => command)).toEqual(['default']);
    expect(said.messages).toHaveLength(1);
  }
});

test('an app that accepts at once under wrong options grants what the right ones would, once they are checked', async ({
  page,
  server,
  said,
}) => {
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     import { googleAnalytics } from 'askfirst/services';
     const consent = createConsent({
       services: [googleAnalytics('G-TEST1'), { ...googleAnalytics('G-TEST2') }, ${JSON.stringify(heat)}],
     });
     window.heard = [];
     consent.on('analytics', (yes) => heard.push(yes));
     consent.start();
     consent.acceptAll();`,
  );
  server.page('/app/', appPage(src));
  await page.goto(`${SITE}/app/`);
  await expect.poll(() => ran(page)).toEqual(['/heat.js']);
  await settle(page);
  expect(await page.evaluate(() => window.heard)).toEqual([false]);
  expect(server.requests(GOOGLE)).toEqual([]);
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toMatch(/Two services have the id "ga4"/);
});

test('what a polluted prototype adds is no option of the site', async ({ page, visit, said, server }) => {
  await page.addInitScript(() => {
    const added = {
      region: 'US-TX',
      consentMode: { mode: 'off' },
      mode: 'advanced',
      services: [{ id: 'x', name: 'X', provider: 'X', category: 'necessary', script: 'https://evil.example.net/x.js' }],
      gtm: 'GTM-EVIL',
      categories: { analytics: { gpc: false } },
      category: 'necessary',
      signals: [],
      label: 'Evil',
      script: 'https://evil.example.net/y.js',
      dataLayer: 'x',
      askfirst: 'x',
      hasDefault: true,
    };
    for (const [key, value] of Object.entries(added))
      Object.defineProperty(Object.prototype, key, { value, writable: true, configurable: true });
  });
  for (const install of INSTALLS) {
    await visit({ install, attributes: `${GA4} data-asked="analytics:ga4"` }, `/${install === 'fast path'}/`);
    await expect(seen(page).banner).toBeVisible();
    await expect(seen(page).banner).not.toContainText('Evil');
    await settle(page);
    expect(server.requests(/google|evil/)).toEqual([]);
    expect((await commands(page, 'consent')).map(([, command]) => command)).toEqual(['default']);
  }
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  await settle(page);
  expect(server.requests(/EVIL|evil/)).toEqual([]);
  expect(said.messages).toEqual([]);
});
