import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seen } from '../harness/interface.js';
import { consent, googleHost, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

/** Runs a module in a Node of its own, without a DOM, and gives what it printed. */
async function inNode(code: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: import.meta.dirname,
  });
  return JSON.parse(stdout);
}

test('importing does nothing: no global, no timer, no handle, no word', async () => {
  const result = await inNode(`
    const before = Reflect.ownKeys(globalThis);
    await import('askfirst');
    await import('askfirst/services');
    // nanostores keeps its epoch there.
    before.push('nanostoresGlobal');
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String);
    console.log(JSON.stringify({ added, busy: process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name)) }));
  `);
  expect(result).toEqual({ added: [], busy: [] });
});

test('createConsent works without a DOM, and start() is a no-op there', async () => {
  const result = await inNode(`
    const { createConsent } = await import('askfirst');
    const { googleAnalytics } = await import('askfirst/services');
    const consent = createConsent({ services: [googleAnalytics('G-TEST1')], policy: { version: '1' } });
    const before = Reflect.ownKeys(globalThis).length;
    const stop = consent.start();
    const heard = [];
    consent.on('analytics', (granted) => heard.push(granted));
    const first = consent.$consent.get();
    consent.acceptAll();
    await consent.when('analytics');
    const record = consent.record();
    consent.withdraw('analytics');
    while (consent.$consent.get().granted.analytics) await new Promise((done) => setTimeout(done, 5));
    stop();
    const globals = Reflect.ownKeys(globalThis).length - before;
    console.log(JSON.stringify({ first, heard, record, last: consent.$consent.get().granted, globals }));
  `);
  expect(result).toMatchObject({
    first: { granted: { necessary: true, analytics: false }, ask: true },
    heard: [false, true, false],
    record: { v: 1, policy: '1', method: 'api', choices: { analytics: { granted: true } } },
    last: { analytics: false },
    globals: 0,
  });
});

test.describe('in a browser, imported without a bundler', () => {
  const importMap = () => {
    const root = resolve(import.meta.dirname, '../..');
    const path = (name: string) => pathOf(root, name);
    const names = ['askfirst', 'askfirst/services'];
    return { root, imports: Object.fromEntries(names.map((name) => [name, path(name)])) };
  };

  test.beforeEach(async ({ page, server, said }) => {
    void said;
    const { root, imports } = importMap();
    const reply = (path: string) =>
      server.reply(path, { type: 'text/javascript', body: readFileSync(join(root, path)) });
    await follow(root, imports, reply);
    server.page(
      '/app/',
      `<!doctype html><html lang="en"><title>App</title>
       <script type="importmap">${JSON.stringify({ imports })}</script>
       <main><h1>App</h1></main>
       <script type="module">
         import { createConsent } from 'askfirst';
         import { googleAnalytics } from 'askfirst/services';
         window.consent = createConsent({ services: [googleAnalytics('G-TEST1')], controller: { name: 'App' } });
         window.heard = [];
         consent.on('analytics', (granted) => heard.push(granted));
         window.stopConsent = consent.start();
         consent.start();
       </script></html>`,
    );
    await page.goto(`${SITE}/app/`);
  });

  test('the same question, the same guarantees', async ({ page, server }) => {
    await expect(seen(page).banner).toBeVisible();
    expect(server.requests(googleHost)).toEqual([]);
    expect(server.requests('/preact/'), 'for those who want to know more').toEqual([]);
    await seen(page).choose.click();
    await expect(seen(page).dialog).toBeVisible();
    expect(server.requests('/preact/').length).toBeGreaterThan(0);
    await seen(page).close.click();
    await seen(page).accept.click();
    await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
    expect(await page.evaluate(() => window.heard)).toEqual([false, true]);
    server.log.length = 0;
    await page.reload();
    await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
    await settle(page);
    expect(server.requests('/preact/')).toEqual([]);
    await expect(seen(page).banner).toHaveCount(0);
  });

  test('stopping takes the interface away', async ({ page }) => {
    await expect(seen(page).banner).toBeVisible();
    await page.evaluate(() => window.stopConsent());
    await expect(seen(page).host).toHaveCount(0);
  });
});

/** Where a published name is, seen from the root of the project. */
const pathOf = (root: string, name: string) => fileURLToPath(import.meta.resolve(name)).slice(root.length);

/** Serves every module that is reachable from the import map, and adds the bare names it needs to the map. */
async function follow(root: string, imports: Record<string, string>, reply: (path: string) => void) {
  const seenPaths = new Set<string>();
  const queue = Object.values(imports);
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seenPaths.has(path)) continue;
    seenPaths.add(path);
    reply(path);
    const source = readFileSync(join(root, path), 'utf8');
    for (const [, name = ''] of source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
      if (name.startsWith('.')) queue.push(join(dirname(path), name));
      else {
        const target = imports[name] ?? pathOf(root, name);
        imports[name] = target;
        queue.push(target);
      }
    }
  }
}

test('the script tag and the import give the same object', async ({ page, visit }) => {
  await visit();
  await consent(page);
  const names = await page.evaluate(() => Object.keys(window.askfirst).sort());
  const fromNpm = await inNode(`
    const { createConsent } = await import('askfirst');
    console.log(JSON.stringify(Object.keys(createConsent({})).sort()));
  `);
  expect(names).toEqual(fromNpm);
  expect(names).toEqual(
    [
      '$consent',
      'acceptAll',
      'decide',
      'on',
      'open',
      'queue',
      'record',
      'rejectAll',
      'start',
      'when',
      'withdraw',
    ].sort(),
  );
});
