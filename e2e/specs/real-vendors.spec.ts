import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { held } from '../harness/tags.js';
import { expect, type Page, test } from '../harness/test.js';

/**
 * The vendors' real code, as it is on npm, on the vendors' hosts: silent while the visitor is asked and after a no, heard after the yes,
 * silent and gone after the withdrawal. Matomo's script is in no package: a model of it stands in, by itself and for what apps import.
 */

const read = (file: string) => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
const ID = '0123456789abcdef0123456789abcdef';

interface Vendor {
  readonly service: { id: string; tagId?: string; script?: string; hosts?: readonly string[]; config?: object };
  /** Where its script is, and what is there. */
  readonly script: string;
  readonly code: () => string;
  /** The page itself brings the script, held. */
  readonly head?: string;
  /** What its script asks for before it starts: data, or a further script. */
  readonly replies?: Readonly<Record<string, object | string>>;
  /** What is counted as a hit, beside the script. */
  readonly hits: RegExp;
  /** Something that the vendor counts. */
  readonly event?: string;
  /** What it has stored while it may. None: it stores nothing. */
  readonly stored?: RegExp;
  /** Its own record of the refusal: without it, its script goes on. */
  readonly remains?: string;
}

const bundled = (contents: string) =>
  buildSync({
    stdin: { contents, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text ?? '';
const sentry = () =>
  bundled(`import * as Sentry from '@sentry/browser';
    window.Sentry = Sentry;
    Sentry.init({ dsn: 'https://abc@o1.ingest.sentry.io/1', integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 1 });
    Sentry.captureMessage('started');`);

const MATOMO = 'https://stats.shop.example.com/matomo/matomo.js';
const matomo = () => readFileSync(new URL('../harness/matomo-model.js', import.meta.url), 'utf8');

const vendors: Readonly<Record<string, Vendor>> = {
  'Microsoft Clarity': {
    service: { id: 'microsoft-clarity', tagId: 'abc123' },
    script: 'https://www.clarity.ms/tag/abc123',
    // The tag that Microsoft serves starts the script with the settings of the project.
    code: () =>
      `${read('clarity-js/build/clarity.min.js')};clarity('start',{projectId:'abc123',upload:'https://e.clarity.ms/collect',track:true,content:true,delay:100})`,
    replies: { 'https://e.clarity.ms/collect': {} },
    hits: /^e\.clarity\.ms/,
    stored: /_clck/,
  },
  PostHog: {
    service: {
      id: 'posthog',
      tagId: 'phc_test',
      config: {
        opt_out_useragent_filter: true,
        disable_compression: true,
        request_queue_config: { flush_interval_ms: 250 },
      },
    },
    script: 'https://us-assets.i.posthog.com/static/array.js',
    code: () => read('posthog-js/dist/array.full.no-external.js'),
    // What fails goes into a queue that no opt-out stops.
    replies: {
      'https://us.i.posthog.com/e/': { status: 1 },
      'https://us.i.posthog.com/i/v0/e/': { status: 1 },
      'https://us.i.posthog.com/flags/': { flags: {} },
      'https://us-assets.i.posthog.com/array/phc_test/config': { supportedCompression: [] },
    },
    hits: /^us\.i\.posthog\.com/,
    event: 'posthog.capture("a click")',
    stored: /ph_phc_test_posthog/,
    remains: 'localStorage __ph_opt_in_out_phc_test',
  },
  Mixpanel: {
    service: { id: 'mixpanel', tagId: ID, config: { batch_requests: false, track_pageview: true } },
    script: 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js',
    code: () => read('mixpanel-browser/dist/mixpanel.min.js'),
    hits: /^api-js\.mixpanel\.com/,
    event: 'mixpanel.track("a click")',
    stored: /mp_0123/,
    remains: `localStorage __mp_opt_in_out_${ID}`,
  },
  Amplitude: {
    service: { id: 'amplitude', tagId: ID, config: { flushIntervalMillis: 100, fetchRemoteConfig: false } },
    script: `https://cdn.amplitude.com/script/${ID}.js`,
    code: () => read('@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js'),
    hits: /^api2\.amplitude\.com/,
    event: 'amplitude.track("a click")',
    stored: /AMP_0123/,
  },
  Segment: {
    service: { id: 'segment', tagId: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345' },
    script: 'https://cdn.segment.com/analytics.js/v1/AbCdEfGhIjKlMnOpQrStUvWxYz012345/analytics.min.js',
    code: () => read('@segment/analytics-next/dist/umd/standalone.js'),
    replies: {
      'https://cdn.segment.com/v1/projects/AbCdEfGhIjKlMnOpQrStUvWxYz012345/settings': {
        integrations: { 'Segment.io': { apiKey: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345' } },
      },
    },
    hits: /^api\.segment\.io/,
    event: 'analytics.track("a click")',
    stored: /ajs_anonymous_id/,
  },
  'Matomo, by a model': {
    service: { id: 'matomo', tagId: '1', script: MATOMO },
    script: MATOMO,
    code: matomo,
    hits: /^stats\.shop\.example\.com\/matomo\/matomo\.php/,
    event: '_paq.push(["trackEvent", "page", "click"])',
    stored: /_pk_id\.1/,
    remains: 'cookie mtm_consent_removed',
  },
  'Matomo, as an app imports it': {
    service: { id: 'matomo', hosts: ['stats.shop.example.com'] },
    script: 'https://cdn.shop.example.com/app.js',
    code: () =>
      bundled(`import MatomoTracker from '@jonkoops/matomo-tracker';
        window.tracker = new MatomoTracker({ urlBase: 'https://stats.shop.example.com/matomo/', siteId: 1, heartBeat: { active: false } });
        tracker.trackPageView();`),
    head: held('src="https://cdn.shop.example.com/app.js"'),
    replies: { [MATOMO]: matomo() },
    hits: /^stats\.shop\.example\.com\/matomo\/matomo\.php/,
    event: 'tracker.trackEvent({ category: "page", action: "click" })',
    stored: /_pk_id\.1/,
    remains: 'cookie mtm_consent_removed',
  },
  Plausible: {
    service: { id: 'plausible' },
    script: 'https://plausible.io/js/plausible.js',
    code: () =>
      `${read('@plausible-analytics/tracker/plausible.js')};init({domain:'shop.example.com',captureOnLocalhost:true});window.plausible=track`,
    head: held('src="https://plausible.io/js/plausible.js" data-type="module"'),
    hits: /^plausible\.io\/api/,
    event: 'plausible("a click", {})',
  },
  Sentry: {
    service: { id: 'sentry' },
    script: 'https://browser.sentry-cdn.com/replay.js',
    code: sentry,
    head: held('src="https://browser.sentry-cdn.com/replay.js"'),
    hits: /sentry\.io\/api/,
    event: 'Sentry.captureMessage("a click")',
    stored: /sentryReplaySession/,
  },
};

const storedIn = (page: Page) =>
  page.evaluate(() =>
    [
      document.cookie && `cookie ${document.cookie.replace(/=[^;]*/g, '')}`,
      ...Object.keys(localStorage).map((name) => !name.startsWith('askfirst') && `localStorage ${name}`),
      ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
    ]
      .filter(Boolean)
      .join('; '),
  );

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
/** Longer than any of these waits before it sends. */
const QUIET_MS = 2500;

for (const [name, { service, script, code, head, replies = {}, hits, event, stored, remains = '' }] of Object.entries(
  vendors,
))
  test(`${name}: nothing before the yes or after a no, hits after the yes, none and nothing left after the withdrawal`, async ({
    page,
    visit,
    server,
  }) => {
    test.slow();
    server.reply(script, { type: 'text/javascript', body: code(), headers: CORS });
    for (const [url, body] of Object.entries(replies))
      server.reply(
        url,
        typeof body === 'string'
          ? { type: 'text/javascript', body, headers: CORS }
          : { type: 'application/json', body: JSON.stringify(body), headers: CORS },
      );
    const { host } = new URL(script);
    const asked = () => server.requests(new RegExp(`^${host}|${hits.source}`));
    const sent = () => server.requests(hits);
    // Some vendors count no headless browser.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'userAgent', {
        get: () =>
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      });
      Object.defineProperty(navigator, 'webdriver', { get: () => false });
    });
    await visit({
      attributes: 'data-controller="Shop Example Ltd" data-policy-url="/privacy/"',
      config: { services: [{ ...service, category: 'analytics' }] },
      ...(head && { head }),
    });
    await page.getByRole('button', { name: 'Reject all' }).click();
    await page.waitForTimeout(500);
    expect([asked(), await storedIn(page)]).toEqual([[], '']);

    await page.evaluate(() => window.askfirst.acceptAll());
    await expect.poll(() => sent().length, { timeout: 20_000 }).toBeGreaterThan(0);
    if (stored) await expect.poll(() => storedIn(page)).toMatch(stored);

    await page.evaluate(() => window.askfirst.withdraw());
    // What it has handed to the network by now is on its way.
    await page.waitForTimeout(500);
    const before = sent().length;
    await page.mouse.click(100, 100);
    if (event) await page.evaluate(event).catch(() => {});
    await page.waitForTimeout(QUIET_MS);
    expect(sent().slice(before)).toEqual([]);
    // What a script writes again, a second look removes.
    await expect.poll(() => storedIn(page), { timeout: 30_000 }).toBe(remains);

    // Its own record of the refusal does not outlive the next yes.
    await page.evaluate(() => window.askfirst.acceptAll());
    await page.reload();
    const again = sent().length;
    if (event) await expect.poll(() => page.evaluate(`${event}, true`).catch(() => false)).toBe(true);
    await expect.poll(() => sent().length, { timeout: 20_000 }).toBeGreaterThan(again);
  });

const HITS = /^stats\.shop\.example\.com\/matomo\/matomo\.php\?/;
const HEADER = { attributes: 'data-controller="Shop Example Ltd" data-policy-url="/privacy/"' };

test('Matomo spaces its first requests without asking again: what waits at the withdrawal does not leave', async ({
  page,
  visit,
  server,
}) => {
  server.reply(MATOMO, { type: 'text/javascript', body: matomo() });
  await visit({
    ...HEADER,
    config: { services: [{ id: 'matomo', category: 'analytics', tagId: '1', script: MATOMO }] },
  });
  // A visitor opens the preferences first. With them comes what refuses requests.
  await page.evaluate(() => window.askfirst.open());
  await expect.poll(() => server.log.map(({ path }) => path)).toContain('/askfirst/askfirst-withdrawal.js');
  // In the page, since its first request waits for nothing and only those of the next 0.8 seconds do.
  await page.evaluate(async () => {
    window.askfirst.acceptAll();
    while (!('_paq' in window) || Array.isArray(window._paq)) await new Promise((done) => setTimeout(done, 5));
    (window._paq as { push(call: unknown[]): void }).push(['trackEvent', 'page', 'late']);
    window.askfirst.withdraw();
  });
  await page.waitForTimeout(1500);
  expect(server.requests(HITS).map((url) => new URLSearchParams(url.split('?')[1]).get('e_a'))).toEqual([null]);
});

test('a snippet of the site that has Matomo ask: a yes after a no counts from the next page, and sends nothing of the no', async ({
  page,
  visit,
  server,
}) => {
  server.reply(MATOMO, { type: 'text/javascript', body: matomo() });
  const snippet = `<script>_paq = [['requireConsent'], ['setTrackerUrl', '${MATOMO.replace('.js', '.php')}'], ['setSiteId', '1'], ['trackPageView']]</script>
    <script src="${MATOMO}"></script>`;
  await visit({ ...HEADER, head: snippet, config: { services: [{ id: 'matomo', category: 'analytics' }] } });
  await page.getByRole('button', { name: 'Reject all' }).click();
  await page.evaluate('_paq.push(["trackEvent", "page", "refused"])');
  await page.evaluate(() => window.askfirst.acceptAll());
  await page.waitForTimeout(1500);
  expect(server.requests(HITS)).toEqual([]);
  await page.reload();
  await expect.poll(() => server.requests(HITS).length).toBe(1);
  expect(server.requests(HITS)[0]).toContain('action_name=page');

  // A first yes: what came before was of no refusal.
  await page.evaluate(() => localStorage.clear());
  await page.context().clearCookies();
  await page.reload();
  await page.evaluate(() => window.askfirst.acceptAll());
  await expect.poll(() => server.requests(HITS).length).toBe(2);
});
