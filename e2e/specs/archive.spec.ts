import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { makeArchive, unpackArchive } from '../../scripts/release/archive.mjs';
import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

const { version } = createRequire(import.meta.url)('../../packages/sdk/package.json');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

// One worker: the archive is unpacked once.
test.describe.configure({ mode: 'default' });

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'askfirst-'));
  unpackArchive(makeArchive(version), folder);
});

/** Plain static hosting: a file is handed out as it is, or is not there. */
test.beforeEach(({ server, said }) => {
  void said;
  server.mount((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
});

/** A host that only those know who make the page, where Askfirst names mistakes. */
const WORKSHOP = 'https://shop.test';

/** Requests to anybody but the site. */
const elsewhere = (server: Server, site = SITE) =>
  server.requests(/./).filter((url) => !url.startsWith(`${new URL(site).host}/`));

/** What the install page says to write, by the id of its place. */
async function wordsOf(page: Page) {
  await page.goto(`${SITE}/INSTALL.html`);
  const all = await page
    .locator('pre[id]')
    .evaluateAll((places) => places.map(({ id, textContent }) => [id, textContent]));
  return Object.fromEntries(all) as Record<
    'address' | 'snippet' | 'settings' | 'held' | 'categories' | 'services',
    string
  >;
}

for (const withTags of [false, true])
  test(`the install page of the zip, followed to step ${withTags ? 5 : 3}: asks, accepts, withdraws`, async ({
    page,
    server,
    said,
  }) => {
    const words = await wordsOf(page);
    const tag = words.snippet.replace(' data-', ` ${words.categories} data-`);
    const snippet = withTags ? words.services + tag : words.snippet;
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><head>${snippet}<link rel="icon" href="data:,"><title>Shop</title></head>
       <body><h1>Shop</h1>${withTags ? words.held : ''}<footer>${words.settings}</footer></body></html>`,
    );
    const ui = seen(page);
    await page.goto(SITE);
    expect(await page.evaluate(async (path) => (await fetch(path)).status, words.address)).toBe(200);
    await expect(ui.banner).toBeVisible();
    await settle(page);
    expect(elsewhere(server)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);

    await ui.accept.click();
    await expect.poll(() => elsewhere(server)).toContain('www.googletagmanager.com/gtag/js?id=G-XXXX');
    if (withTags) {
      await expect.poll(() => elsewhere(server)).toContain('stats.example/tag.js');
      await expect.poll(() => elsewhere(server)).toContain('video.example/embed/42');
    }
    await expect.poll(async () => (await page.context().cookies()).length).toBe(2);

    await page.getByRole('button', { name: 'Privacy settings' }).click();
    await ui.rejectInDialog.click();
    await expect.poll(() => page.context().cookies()).toEqual([]);
    expect((await consent(page)).granted.analytics).toBe(false);
    expect(said.messages).toEqual([]);
  });

test('the example page of the zip shows what is held, released and taken back', async ({ page, server, said }) => {
  await page.goto(`${WORKSHOP}/example.html`);
  await expect(seen(page).banner).toBeVisible();
  await expect.poll(() => server.log.map(({ path }) => path)).toContain(`/askfirst/${version}/askfirst-review.js`);
  await expect(page.getByText('This visit is not counted.')).toBeVisible();
  await expect(page.locator('#no-server')).toBeHidden();
  await expect(page.locator('#map')).toHaveCount(0);

  await seen(page).accept.click();
  await expect(page.getByText('This visit is counted')).toBeVisible();
  await expect(page.locator('#map')).toBeVisible();

  await page.getByRole('button', { name: 'Privacy settings' }).click();
  await seen(page).rejectInDialog.click();
  await expect(page.getByText('This visit is not counted.')).toBeVisible();
  await settle(page);
  expect(elsewhere(server, WORKSHOP)).toEqual([]);
  expect(said.messages).toEqual([]);
});

test('each link of both pages leads to a file of the zip', async ({ page }) => {
  for (const name of ['INSTALL.html', 'example.html']) {
    await page.goto(`${SITE}/${name}`);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true);
  }
});
