import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, DENIED, dataLayer, SIGNALS, settle, updates } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

const GTAG = 'www.googletagmanager.com/gtag/js';
const COLLECT = 'www.google-analytics.com/g/collect';
const ANALYTICS_ONLY = { ...DENIED, analytics_storage: 'granted' };

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    test('the first dataLayer entry is one denied default of seven signals, as an arguments object', async ({
      page,
      visit,
    }) => {
      await visit({ install });
      await consent(page);
      await settle(page);
      const entries = await dataLayer(page);
      expect(entries[0]).toEqual({ command: ['consent', 'default', { ...DENIED, wait_for_update: 500 }], length: 3 });
      expect(await commands(page, 'consent')).toHaveLength(1);
      expect(entries.filter((entry) => entry.array)).toEqual([]);
      expect(Object.keys(DENIED).sort()).toEqual([...SIGNALS].sort());
    });

    test('a choice gives default, one update, the event, then js, config and one load of gtag.js', async ({
      page,
      visit,
      server,
    }) => {
      await visit({ install });
      await seen(page).accept.click();
      await expect.poll(() => server.requests(GTAG).length).toBe(1);
      const entries = await dataLayer(page);
      const shape = entries.map(({ command, object }) => (command ? command.slice(0, 2).join(' ') : object?.event));
      expect(shape).toEqual(['consent default', 'consent update', 'consent_update', 'js date', 'config G-TEST1']);
      expect(entries[1]).toEqual({ command: ['consent', 'update', ANALYTICS_ONLY], length: 3 });
      await settle(page);
      expect(server.requests(GTAG)).toEqual([`${GTAG}?id=G-TEST1`]);
    });

    test('Google hears analytics granted and advertising denied with the very first hit', async ({
      page,
      visit,
      server,
    }) => {
      await visit({ install });
      await seen(page).accept.click();
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      const hit = new URLSearchParams(server.requests(COLLECT)[0]?.split('?')[1]);
      expect({ gcs: hit.get('gcs'), npa: hit.get('npa'), en: hit.get('en') }).toEqual({
        gcs: 'G101',
        npa: '1',
        en: 'page_view',
      });
    });

    test('a returning visitor gives the denied default, one update, and only then the tag', async ({
      page,
      visit,
      server,
      context,
    }) => {
      await visit({ install });
      await seen(page).accept.click();
      await settle(page);
      await context.clearCookies();
      server.log.length = 0;
      await page.reload();
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      const shape = (await dataLayer(page)).map(({ command, object }) =>
        command ? command.slice(0, 2).join(' ') : object?.event,
      );
      expect(shape.slice(0, 2)).toEqual(['consent default', 'consent update']);
      expect(shape.filter((name) => name === 'consent update')).toHaveLength(1);
      expect(shape.indexOf('config G-TEST1')).toBeGreaterThan(1);
      expect((await updates(page))[0]).toEqual(ANALYTICS_ONLY);
      expect((await commands(page, 'consent'))[0]).toEqual(['consent', 'default', { ...DENIED, wait_for_update: 500 }]);
      expect(server.requests(COLLECT)[0]).toContain('gcs=G101');
    });

    test('each change gives one update and then the event; the same choice again gives none', async ({
      page,
      visit,
    }) => {
      await visit({ install });
      await consent(page);
      await page.evaluate(() => {
        const { askfirst } = window;
        askfirst.acceptAll();
        askfirst.acceptAll();
        askfirst.withdraw('analytics');
        askfirst.rejectAll();
        askfirst.decide({ analytics: true });
      });
      const told = async () => (await updates(page)).map((update) => update.analytics_storage);
      await expect.poll(told).toEqual(['granted', 'denied', 'granted']);
      await settle(page);
      expect(await told()).toEqual(['granted', 'denied', 'granted']);
      const entries = await dataLayer(page);
      for (const [index, entry] of entries.entries()) {
        if (entry.command?.[1] === 'update') expect(entries[index + 1]?.object?.event).toBe('consent_update');
      }
    });

    test('advanced mode loads the tag at once, with denied signals and without a cookie', async ({
      page,
      visit,
      server,
      context,
    }) => {
      await visit({ install, attributes: 'data-ga4="G-TEST1" data-consent-mode="advanced"' });
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      expect(server.requests(COLLECT)[0]).toContain('gcs=G100');
      expect((await dataLayer(page))[0]?.command?.slice(0, 2)).toEqual(['consent', 'default']);
      expect((await context.cookies()).filter(({ name }) => name.startsWith('_ga'))).toEqual([]);
      await seen(page).accept.click();
      await expect
        .poll(async () => (await context.cookies()).map(({ name }) => name).sort())
        .toEqual(['_ga', '_ga_TEST1']);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect((await updates(page)).length).toBe(1);
    });

    test('data-consent-mode="off" leaves dataLayer to the site', async ({ page, visit }) => {
      await visit({ install, attributes: 'data-categories="analytics" data-consent-mode="off"' });
      await seen(page).accept.click();
      await settle(page);
      expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
    });
  });
}

test('a held early tag waits for the stored choice: no hit says denied to a visitor who had agreed', async ({
  page,
  visit,
  server,
}) => {
  const parts = {
    attributes: 'data-ga4="G-TEST1" data-consent-mode="advanced"',
  };
  await visit(parts);
  await seen(page).accept.click();
  await settle(page);
  server.log.length = 0;
  await page.reload();
  await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
  await settle(page);
  expect(server.requests(COLLECT).filter((url) => !url.includes('gcs=G101'))).toEqual([]);
});

