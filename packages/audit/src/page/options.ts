import type { Page } from 'playwright-core';
import type { BrowserOptions } from '../browser/index.js';

export interface VisitOptions {
  /**
   * Milliseconds that are waited after the page has loaded and after each answer, for what comes late.
   *
   * @default 8000
   */
  readonly quiet?: number;
  /**
   * Milliseconds that the visitor reads after scrolling, and on a second page.
   *
   * @default 3000
   */
  readonly dwell?: number;
  /**
   * Milliseconds until a page has to answer, and again until it has to have loaded.
   *
   * @default 30000
   */
  readonly timeout?: number;
  /**
   * Milliseconds in which a banner has to appear once the page has loaded, and again once the visitor has scrolled.
   *
   * @default 3000
   */
  readonly bannerTimeout?: number;
  /** Size of the window in CSS pixels. @default { width: 1280, height: 800 } */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** BCP 47 tag of the visitor's language. @default 'en-US' */
  readonly locale?: string;
  /**
   * What the visitor does once the question is answered, or left alone: opens further pages, signs in, buys something. It takes the place
   * of what the state would do next, and the question itself is not looked at.
   *
   * @example { act: async (page) => { for (const path of ['/pricing', '/about']) await page.goto(new URL(path, page.url()).href); } }
   */
  readonly act?: (page: Page) => Promise<void>;
  /** Folder for pictures of each moment; without one, none are taken. It has to exist. */
  readonly screenshots?: string;
  /** Cookies and storage to begin with, such as those of somebody who has signed in: see `prepare`. */
  readonly storageState?: BrowserOptions['storageState'];
  /** Further flags of the browser. */
  readonly args?: readonly string[];
  /** Path of the browser, instead of the one that is found. */
  readonly executablePath?: string;
}

/** What the owner's script of `--prepare` exports: signs in, in a browser of its own. */
export type Prepare = (page: Page) => Promise<void>;

export const DEFAULTS = {
  quiet: 8_000,
  dwell: 3_000,
  timeout: 30_000,
  bannerTimeout: 3_000,
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
} as const;

export type Settings = VisitOptions & Required<Pick<VisitOptions, keyof typeof DEFAULTS>>;

/** The browser that a visit wants. @param flags further ones of this visit */
export const browserOptions = (
  { viewport, locale, storageState, args = [], executablePath }: Settings,
  flags: readonly string[] = [],
): BrowserOptions => ({
  args: [...flags, ...args],
  context: { viewport, locale, acceptDownloads: false },
  ...(storageState !== undefined && { storageState }),
  ...(executablePath !== undefined && { executablePath }),
});
