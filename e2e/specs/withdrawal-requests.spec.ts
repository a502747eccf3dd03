import { readFileSync } from 'node:fs';
import { app, appPage } from '../harness/app.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, settle } from '../harness/probe.js';
import { listen, withdrawals } from '../harness/reports.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

/** What a stopped service still tries to send, and what is done about a script that cannot be stopped. */

const HOST = 'heat.example.net';
const heat = (more: object = {}, options: object = {}) => ({
  attributes: '',
  config: {
    services: [
      {
        id: 'heat',
        name: 'Heat maps',
        provider: 'Example Ltd',
        category: 'analytics',
        hosts: [HOST, '*.heat.example.org'],
        stores: [{ name: '_heat', kind: 'cookie', lifetime: [1, 'month'] }],
        ...more,
      },
    ],
    ...options,
  },
});

/** Every way out, to one host; gives what the page was told about each. */
const send = (page: Page, mark: string, host = HOST) =>
  page.evaluate(
    async ([at, name]) => {
      const url = (way: string) => `https://${name}/${way}?${at}`;
      const outcome = (target: EventTarget) =>
        new Promise<string>((done) => {
          target.addEventListener('load', () => done('load'));
          target.addEventListener('error', () => done('error'));
          setTimeout(done, 2000, 'nothing');
        });
      const element = (tag: string, attributes: object, byAttribute = false) => {
        const made = document.createElement(tag);
        const told = outcome(made);
        if (byAttribute) for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
        else Object.assign(made, attributes);
        document.body.append(made);
        return told;
      };
      const request = new XMLHttpRequest();
      const xhr = outcome(request);
      request.open('GET', url('xhr'));
      request.send();
      const image = new Image();
      const picture = outcome(image);
      image.src = url('image');
      const asRequest = new Request(url('request'), { mode: 'no-cors' });
      const told = {
        fetch: fetch(url('fetch'), { mode: 'no-cors' }),
        request: fetch(asRequest),
        keepalive: fetch(new URL(url('keepalive')), { mode: 'no-cors', keepalive: true, method: 'POST' }),
        xhr,
        image: picture,
        script: element('script', { src: url('script') }),
        attribute: element('script', { src: url('attribute') }, true),
        iframe: element('iframe', { src: url('iframe') }),
        stylesheet: element('link', { rel: 'stylesheet', href: url('stylesheet') }),
        preload: element('link', { rel: 'preload', as: 'image', href: url('preload') }, true),
      };
      const beacon = navigator.sendBeacon(url('beacon'));
      const results = await Promise.allSettled(Object.values(told));
      const outcomes = results.map((result, index) => [
        Object.keys(told)[index],
        result.status === 'rejected' ? 'rejected' : typeof result.value === 'string' ? result.value : 'response',
      ]);
      return { ...(Object.fromEntries(outcomes) as Record<string, string>), beacon };
    },
    [mark, host] as const,
  );

const WAYS = 'attribute beacon fetch iframe image keepalive preload request script stylesheet xhr'.split(' ');
const ways = (urls: string[]) => urls.map((url) => url.replace(/^.*\/(\w+)\?.*$/, '$1')).sort();

test.beforeEach(async ({ page, said }) => {
  void said;
  await listen(page);
});

test('from the withdrawal to the next yes no request leaves for a stopped host, and each fails as without a network', async ({
  page,
  visit,
  server,
}) => {
  await visit(heat());
  await decide(page, { analytics: true });
  await send(page, 'granted');
  expect(ways(server.requests('?granted'))).toEqual(WAYS);
  await decide(page, { analytics: false });
  await settle(page);
  const told = await send(page, 'withdrawn');
  await settle(page);
  expect(server.requests('?withdrawn')).toEqual([]);
  expect(told).toMatchObject({ fetch: 'rejected', request: 'rejected', keepalive: 'rejected', beacon: false });
  expect(told).toMatchObject({ xhr: 'error', image: 'error', script: 'error', attribute: 'error' });
  await decide(page, { analytics: true });
  await settle(page);
  await send(page, 'again');
  expect(ways(server.requests('?again'))).toEqual(WAYS);
});

test('only the hosts of stopped services are refused; a leading *. stands for any subdomain', async ({
  page,
  visit,
  server,
}) => {
  await visit(heat());
  await decide(page, { analytics: true });
  await decide(page, { analytics: false });
  await settle(page);
  await send(page, 'sub', 'eu.heat.example.org');
  await send(page, 'other', 'cdn.example.net');
  await send(page, 'alike', `not-${HOST}`);
  expect(server.requests('?sub')).toEqual([]);
  expect(ways(server.requests('?other'))).toEqual(WAYS);
  expect(ways(server.requests('?alike'))).toEqual(WAYS);
});

