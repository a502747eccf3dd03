import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { seen } from '../harness/interface.js';
import { commands, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { WHOLE } from '../harness/whole.js';
import { type Built, cli, folderOf, serve } from './build.js';
import { keepsItsPromises } from './promises.js';

test.describe('React under StrictMode, built by vite', { tag: WHOLE }, () => {
  let built: Built;
  test.beforeAll(async () => {
    await cli(folderOf('react'), 'vite', 'build', '--logLevel', 'warn');
    built = { out: join(folderOf('react'), 'dist') };
  });
  keepsItsPromises((server) => {
    serve(server, built, '/');
    return '/';
  });
});

test.describe('React under StrictMode, while it is developed with vite', () => {
  let vite: ViteDevServer;
  test.beforeAll(async () => {
    const server = { middlewareMode: true, hmr: false, allowedHosts: true } as const;
    vite = await createServer({ root: folderOf('react'), logLevel: 'warn', server });
  });
  test.afterAll(() => vite.close());

  test('start, stop and start again make one banner and one load of each tag, without a warning', async ({
    page,
    server,
    said,
  }) => {
    // Vite's own connection for changed files.
    await page.routeWebSocket(/token=/, () => {});
    server.mount(vite.middlewares);
    await page.goto(`${SITE}/`);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    await expect(seen(page).host).toHaveCount(1);
    await seen(page).accept.click();
    await expect(page.locator('#measured')).toBeVisible();
    await settle(page);
    expect(server.requests('www.googletagmanager.com/gtag/js')).toHaveLength(1);
    expect(server.requests('tags.example.net/heat.js')).toHaveLength(1);
    expect((await commands(page, 'consent')).map(([, verb]) => verb)).toEqual(['default', 'update']);
    expect(said.messages).toEqual([]);
  });
});
