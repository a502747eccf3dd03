/** Finds the browser of this machine, in the same order as the project's own tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Headless first: the same engine without a window around it, in half the processor time. */
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

/** What those that start say of their version. */
const working = new Map<string, string>();

/**
 * Whether there is a browser that starts: a download may lack libraries of the system, and Ubuntu's `chromium-browser` may only
 * say how to get one.
 */
function works(path: string): boolean {
  if (working.has(path)) return true;
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (status !== 0) return false;
  working.set(path, stdout);
  return true;
}

/** How Chromium names these systems, whatever their version. Source: https://www.chromium.org/updates/ua-reduction/ */
const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'X11; Linux x86_64',
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
};

/** The name that this browser has where it shows a window: a site may answer one without a window otherwise. */
export function userAgentOf(path: string): string | undefined {
  const system = SYSTEMS[process.platform];
  const major = works(path) && /\b(\d+)\.\d+\.\d+/.exec(working.get(path) ?? '')?.[1];
  if (!system || !major) return undefined;
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

const inPath = (name: string) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

/** Path of a Chromium that starts: Playwright's own, then one of the system. Undefined where there is none. */
const findBrowser = (): string | undefined =>
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