test('a host that a granted service shares stays open', async ({ page, visit, server }) => {
  const { config } = heat();
  config.services.push({ ...config.services[0], id: 'ads', category: 'marketing', stores: [] } as never);
  await visit({ attributes: '', config });
  await decide(page, { analytics: true, marketing: true });
  await decide(page, { analytics: false });
  await settle(page);
  await send(page, 'shared');
  expect(ways(server.requests('?shared'))).toEqual(WAYS);
  await decide(page, { marketing: false });
  await settle(page);
  await send(page, 'closed');
  expect(server.requests('?closed')).toEqual([]);
});

/** Holds its hits as Google's tag does: 5 seconds in a queue, then a beacon or, where that is refused, a fetch. */
const HOLDING = `(() => {
  window.tried = [];
  const hit = (host, name) => setTimeout(() => {
    const url = 'https://' + host + '/g/collect?v=2&tid=G-TEST1&en=' + name;
    window.tried.push(name);
    if (!navigator.sendBeacon(url)) fetch(url, { method: 'POST', keepalive: true, mode: 'no-cors' }).catch(() => { new Image().src = url; });
  }, 5000);
  hit('www.google-analytics.com', 'page_view');
  hit('region1.google-analytics.com', 'scroll');
  setTimeout(hit, 400, 'region1.analytics.google.com', 'late');
})();`;

for (const answer of ['withdraws', 'stays'] as const)
  test(`hits that wait 5 seconds in a vendor's queue ${answer === 'stays' ? 'leave while the yes stands' : 'do not leave after the withdrawal'}`, async ({
    page,
    visit,
    server,
  }) => {
    server.reply('https://www.googletagmanager.com/gtag/js', { type: 'text/javascript', body: HOLDING });
    await visit({ attributes: 'data-ga4="G-TEST1"' });
    await seen(page).accept.click();
    await expect.poll(() => page.evaluate(() => 'tried' in window)).toBe(true);
    await settle(page, 600);
    if (answer === 'withdraws') await decide(page, { analytics: false });
    await settle(page, 10_000);
    expect(await page.evaluate(() => (window as unknown as { tried: string[] }).tried)).toHaveLength(3);
    expect(server.requests('/g/collect')).toHaveLength(answer === 'stays' ? 3 : 0);
  });

test('what refuses requests is fetched when the preferences open, and so at hand when they withdraw', async ({
  page,
  visit,
  server,
}) => {
  await visit(heat());
  await decide(page, { analytics: true });
  expect(server.requests('askfirst-withdrawal.js')).toEqual([]);
  await page.evaluate(() => window.askfirst.open());
  await expect(seen(page).dialog).toBeVisible();
  await expect.poll(() => server.requests('askfirst-withdrawal.js').length).toBe(1);
  await page.waitForLoadState('networkidle');
  await seen(page).rejectInDialog.click();
  // An import() of what is there already still takes a turn or two.
  await settle(page, 50);
  const told = await send(page, 'meanwhile');
  expect(told.beacon).toBe(false);
  expect(server.requests('?meanwhile')).toEqual([]);
});

/** Sends one hit at once, to where it came from, and another when it is told to. */
const BEHIND_A_PATH = `(() => {
  const hit = (name) => navigator.sendBeacon('/metrics/g/collect?v=2&tid=G-XXXX&en=' + name);
  hit('page_view');
  window.hit = hit;
})();`;

test('of a vendor behind a path of the site, as the page about it says, nothing is sent after the withdrawal; the rest of the site is reached', async ({
  page,
  visit,
  server,
}) => {
  const text = readFileSync(new URL('../../docs/tag-gateway.md', import.meta.url), 'utf8');
  const config = /data-askfirst-config>\n(.*?)<\/script>/s.exec(text)?.[1];
  const js = (body: string) => ({ type: 'text/javascript', body });
  server.reply('/metrics/gtag/js', js(BEHIND_A_PATH));
  server.reply('/metrics/gtm.js', js(''));
  const host = new URL(SITE).host;

  await visit({ attributes: '', config });
  await seen(page).banner.waitFor();
  expect(server.requests('/metrics/')).toEqual([]);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('en=page_view').length).toBe(1);
  await send(page, 'granted', `${host}/metrics`);
  expect(ways(server.requests(/\/metrics\/.*\?granted/))).toEqual(WAYS);
  await decide(page, { analytics: false, marketing: false });
  await settle(page);
  expect(await page.evaluate(() => (window as unknown as { hit(name: string): boolean }).hit('scroll'))).toBe(false);
  const told = await send(page, 'withdrawn', `${host}/metrics`);
  await send(page, 'shop', host);
  await send(page, 'alike', `${host}/metrics-of-the-shop`);
  await settle(page);
  expect(server.requests(/\/metrics\/.*(withdrawn|scroll)/)).toEqual([]);
  expect(told).toMatchObject({ fetch: 'rejected', beacon: false, xhr: 'error', image: 'error', script: 'error' });
  expect(ways(server.requests('?shop'))).toEqual(WAYS);
  expect(ways(server.requests('?alike'))).toEqual(WAYS);
});

const SCRIPT = { script: 'https://tags.example.net/heat.js' };

