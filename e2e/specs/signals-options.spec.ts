import { seen } from '../harness/interface.js';
import { commands, consent, DENIED, dataLayer, settle, updates } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

const COLLECT = 'www.google-analytics.com/g/collect';

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
