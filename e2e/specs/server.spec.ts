import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { contentSecurityPolicy, headStub, initialConsent, visitorFrom } from 'askfirst/server';
import { googleAnalytics } from 'askfirst/services';
import { build } from 'esbuild';
import { readForm } from 'examples/snippet/read-form.js';
import { writeFastPath } from 'examples/snippet/write-snippet.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, settle, updates } from '../harness/probe.js';
import { builtFile } from '../harness/server.mjs';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

/** Pages made on a server, with `askfirst/server`. */

const SRC = '/askfirst/askfirst.js';
const NONCE = btoa('new for each response');
const heat = {
  id: 'heat',
  name: 'Heat maps',
  provider: 'Example Ltd',
  category: 'marketing',
  hosts: ['tags.example.net'],
  script: 'https://tags.example.net/heat.js',
} as const;
const options = {
  controller: { name: 'Shop Example Ltd' },
  policy: { url: '/privacy/', version: '2026-06-22' },
  services: [googleAnalytics('G-TEST1'), heat],
} as const;

const held = (name: string) =>
  `<script type="text/plain" data-consent="analytics" nonce="${NONCE}" src="https://tags.example.net/${name}"></script>`;

const document = (head: string, body = '') => `<!doctype html>
  <html lang="en">
    <head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${head}</head>
    <body><main><h1>Shop</h1>${body}<button data-consent-open>Privacy settings</button></main></body>
  </html>`;

const ownFiles = (server: Server) =>
  server
    .requests('/askfirst/')
    .map((url) => url.split('/').pop())
    .sort();

for (const trustedTypes of [false, true])
  test(`the whole flow without one violation, from a strict page made on a server${trustedTypes ? ', with Trusted Types' : ''}`, async ({
    page,
    server,
    said,
  }) => {
    const policy = contentSecurityPolicy({
      nonce: NONCE,
      services: options.services,
      trustedTypes,
      sources: { 'img-src': ['data:'], 'object-src': ["'none'"], 'base-uri': ["'none'"] },
    });
    const head = headStub({ src: SRC, nonce: NONCE, options }) + held('held.js');
    const body = `<img data-consent="analytics" data-src="https://tags.example.net/image.svg" alt="" width="8" height="8">
      <consent-preferences></consent-preferences><consent-declaration></consent-declaration>`;
    server.page('/made/', document(head, body), { 'content-security-policy': policy });
    await page.goto(`${SITE}/made/`);
    const ui = seen(page);
    await expect(ui.banner).toBeVisible();
    await expect(page.locator('consent-declaration')).toContainText('Heat maps');
    await settle(page);
    expect(server.requests(/google|tags\.example/)).toEqual([]);
    expect(ownFiles(server)).toContain('askfirst-ui.js');

    await ui.accept.click();
    await expect.poll(async () => (await ran(page)).sort()).toEqual(['/heat.js', '/held.js']);
    await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
    await expect.poll(() => server.requests('image.svg')).toHaveLength(1);
    await settle(page);

    server.log.length = 0;
    await page.reload();
    await expect.poll(async () => (await ran(page)).sort()).toEqual(['/heat.js', '/held.js']);
    await page.getByRole('button', { name: 'Privacy settings' }).click();
    await ui.rejectInDialog.click();
    expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
    await settle(page);

    expect(said.violations).toEqual([]);
    expect(said.messages).toEqual([]);
  });

test('a returning visitor is told to Google before the core is there, and downloads the core only', async ({
  page,
  server,
}) => {
  const early = `<script nonce="${NONCE}">window.early = [...dataLayer].map((entry) => entry[1]);</script>`;
  const head = headStub({ src: SRC, nonce: NONCE, options }) + early;
  server.page('/made/', document(head), { 'content-security-policy': contentSecurityPolicy({ nonce: NONCE }) });
  await page.goto(`${SITE}/made/`);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  await settle(page);
  server.log.length = 0;
  server.reply(SRC, { type: 'text/javascript', body: readFileSync(builtFile('askfirst.js')), delay: 700 });
  await page.reload();
  expect(await page.evaluate(() => window.early)).toEqual(['default', 'update']);
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  await settle(page);
  expect(ownFiles(server)).toEqual(['askfirst.js']);
  expect(await updates(page), 'and not twice').toHaveLength(1);
  await expect(seen(page).banner).toHaveCount(0);
});

test('a site that says nothing of its services is not kept from asking, showing and framing', async () => {
  expect(contentSecurityPolicy({ nonce: NONCE })).not.toMatch(/(connect|img|frame|default)-src/);
});

test('the page carries the stub word for word, as the snippet writer writes it', async () => {
  const head = readFileSync(builtFile('head.js'), 'utf8').trim();
  const written = headStub({
    src: SRC,
    options: {
      services: [googleAnalytics('G-TEST1')],
      categories: { functional: {} },
      controller: { name: 'Shop & Sons' },
      policy: { url: '/privacy', version: '2' },
      ui: { layout: 'card' },
    },
  });
  const fields = { ga4: 'G-TEST1', categories: 'functional', controller: 'Shop & Sons', layout: 'card' };
  const form = readForm(new URLSearchParams({ ...fields, policyUrl: '/privacy', policyVersion: '2' }));
  expect(head.length).toBeGreaterThan(500);
  expect(written).toBe(writeFastPath(form, '', head).replace('\n', ''));
});

