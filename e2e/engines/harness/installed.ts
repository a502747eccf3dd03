import { existsSync, readdirSync } from 'node:fs';

/** The engines the specs run in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

const FIREFOXES = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Debian keeps MiniBrowser in a folder named after the processor. */
const miniBrowsers = () =>
  existsSync('/usr/lib')
    ? readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
    : [];

export const firefoxPath = () => FIREFOXES.find(existsSync);
export const webkitPaths = {
  driver: () => ['/usr/bin/WebKitWebDriver'].find(existsSync),
  browser: () => miniBrowsers().find(existsSync),
  display: () => ['/usr/bin/Xvfb'].find(existsSync),
};

/** Says what an engine lacks, or undefined where it can run. Chromium is downloaded where there is none. */
export function missing(engine: EngineName): string | undefined {
  if (engine === 'firefox' && !firefoxPath()) return 'Firefox is left out: there is none here (Debian: firefox-esr).';
  if (engine === 'webkit' && Object.values(webkitPaths).some((path) => !path()))
    return 'WebKit is left out: WebKitWebDriver, MiniBrowser or Xvfb is missing (Debian: webkit2gtk-driver xvfb).';
  return undefined;
}
