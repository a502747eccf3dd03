import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { cli, folderOf, serve } from './build.js';
import { WORK } from './install.js';
import { snippetsIn } from './snippets.js';

const FOLDER = folderOf('tested');

test.beforeAll(() => {
  for (const [file, text] of snippetsIn('docs/testing.md')) writeFileSync(join(FOLDER, file), text);
});

test("an app's own tests in jsdom: quiet and denied, started with an answer, forced, reset; docs/testing.md word for word", async () => {
  const printed = await cli(FOLDER, 'vitest', 'run').catch(({ stdout, stderr }) => stdout + stderr);
  expect(printed).toMatch(/Test Files.*3 passed/);
  expect(printed).toMatch(/Tests.*10 passed/);
  expect(printed).not.toMatch(/Unhandled|stderr|\[askfirst\]/);
});

test('with storageState a Playwright test begins as a returning visitor: not asked, tags at once', async ({
  browser,
  server,
}) => {
  const root = join(WORK, 'snippets', 'tested');
  mkdirSync(root, { recursive: true });
  cpSync(FOLDER, root, { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head>
      <body><script type="module" src="/consent.ts"></script></body></html>`,
  );
  await build({ root, configFile: false, logLevel: 'warn' });
  serve(server, { out: join(root, 'dist') }, '/');
  const { returning } = await import(join(root, 'visitor.ts'));
  for (const storageState of [returning, { cookies: [], origins: [] }]) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, storageState });
    const page = await context.newPage();
    server.log.length = 0;
    await page.goto(`${SITE}/`);
    if (storageState === returning) {
      await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
      // `functional` is not answered.
      await expect(seen(page).banner).toBeVisible();
    } else {
      await expect(seen(page).banner).toBeVisible();
      await settle(page);
      expect(server.requests('gtag/js')).toEqual([]);
    }
    await context.close();
  }
});
