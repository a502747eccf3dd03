import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { INSTALLS, type Install } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, googleHost, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const CDN = 'https://cdn.jsdelivr.net';
const NONCE = 'dGVzdC1ub25jZQ';
const GOOGLE = 'https://www.googletagmanager.com https://www.google-analytics.com';
const TYPES: Record<string, string> = {
  js: 'application/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const POLICIES = {
  'the hosts listed': `default-src 'none'; img-src 'self'; script-src ${CDN} ${GOOGLE} 'nonce-${NONCE}'; connect-src ${GOOGLE}`,
  "a nonce, 'strict-dynamic' and Trusted Types": `default-src 'none'; img-src 'self'; script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src ${GOOGLE}; require-trusted-types-for 'script'; trusted-types askfirst`,
};

// One worker: the package is packed once.
test.describe.configure({ mode: 'default' });

/** What npm publishes, unpacked: the files of the script tag, by name. */
let files: Record<string, Buffer> = {};
let folder = '';

test.beforeAll(() => {
  const out = mkdtempSync(join(tmpdir(), 'askfirst-'));
  const root = resolve(import.meta.dirname, '../..');
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', out, '-w', 'packages/sdk'];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', join(out, packed.filename), '-C', out]);
  const script = join(out, 'package/dist/script');
  files = Object.fromEntries(readdirSync(script).map((name) => [name, readFileSync(join(script, name))]));
  folder = `${CDN}/npm/askfirst@${packed.version}/dist/script/`;
});

const textOf = (name: string) => String(files[name]);

test.beforeEach(({ server, said }) => {
  void said;
  for (const [name, body] of Object.entries(files))
    server.reply(folder + name, {
      type: TYPES[name.split('.').pop() ?? ''],
      body,
      headers: {
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      },
    });
});

async function open(page: Page, server: Server, install: Install, policy?: string) {
  const isFast = install === 'fast path';
  const integrity = JSON.parse(textOf('sri.json'))['askfirst.js'];
  // What a nonce trusts may import from everywhere: only without one the list of hosts is all there is.
  const trusted = policy?.includes(CDN) ? '' : `nonce="${NONCE}"`;
  const core = `<script ${trusted} ${isFast ? 'async data-asked="analytics:ga4"' : ''} src="${folder}askfirst.js"
    integrity="${integrity}" crossorigin="anonymous" data-ga4="G-TEST1" data-controller="Shop Example Ltd"></script>`;
  const stub = isFast ? `<script nonce="${NONCE}">${textOf('head.js')}</script>` : '';
  server.page(
    '/',
    `<!doctype html><html lang="en"><head>${core}${stub}<title>Shop</title></head>
     <body><main><h1>Shop</h1><button type="button" data-consent-open>Privacy settings</button></main></body></html>`,
    policy ? { 'content-security-policy': policy } : undefined,
  );
  await page.goto(SITE);
}

/** Requests to anybody but the site and its CDN. */
const elsewhere = (server: Server) =>
  server.requests(/./).filter((url) => ![SITE, CDN].some((origin) => url.startsWith(`${new URL(origin).host}/`)));

async function askAcceptWithdraw(page: Page, server: Server) {
  const ui = seen(page);
  await expect(ui.banner).toBeVisible();
  await settle(page);
  expect(elsewhere(server)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);

  await ui.accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  await expect.poll(async () => (await page.context().cookies()).length).toBe(2);

  await page.getByRole('button', { name: 'Privacy settings' }).click();
  await ui.rejectInDialog.click();
  await expect.poll(() => page.context().cookies()).toEqual([]);
  expect((await consent(page)).granted.analytics).toBe(false);

  const asked = server.requests(new URL(CDN).host).map((url) => url.slice(folder.length - 'https://'.length));
  expect(
    asked.filter((name) => !(name in files)),
    'files that the package lacks',
  ).toEqual([]);
  expect(new Set(asked).size, `each once: ${asked}`).toBe(asked.length);

  server.log.length = 0;
  await page.reload();
  await consent(page);
  await settle(page);
  expect(elsewhere(server)).toEqual([]);
  expect(server.requests(new URL(CDN).host), 'what may be cached for ever').toEqual([]);
}

for (const install of INSTALLS) {
  test(`from a CDN, with integrity: asks, accepts, withdraws, ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, server, said }) => {
    await open(page, server, install);
    await askAcceptWithdraw(page, server);
    expect(said.messages).toEqual([]);
  });

  for (const [name, policy] of Object.entries(POLICIES))
    test(`from a CDN, under a strict policy with ${name}: the same, ${install}`, async ({ page, server, said }) => {
      await open(page, server, install, policy);
      await askAcceptWithdraw(page, server);
      expect(said.violations).toEqual([]);
      expect(said.messages).toEqual([]);
    });
}

test('a CDN that changed the file: the browser refuses it, and nothing leaves', async ({ page, server }) => {
  const headers = { 'access-control-allow-origin': '*' };
  server.reply(`${folder}askfirst.js`, { type: TYPES.js, body: `${textOf('askfirst.js')};`, headers });
  await open(page, server, 'script tag');
  await settle(page);
  expect(server.requests('askfirst.js')).toHaveLength(1);
  expect(await page.evaluate(() => 'askfirst' in window)).toBe(false);
  expect(server.requests(googleHost)).toEqual([]);
});

test('a CDN without the interface: a plain question, answered as well', async ({ page, server }) => {
  server.reply(`${folder}askfirst-ui.js`, { status: 404, type: 'text/plain', body: 'not found' });
  await open(page, server, 'script tag');
  const accept = page.getByRole('button', { name: 'Accept all' });
  await expect(accept).toBeVisible();
  await settle(page);
  expect(elsewhere(server)).toEqual([]);
  await accept.click();
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
});
