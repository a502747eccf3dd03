import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Report, summarise, verifyEvidence } from '@askfirst/audit';
import { expect, test } from '@playwright/test';
import { axe } from '../harness/axe.js';
import { launchBrowser } from '../harness/browser.mjs';
import { type Server, SITE, startServer } from '../harness/server.mjs';
import { onlyServer } from './harness/look.js';

test.describe.configure({ mode: 'parallel' });

const COMMAND = fileURLToPath(new URL('../../packages/audit/dist/command/askfirst-audit.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'audit-command-'));
const path = (name: string) => join(folder, name);

const page = (lie: string) => `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>
<p><a href="/two">Two</a></p>
<div role="dialog" aria-label="Cookies"><p>We use cookies.</p>
<button onclick="this.parentNode.remove()">Accept all</button>
<button onclick="this.parentNode.remove();${lie}">Reject all</button></div>`;

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
  server.page('/', page("document.cookie = '_fbp=1; max-age=1000'"));
  server.page('/two', page(''));
});
test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function start(...args: string[]): ChildProcess {
  const quick = ['--quiet', '300', '--dwell', '200', ...onlyServer(server).map((flag) => `--browser-flag=${flag}`)];
  return spawn(process.execPath, [COMMAND, `${SITE}/`, ...args, ...quick], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
  });
}
const leftOf = ({ pid }: ChildProcess) => readdirSync(tmpdir()).filter((name) => name.includes(`-${pid}-`));
const readReport = (name: string): Report => JSON.parse(readFileSync(path(name), 'utf8'));

test('one command: what is broken first, exit code 1, a page that everybody can read, evidence that is whole', async () => {
  const child = start('--pages', '1', '--states', 'rejected', '--html', path('a.html'), '--evidence', path('evidence'));
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  let complained = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    complained += text;
  });
  const [code] = await once(child, 'close');
  // There is no terminal for a spinner.
  expect(complained).toContain('1 of 1 visits made.');
  expect(printed).toMatch(/✗ The cookie _fbp .*\n {2}After Reject, nothing runs that needs a yes/);
  expect(code).toBe(1);
  const { isWhole, problems, chain } = verifyEvidence(path('evidence'));
  expect(problems).toEqual([]);
  expect(isWhole).toBe(true);
  expect(printed).toContain(chain);
  expect(existsSync(path('evidence/visits/0001-rejected/requests.har'))).toBe(true);

  const browser = await launchBrowser(server, { light: true });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const reader = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 }, bypassCSP: true });
      await reader.goto(pathToFileURL(path('a.html')).href);
      await expect(reader.locator('p').first()).toContainText('may speak later');
      await expect(reader.getByText(/^1 of \d+ promises is broken/)).toBeVisible();
      // What the visitor saw, within the page.
      await expect(reader.locator('img').first()).toHaveJSProperty('complete', true);
      expect(
        await reader
          .locator('img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBe(1280);
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await axe(reader, 'html')).toEqual([]);
      // On paper nothing can be opened, and nothing is hidden.
      await reader.emulateMedia({ media: 'print' });
      for (const details of await reader.locator('details').all())
        await expect(details.locator('table').first()).toBeVisible();
      await reader.close();
    }
  } finally {
    await browser.close();
  }
});

test('killed in the middle, it leaves a report of what it had seen', async () => {
  // Pages are looked for first, and browsers start slowly on a busy machine.
  test.setTimeout(240_000);
  const child = start(
    '--pages',
    '2',
    '--states',
    'rejected',
    '--json',
    path('b.json'),
    '--html',
    path('b.html'),
    '--no-screenshots',
  );
  await expect.poll(() => existsSync(path('b.html')), { timeout: 200_000 }).toBe(true);
  child.kill('SIGKILL');
  const report = readReport('b.json');
  expect(report).toMatchObject({ isPartial: true, plan: { pages: [`${SITE}/`, `${SITE}/two`] } });
  expect(report.visits).toHaveLength(1);
  expect(summarise(report).verdict).toBe('broken');
  expect(readFileSync(path('b.html'), 'utf8')).toContain('stopped before its plan was done');
  // Whoever starts next cleans up.
  expect(leftOf(child)).not.toEqual([]);
  const next = `import { startBrowser } from '@askfirst/audit'; await (await startBrowser()).close();`;
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  await once(spawn(process.execPath, ['--input-type=module', '-e', next], { cwd, stdio: 'inherit' }), 'close');
  expect(leftOf(child)).toEqual([]);
});

test('stopped by Ctrl+C, it leaves nothing behind', async () => {
  const child = start('--pages', '1', '--states', 'rejected', '--quiet', '60000');
  await expect
    .poll(() => leftOf(child).some((name) => existsSync(join(tmpdir(), name, 'profile', 'DevToolsActivePort'))), {
      timeout: 60_000,
    })
    .toBe(true);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
  expect(leftOf(child)).toEqual([]);
});
