import { app, appPage } from '../harness/app.js';
import { seen } from '../harness/interface.js';
import { dataLayer, googleHost, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

const FIELDS = { send_page_view: false, debug_mode: true, user_id: 'u-1', linker: { domains: ['shop.example'] } };

/** An app that counts its routes by each of the ways there are, from its first line on. */
const code = (ids: string, fields: object) => `
  import { createConsent, createTrack } from 'askfirst';
  import { googleAnalytics, gtag } from 'askfirst/services';
  const consent = createConsent({ services: [googleAnalytics(${ids}, ${JSON.stringify(fields)})] });
  window.dataLayer = window.dataLayer || [];
  window.own = function () { dataLayer.push(arguments); };
  const track = createTrack(consent, 'analytics', (at, name) => gtag('event', name));
  consent.on('analytics', (granted) => granted && gtag('event', 'heard'));
  consent.start();
  window.track = track;
  own('event', 'own');
  own('set', { page: 'two' });
  gtag('event', 'direct');
  track('waiting');`;

async function open(page: Page, server: Server, ids: string, fields: object = {}) {
  server.page('/app/', appPage(await app(server, code(ids, fields))));
  await page.goto(`${SITE}/app/`);
}

const told = async (page: Page) =>
  (await dataLayer(page)).map(({ command, object }) =>
    command ? command.slice(0, 2).join(' ') : String(object?.event),
  );
const hits = (server: Server) =>
  server
    .requests('/g/collect')
    .map((address) => new URL(`https://${address}`).searchParams)
    .map((query) => `${query.get('tid')} ${query.get('en')} ${query.get('gcs')}`);

test("an app's events reach each Google property behind js and config, once, after the yes and not before", async ({
  page,
  server,
  said,
}) => {
  await open(page, server, "['G-TEST1', 'G-TEST2']", FIELDS);
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect(server.requests(googleHost)).toEqual([]);

  await seen(page).accept.click();
  await expect.poll(() => hits(server)).toHaveLength(8);
  const order = await told(page);
  expect(order.slice(0, 6)).toEqual([
    'consent default',
    'consent update',
    'consent_update',
    'js date',
    'config G-TEST1',
    'config G-TEST2',
  ]);
  expect(order.slice(6, 9)).toEqual(['event own', 'set [object Object]', 'event direct']);
  expect(order.slice(9).sort()).toEqual(['event heard', 'event waiting']);
  for (const { command } of (await dataLayer(page)).filter(({ command }) => command?.[0] === 'config'))
    expect(command?.[2]).toEqual(FIELDS);
  expect(server.requests('gtag/js')).toEqual(['www.googletagmanager.com/gtag/js?id=G-TEST1']);
  // `send_page_view: false` was heard, and each event counted once for each property, with the yes.
  expect(hits(server).sort()).toEqual(
    ['G-TEST1', 'G-TEST2'].flatMap((id) => ['direct', 'heard', 'own', 'waiting'].map((name) => `${id} ${name} G101`)),
  );

  // A returning visitor: what comes with the first line comes behind config, too.
  server.log.length = 0;
  await page.reload();
  await expect.poll(() => hits(server)).toHaveLength(8);
  expect((await told(page)).slice(0, 6)).toEqual(order.slice(0, 6));
  // Both properties stop at a withdrawal.
  await page.evaluate(() => window.askfirst.withdraw('analytics'));
  expect(await page.evaluate(() => [window['ga-disable-G-TEST1'], window['ga-disable-G-TEST2']])).toEqual([true, true]);
  expect(said.messages).toEqual([]);
});

test('what an app queued until a yes that followed a no is forgotten; what comes after the yes counts', async ({
  page,
  server,
}) => {
  await open(page, server, "'G-TEST1'");
  await seen(page).reject.click();
  await page.evaluate("own('event', 'refused')");
  await settle(page);
  await page.evaluate(() => window.askfirst.acceptAll());
  await expect.poll(() => hits(server)).toEqual(['G-TEST1 page_view G101']);
  await page.evaluate("track('later')");
  await expect.poll(() => hits(server)).toEqual(['G-TEST1 page_view G101', 'G-TEST1 later G101']);
  await page.reload();
  // The same visitor comes back, and is counted from the first line on.
  await expect.poll(() => hits(server).filter((hit) => hit.includes('waiting'))).toHaveLength(1);
});

test("Google's fields in the JSON of a script tag, and cookies that are called otherwise", async ({
  page,
  server,
  visit,
}) => {
  await visit({
    attributes: '',
    config: { services: [{ ga4: 'G-TEST1', config: FIELDS }] },
  });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  const config = (await dataLayer(page)).find(({ command }) => command?.[0] === 'config');
  expect(config?.command).toEqual(['config', 'G-TEST1', FIELDS]);
  await page.evaluate(() => localStorage.clear());

  // With a prefix, what Google stores has other names: they are what is declared, and what goes after a no.
  await open(page, server, "'G-TEST1'", { cookie_prefix: 'shop', cookie_expires: 3600 });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(2);
  await page.evaluate(() => {
    document.cookie = 'shop_ga=1;path=/';
    document.cookie = '_other=1;path=/';
    window.askfirst.withdraw('analytics');
  });
  await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain('shop_ga');
  expect(await page.evaluate(() => document.cookie)).toContain('_other');
});
