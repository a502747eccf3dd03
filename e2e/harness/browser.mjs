import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The same engine without a window around it. Playwright's own is one, too. */
const HEADLESS_SHELLS = ['/usr/bin/chromium-headless-shell'];

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Playwright's own Chromium is there. */
const hasOwnBrowser = () => existsSync(chromium.executablePath());

/**
 * Path of a system Chromium, or undefined where Playwright's own is to be used.
 *
 * @param {{ light?: boolean }} [options] `light`: half the processor time, but no extensions and no cache for the Back button.
 */
export const executablePath = ({ light = false } = {}) =>
  hasOwnBrowser() ? undefined : [...(light ? HEADLESS_SHELLS : []), ...SYSTEM_BROWSERS].find(existsSync);

/** Debian and its children; only root may. */
const installFromDistribution = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const run = (...args) =>
    execFileSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run('update');
  run('install', '-y', '--no-install-recommends', 'chromium', 'chromium-headless-shell');
};

/**
 * Sees to it that there is a Chromium: Playwright's own, one of the system, Playwright's download, the distribution's
 * package, in this order. Runs once, before all specs.
 *
 * @throws Error with one sentence that says what to install.
 */
export default function ensureBrowser() {
  const isThere = () => hasOwnBrowser() || executablePath();
  const ways = [
    () => execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', shell: true }),
    installFromDistribution,
  ];
  for (const way of ways) {
    if (isThere()) return;
    try {
      way();
    } catch {
      // The host cannot be reached, or has no such package: the next way.
    }
  }
  if (!isThere())
    throw new Error(
      'No Chromium was found, and none could be downloaded or installed. Install one, for example with "apt-get install chromium" or "npx playwright install chromium", and run this again.',
    );
}

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
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`,
    // Trusting this one certificate keeps the HTTP cache working; --ignore-certificate-errors would switch it off.
    `--ignore-certificate-errors-spki-list=${server.fingerprint}`,
  ],
});
