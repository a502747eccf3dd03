import type { Server } from '../../harness/test.js';
import type { EngineName } from './installed.js';

/** Where an element is: a selector for each tree, first the document's, then that of each shadow root. */
export type Path = readonly string[];

export type Key = 'Tab' | 'Enter' | 'Escape' | 'Space';

export interface Cookie {
  name: string;
  domain: string;
  path: string;
  /** Milliseconds since the epoch. Without it the cookie ends with the browser's session. */
  expires?: number;
  httpOnly: boolean;
  secure: boolean;
}

export interface TabOptions {
  /** Default true. Only Chromium can do without. */
  javaScript?: boolean;
}

export interface Tab {
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The Back button. */
  back(): Promise<void>;
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Clicks with the pointer, once the element is there and stands still. */
  click(path: Path): Promise<void>;
  press(key: Key): Promise<void>;
  /** Names of the cookies this page has, `HttpOnly` ones as well. */
  cookies(): Promise<string[]>;
  /** The cookies of every host, `HttpOnly` ones as well. WebKit tells those of this page only. */
  cookieJar(): Promise<Cookie[]>;
  /** Empties it, as the browser's own settings do. */
  clearCookies(): Promise<void>;
  close(): Promise<void>;
}

/** A browser that remembers nothing of other tests. */
export interface Profile {
  newTab(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

export interface Engine {
  /** Name and version of the browser that runs. */
  readonly version: string;
  newProfile(): Promise<Profile>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  server: Server;
  /** Global Privacy Control by the browser's own setting, where it has one. */
  gpc: boolean;
  /** Chromium without a window: quicker, but without a cache for the Back button. */
  light: boolean;
}

/** Starts a browser. Only what the specs ask for is loaded. */
export async function startEngine(name: EngineName, options: LaunchOptions): Promise<Engine> {
  switch (name) {
    case 'chromium':
      return (await import('./chromium.js')).startChromium(options);
    case 'firefox':
      return (await import('./firefox.js')).startFirefox(options);
    case 'webkit':
      return (await import('./webkit.js')).startWebKit(options);
  }
}
