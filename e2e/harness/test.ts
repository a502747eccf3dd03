import { test as base, chromium, expect, type Page } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { html, type PageParts } from './html.js';
import { type Server, SITE, startServer } from './server.mjs';

export type { Page, Server };
export { expect, SITE };

/** What the page said, collected from its first moment. */
export interface Said {
  /** Console warnings and errors, except the browser's own about failed requests. */
  messages: string[];
  /** Everything in the console. */
  console: string[];
  /** Uncaught errors. A spec fails if there is one at the end. */
  errors: string[];
  /** `directive blocked-uri` of each content security policy violation. */
  violations: string[];
}

interface TestFixtures {
  said: Said;
  /** Puts a page made from parts on the site, or on the host of a whole address, and opens it. */
  visit: (parts?: PageParts, path?: string, headers?: Record<string, string>) => Promise<void>;
}

interface WorkerFixtures {
  /** One server for each worker, so that logs never mix. */
  server: Server;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // A new context for each spec takes a third more processor time. Playwright empties this one of all but Cache Storage.
  reuseContext: [true, { scope: 'worker', option: true }],

  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  browser: [
    async ({ server }, use) => {
      const browser = await chromium.launch(launchOptions(server, { light: true }));
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  said: [
    async ({ page, server }, use) => {
      server.reset();
      const said: Said = { messages: [], console: [], errors: [], violations: [] };
      page.on('console', (message) => {
        said.console.push(message.text());
        const loud = message.type() === 'warning' || message.type() === 'error';
        if (loud && !message.text().startsWith('Failed to load resource')) said.messages.push(message.text());
      });
      page.on('pageerror', (error) => said.errors.push(String(error)));
      await page.exposeFunction('reportViolation', (violation: string) => said.violations.push(violation));
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          window.reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
        });
      });
      await use(said);
      expect(said.errors, 'uncaught errors').toEqual([]);
    },
    { auto: true },
  ],

  visit: async ({ page, server, said }, use) => {
    void said;
    await use(async (parts = {}, path = '/', headers) => {
      server.page(path, html(parts), headers);
      await page.goto(new URL(path, SITE).href);
    });
  },
});
