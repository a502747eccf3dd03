/** Finds the browser of this machine, in the same order as the project's own tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Headless first: the same engine without a window around it, in half the processor time. Playwright's own is one, too. */
const SYSTEM_BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
/** Where they are in no `PATH`. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const working = new Set<string>();

/**
 * Whether there is a browser that starts: a download may lack libraries of the system, and Ubuntu's `chromium-browser` may only
 * say how to get one.
 */
function works(path: string): boolean {
  if (working.has(path)) return true;
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  const asks = process.platform === 'linux';
  if (asks && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status !== 0) return false;
  working.add(path);
  return true;
}

const inPath = (name: string) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

/** Path of a Chromium that starts: Playwright's own, then one of the system. Undefined where there is none. */
export const findBrowser = (): string | undefined =>
  [chromium.executablePath(), ...SYSTEM_BROWSERS.flatMap(inPath), ...APPLICATIONS].find(works);

function download(): void {
  process.stderr.write('There is no Chromium here: downloading one.\n');
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    // How long a host may be silent. Playwright tries five times.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000', ...process.env },
  });
}

/**
 * Path of a Chromium that starts: Playwright's own, one of the system, or Playwright's download, in this order.
 *
 * @throws Error with one sentence that says what to install.
 */
export function ensureBrowser(): string {
  let path = findBrowser();
  if (path) return path;
  try {
    download();
    path = findBrowser();
  } catch {
    // The host cannot be reached.
  }
  if (path) return path;
  throw new Error(
    'No Chromium was found, and none could be downloaded: install one, for example with "apt-get install chromium" or "npx playwright install --with-deps chromium", and run this again.',
  );
}
