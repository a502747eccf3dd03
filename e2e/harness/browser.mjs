import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The same engine without a window around it. Playwright's own is one, too. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where they are in no `PATH`. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @type {Set<string>} */
const started = new Set();

/**
 * Whether there is a browser that starts: a download may lack libraries of the system, and Ubuntu's `chromium-browser` may only
 * say how to get one.
 *
 * @param {string} path
 */
function works(path) {
  if (started.has(path)) return true;
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  const asks = process.platform === 'linux';
  if (asks && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status !== 0) return false;
  started.add(path);
  return true;
}

const ownBrowserWorks = () => works(chromium.executablePath());

/** @param {string} name */
const inPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

/**
 * Path of a system Chromium, or undefined where Playwright's own is to be used.
 *
 * @param {{ light?: boolean }} [options] `light`: half the processor time, but no extensions and no cache for the Back button.
 */
export function executablePath({ light = false } = {}) {
  if (ownBrowserWorks()) return undefined;
  const names = light ? [HEADLESS_SHELL, ...SYSTEM_BROWSERS] : SYSTEM_BROWSERS;
  return [...names.flatMap(inPath), ...APPLICATIONS].find(works);
}

function download() {
  console.error('There is no Chromium here: downloading one.');
  execFileSync(
    process.execPath,
    [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'install', 'chromium'],
    // How long a host may be silent. Playwright tries five times.
    { stdio: 'ignore', env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000', ...process.env } },
  );
}

/** Debian and its children, for who may. */
function installFromDistribution() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  console.error('There is no Chromium here: installing one with apt-get.');
  const quietly = ['-y', '--no-install-recommends', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::Retries=1'];
  const aptGet = (/** @type {string[]} */ ...args) =>
    isRoot
      ? execFileSync('apt-get', [...quietly, ...args], {
          stdio: 'ignore',
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        })
      : execFileSync('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quietly, ...args], {
          stdio: 'ignore',
        });
  aptGet('update');
  aptGet('install', 'chromium');
  aptGet('install', HEADLESS_SHELL);
}

/**
 * Sees to it that there is a Chromium: Playwright's own, one of the system, Playwright's download, the distribution's
 * package, in this order. Runs once, before all specs.
 *
 * @throws Error with one sentence that says what to install.
 */
export default function ensureBrowser() {
  const isThere = () => ownBrowserWorks() || executablePath();
  for (const get of [download, installFromDistribution]) {
    if (isThere()) return;
    try {
      get();
    } catch {
      // The host cannot be reached, or has no such package: the next way.
    }
  }
  if (isThere()) return;
  const error = new Error(
    'No Chromium was found, and none could be downloaded or installed: install one, for example with "apt-get install chromium" or "npx playwright install --with-deps chromium", and run this again.',
  );
  // Playwright prints it, and this says nothing that the sentence does not.
  error.stack = '';
  throw error;
}

/** Flags for a Chromium whose whole network is the test server. @param {{ port: number, fingerprint: string }} server */
export const onlyServer = ({ port, fingerprint }) => [
  '--disable-quic',
  `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
  // Trusting this one certificate keeps the HTTP cache working; --ignore-certificate-errors would switch it off.
  `--ignore-certificate-errors-spki-list=${fingerprint}`,
];

/**
 * A Chromium whose whole network is the test server: every host name resolves to it, and its certificate is trusted.
 *
 * @param {{ port: number, fingerprint: string }} server
 * @param {Parameters<typeof executablePath>[0]} [options]
 * @returns {import('@playwright/test').LaunchOptions}
 */
export const launchOptions = (server, options) => ({
  executablePath: executablePath(options),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    // One process less: nothing is drawn by a graphics processor.
    '--in-process-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...onlyServer(server),
  ],
});

/** @param {Parameters<typeof launchOptions>} args */
export const launchBrowser = (...args) => chromium.launch(launchOptions(...args));