for (const [what, more, remaining] of [
  ['can be stopped', { ...SCRIPT, stopsLive: true }, []],
  ['cannot be stopped', { ...SCRIPT, stopsLive: false }, ['script heat']],
] as const)
  test(`a script that has run and ${what} without a reload is ${remaining[0] ? '' : 'not '}named as remaining`, async ({
    page,
    visit,
  }) => {
    await visit(heat(more));
    await decide(page, { analytics: true });
    await expect.poll(() => ran(page)).toEqual(['/heat.js']);
    await decide(page, { analytics: false });
    await expect.poll(async () => (await withdrawals(page)).length).toBeGreaterThan(0);
    await settle(page, 1500);
    const last = (await withdrawals(page)).at(-1);
    expect(last?.remaining.map(({ kind, name }) => `${kind} ${name}`)).toEqual(remaining);
    expect(await ran(page), 'no reload unless the owner asks for it').toEqual(['/heat.js']);
  });

test('a first no is no withdrawal: a script that never ran is not named, and nothing is reloaded', async ({
  page,
  visit,
  server,
}) => {
  await visit(heat({ ...SCRIPT, stopsLive: false }, { withdrawal: 'reload' }), '/first/');
  await seen(page).reject.click();
  await settle(page, 1500);
  expect((await withdrawals(page)).flatMap(({ remaining }) => remaining)).toEqual([]);
  expect(server.requests(/\/first\/$/)).toHaveLength(1);
});

for (const [where, parts] of [
  ['as an attribute', { ...heat({ ...SCRIPT, stopsLive: false }), attributes: 'data-withdrawal="reload"' }],
  ['in JSON', heat({ ...SCRIPT, stopsLive: false }, { withdrawal: 'reload' })],
] as const)
  test(`"reload" ${where} reloads the page once, because something remains`, async ({ page, visit, server, said }) => {
    await visit(parts, '/reload/');
    await decide(page, { analytics: true });
    await expect.poll(() => ran(page)).toEqual(['/heat.js']);
    await page.evaluate(() => void (window.askfirst as { withdraw(): void }).withdraw());
    await expect.poll(() => server.requests(/\/reload\/$/)).toHaveLength(2);
    await settle(page, 1500);
    expect(server.requests(/\/reload\/$/)).toHaveLength(2);
    expect(server.requests('heat.js')).toHaveLength(1);
    expect((await consent(page)).granted.analytics).toBe(false);
    expect(said.messages).toEqual([]);
  });

test('"reload" does not reload where nothing remains', async ({ page, visit, server }) => {
  await visit({ ...heat(), attributes: 'data-withdrawal="reload"' }, '/reload/');
  await decide(page, { analytics: true });
  await page.evaluate(() => {
    document.cookie = '_heat=1; path=/';
  });
  await decide(page, { analytics: false });
  await settle(page, 1500);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(server.requests(/\/reload\/$/)).toHaveLength(1);
});

test('an app that gives a function is called once with what remains, and nothing is reloaded', async ({
  page,
  server,
}) => {
  const [service] = heat({ ...SCRIPT, stopsLive: false }).config.services;
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     window.heard = [];
     const consent = createConsent({ services: [${JSON.stringify(service)}], withdrawal: (report) => window.heard.push(report) });
     consent.start();
     window.consents = [consent];`,
  );
  server.page('/app-page/', appPage(src));
  await page.goto(`${SITE}/app-page/`);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/heat.js']);
  await page.evaluate(() => window.consents[0]?.withdraw());
  await settle(page, 6500);
  expect(await page.evaluate(() => window.heard)).toEqual([
    { removed: [], remaining: [{ name: 'heat', kind: 'script', why: expect.any(String) }] },
  ]);
  expect(await page.evaluate(() => window.heard[0])).toEqual((await withdrawals(page))[0]);
  expect(server.requests(/\/app-page\/$/)).toHaveLength(1);
});

test('Tag Manager cannot be stopped in a page, Google Analytics can', async ({ page, visit }) => {
  await visit({ attributes: 'data-ga4="G-TEST1" data-gtm="GTM-TEST1"' });
  await seen(page).accept.click();
  await expect.poll(() => page.evaluate(() => !!window.gtmTriggers && !!window.gtagLoads)).toBe(true);
  await decide(page, { analytics: false });
  await settle(page, 1500);
  const last = (await withdrawals(page)).at(-1);
  expect(last?.remaining.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['script gtm']);
});

test('a written-out host and a Blob cannot hide a beacon', async ({ page, visit, server }) => {
  await visit(heat());
  await decide(page, { analytics: true });
  await decide(page, { analytics: false });
  await settle(page);
  await page.evaluate((host) => {
    navigator.sendBeacon(`//${host.toUpperCase()}/relative`, new Blob(['x']));
    navigator.sendBeacon(`https://user@${host}:443/credentials`);
  }, HOST);
  await settle(page);
  expect(server.requests(/heat/).filter((url) => !url.startsWith(new URL(SITE).host))).toEqual([]);
});