test('it runs where there is neither Node nor a browser, as at the edge', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as server from 'askfirst/server';
        import { resolveRegime } from 'askfirst/policy';
        const { region } = server.visitorFrom(headers, 'netlify');
        const options = { services: [], categories: { analytics: {} }, cookieDomain: 'example.com' };
        result = [
          region,
          resolveRegime(region).id,
          server.initialConsent(options, { region, cookie: 'askfirst=1' }).ask,
          server.headStub({ src: '/askfirst.js', options }).length > 500,
          server.contentSecurityPolicy({ nonce: 'abc' }).length > 20,
        ];`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const geo = btoa(JSON.stringify({ country: { code: 'CA' }, subdivision: { code: 'QC' } }));
  const edge = { atob, headers: new Headers({ 'x-nf-geo': geo }), result: undefined };
  runInNewContext(outputFiles[0]?.text ?? '', edge);
  expect(edge.result).toEqual(['CA-QC', 'quebec', true, true, true]);
});

test('whatever the options say, it stays text', async ({ page, server, said }) => {
  const nasty = '</script><script>window.broken = 1</script>"\'><!-- &amp;';
  const head = headStub({
    src: SRC,
    options: { ...options, controller: { name: `Shop ${nasty} Ltd` }, ui: { texts: { accept: nasty } } },
  });
  server.page('/made/', document(head));
  await page.goto(`${SITE}/made/`);
  await expect(seen(page).banner).toContainText(`Shop ${nasty} Ltd`);
  await expect(seen(page).banner.getByRole('button', { name: nasty })).toBeVisible();
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expect(said.messages).toEqual([]);
});

/** What a server answers to the last request for the page, from nothing but its headers. */
function onServer(server: Server, own: object) {
  const { headers } = server.log.findLast(({ path }) => path === '/made/') ?? { headers: {} };
  const { region, gpc } = visitorFrom(headers, 'nginx');
  return { region, consent: initialConsent({ ...options, ...own }, { cookie: headers.cookie, region, gpc }) };
}

test.describe('what a server finds granted is what the page finds granted', () => {
  const cookieDomain = 'example.com';
  /** Loads a page that is made for its request, and compares. */
  const load = async (page: Page, server: Server, own: object) => {
    // The headers are known once a page was asked for; the one after it is made from them.
    await page.goto(`${SITE}/made/`);
    const { region } = onServer(server, own);
    server.page('/made/', document(headStub({ src: SRC, region, options: { ...options, ...own } })));
    await page.goto(`${SITE}/made/`);
    await settle(page);
    const answer = onServer(server, own);
    expect(answer.region).toBe(region);
    expect(answer.consent).toEqual(await consent(page));
    return answer.consent;
  };

  test.beforeEach(({ server, said }) => {
    void said;
    server.page('/made/', document(''));
  });

  test('before an answer, after a yes, and after its withdrawal', async ({ page, server }) => {
    expect(await load(page, server, { cookieDomain })).toMatchObject({ granted: { analytics: false }, ask: true });
    await decide(page, { analytics: true, marketing: false });
    expect(await load(page, server, { cookieDomain })).toMatchObject({
      granted: { analytics: true, marketing: false },
      ask: false,
    });
    await decide(page, { analytics: false });
    expect(await load(page, server, { cookieDomain })).toMatchObject({ granted: { analytics: false }, ask: false });
  });

  test('with a cookie that is none of ours', async ({ page, server, context }) => {
    await context.addCookies([{ name: 'askfirst', value: '%E0%A4%A', domain: '.example.com', path: '/' }]);
    expect(await load(page, server, { cookieDomain })).toMatchObject({ granted: { analytics: false }, ask: true });
  });

  test('in Texas, where things run until somebody objects', async ({ page, server }) => {
    await page.setExtraHTTPHeaders({ 'X-Geo-Country': 'US', 'X-Geo-Region': 'TX' });
    expect(await load(page, server, { cookieDomain })).toMatchObject({
      granted: { analytics: true, marketing: true },
      ask: false,
      regime: 'us-texas',
    });
    await decide(page, { analytics: false });
    expect(await load(page, server, { cookieDomain })).toMatchObject({
      granted: { analytics: false, marketing: true },
    });
  });

  test('in Texas without the cookie: it cannot know of an objection, so only what is necessary', async ({
    page,
    server,
  }) => {
    await page.setExtraHTTPHeaders({ 'X-Geo-Country': 'US', 'X-Geo-Region': 'TX' });
    await page.goto(`${SITE}/made/`);
    expect(onServer(server, {}).consent).toMatchObject({
      granted: { necessary: true, analytics: false, marketing: false },
      regime: 'us-texas',
    });
  });

  test('in California with Global Privacy Control', async ({ page, server }) => {
    await page.setExtraHTTPHeaders({ 'X-Geo-Country': 'US', 'X-Geo-Region': 'CA', 'Sec-GPC': '1' });
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    expect(await load(page, server, { cookieDomain })).toMatchObject({
      granted: { analytics: true, marketing: false },
      reasons: { marketing: 'gpc' },
      regime: 'us-california',
    });
  });

  test('at a place nobody knows', async ({ page, server }) => {
    await page.setExtraHTTPHeaders({ 'X-Geo-Country': 'somewhere' });
    expect(await load(page, server, {})).toMatchObject({ ask: true, regime: 'strictest' });
  });
});