test('regional defaults, url_passthrough and ads_data_redaction come as Google reads them', async ({ page, visit }) => {
  await visit({
    config: {
      consentMode: {
        waitForUpdate: 800,
        regions: [{ region: ['US-CA', 'US'], analytics_storage: 'granted' }],
        urlPassthrough: true,
        adsDataRedaction: true,
      },
    },
  });
  await consent(page);
  const defaults = (await commands(page, 'consent')).filter((command) => command[1] === 'default');
  const sets = await commands(page, 'set');
  expect(defaults).toContainEqual(['consent', 'default', { ...DENIED, wait_for_update: 800 }]);
  const regional = defaults.map((command) => command[2] as Record<string, unknown>).filter(({ region }) => region);
  expect(regional).toHaveLength(1);
  expect(regional[0]).toMatchObject({ region: ['US-CA', 'US'], analytics_storage: 'granted' });
  expect(sets).toEqual(
    expect.arrayContaining([
      ['set', 'url_passthrough', true],
      ['set', 'ads_data_redaction', true],
    ]),
  );
  const first = (await dataLayer(page))[0]?.command;
  expect(first?.slice(0, 2)).toEqual(['consent', 'default']);
});

test('the name of the event is the owner’s choice', async ({ page, visit }) => {
  await visit({ config: { consentMode: { event: 'cookie_consent_update' } } });
  await seen(page).accept.click();
  await expect
    .poll(async () => (await dataLayer(page)).map(({ object }) => object?.event))
    .toContain('cookie_consent_update');
  expect((await dataLayer(page)).map(({ object }) => object?.event)).not.toContain('consent_update');
});

test('Tag Manager loads after the grant only, and its triggers see the consent that holds', async ({
  page,
  visit,
  server,
}) => {
  await visit({ attributes: 'data-gtm="GTM-TEST1"' });
  await settle(page);
  expect(server.requests('googletagmanager')).toEqual([]);
  await seen(page).accept.click();
  await expect
    .poll(() => server.requests('googletagmanager'))
    .toEqual(['www.googletagmanager.com/gtm.js?id=GTM-TEST1']);
  await expect
    .poll(() => page.evaluate(() => window.gtmTriggers))
    .toEqual(expect.arrayContaining([{ event: 'gtm.js', analytics: 'granted' }]));
  const shape = (await dataLayer(page)).map(({ command, object }) => command?.[1] ?? object?.event);
  expect(shape.indexOf('default')).toBe(0);
  expect(shape.indexOf('update')).toBeLessThan(shape.indexOf('gtm.js'));
});

const TOO_LATE = {
  'a gtm.js event': `window.dataLayer = [{ event: 'gtm.js', 'gtm.start': 1 }];`,
  'a config command': `window.dataLayer = []; function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); gtag('config', 'G-OTHER');`,
};
for (const [what, script] of Object.entries(TOO_LATE)) {
  test(`installed after ${what}: said once in the console, and everything is still denied`, async ({
    page,
    visit,
    said,
  }) => {
    await visit({ before: `<script>${script}</script>` });
    await settle(page);
    expect(said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(/askfirst/i);
    expect(said.messages[0]).toMatch(/dataLayer|before|first/);
    expect((await consent(page)).granted.analytics).toBe(false);
    expect((await updates(page)).filter((update) => update.analytics_storage === 'granted')).toEqual([]);
  });
}

test('a dataLayer that holds only the site’s own variables is no reason to complain', async ({ page, visit, said }) => {
  await visit({ before: '<script>window.dataLayer = [{ pageType: "product" }];</script>' });
  await settle(page);
  expect(said.messages).toEqual([]);
  expect((await commands(page, 'consent'))[0]?.[1]).toBe('default');
});

test.describe('the model of gtag.js that these specs rely on', () => {
  const tag = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST1"></script>';
  const own = (consentLine: string) => `<!doctype html><title>Model</title><script>
    window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
    ${consentLine} gtag('js', new Date()); gtag('config', 'G-TEST1');</script>${tag}`;
  const cases: [string, string, string | null][] = [
    ['nothing said is granted', '', null],
    [
      'a default is obeyed',
      `gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' });`,
      'G100',
    ],
    ['an array is ignored', `dataLayer.push(['consent', 'default', { analytics_storage: 'denied' }]);`, null],
    ['four arguments are ignored', `gtag('consent', 'default', { analytics_storage: 'denied' }, 1);`, null],
  ];
  for (const [promise, line, gcs] of cases) {
    test(promise, async ({ page, server, context, said }) => {
      void said;
      server.page('/model/', own(line));
      await page.goto(`${SITE}/model/`);
      await expect.poll(() => server.requests(COLLECT).length).toBe(1);
      expect(new URLSearchParams(server.requests(COLLECT)[0]?.split('?')[1]).get('gcs')).toBe(gcs);
      const cookies = (await context.cookies()).map(({ name, domain }) => `${name} ${domain}`).sort();
      expect(cookies).toEqual(gcs ? [] : ['_ga .example.test', '_ga_TEST1 .example.test']);
    });
  }
});
