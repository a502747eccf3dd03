import { expect } from '@playwright/test';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { Engine, Profile, Tab } from './engine.js';
import { find, standsStill } from './find.js';

/** What Chromium and Firefox have in common: Puppeteer, over either protocol. */
export async function puppeteerEngine(browser: Browser, close = async () => {}): Promise<Engine> {
  return {
    version: await browser.version(),
    async newProfile() {
      const context = await browser.createBrowserContext();
      return {
        newTab: async ({ javaScript = true } = {}) => {
          const page = await context.newPage();
          if (!javaScript) await page.setJavaScriptEnabled(false);
          return puppeteerTab(page);
        },
        close: () => context.close(),
      } satisfies Profile;
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

function puppeteerTab(page: Page): Tab {
  const tab: Tab = {
    async open(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    async back() {
      const from = page.url();
      // goBack() waits for a load event, which a page from the back/forward cache does not have.
      await page.evaluate(() => {
        setTimeout(() => history.back());
      });
      await expect
        .poll(() => page.evaluate(() => document.readyState === 'complete' && location.href).catch(() => from))
        .not.toBe(from);
    },
    evaluate: (run, ...args) => page.evaluate(run as never, ...args) as never,
    async click(path) {
      await page.bringToFront();
      await standsStill(tab, path);
      const handle = (await page.evaluateHandle(find, path)) as ElementHandle<HTMLElement>;
      await handle.click();
    },
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    cookies: async () => (await page.cookies()).map(({ name }) => name).sort(),
    cookieJar: async () =>
      (await page.browserContext().cookies()).map(({ name, domain, path, expires, httpOnly, secure }) => ({
        name,
        domain,
        path,
        ...(expires > 0 && { expires: expires * 1000 }),
        httpOnly: !!httpOnly,
        secure,
      })),
    async clearCookies() {
      const context = page.browserContext();
      await context.deleteCookie(...(await context.cookies()));
    },
    close: () => page.close(),
  };
  return tab;
}
