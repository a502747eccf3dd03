import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, test as base, chromium, expect } from '@playwright/test';
import { createHandler } from 'examples/server/handler.mjs';
import { launchOptions } from './browser.mjs';

/** The examples as `npm start` shows them: over plain HTTP, each on its own host of this machine. */

interface Gallery {
  /** Address of a page: of an example, or of the start page. */
  at(site: string, path?: string): string;
  port: number;
  /** The paths that were asked for, in order. */
  log: string[];
}

export { sites } from 'examples/server/folders.mjs';
export { expect };

export const test = base.extend<{ said: string[] }, { gallery: Gallery; browser: Browser }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs.
    async ({}, use) => {
      const log: string[] = [];
      const handle = createHandler();
      const server = createServer((request, response) => {
        log.push(request.url ?? '');
        handle(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
      const { port } = server.address() as AddressInfo;
      await use({ port, log, at: (site, path = '') => `http://${site && `${site}.`}localhost:${port}/${path}` });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ gallery }, use) => {
      const options = launchOptions({ port: gallery.port, fingerprint: '' }, { light: true });
      const args = options.args?.filter((arg) => !/host-resolver|certificate/.test(arg)) ?? [];
      // Nothing leaves this machine.
      args.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost');
      const browser = await chromium.launch({ ...options, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  /** What Askfirst and uncaught errors say, in the page and in its frames. */
  said: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('console', (message) => message.text().startsWith('[askfirst]') && said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      await use(said);
    },
    { auto: true },
  ],
});
