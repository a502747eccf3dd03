import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const SYSTEM_BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium: Playwright's own, or one of the system; `undefined` where there is none. */
export const findBrowser = (): string | undefined =>
  [
    chromium.executablePath(),
    ...SYSTEM_BROWSERS.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))),
  ].find(existsSync);
