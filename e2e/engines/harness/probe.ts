import { expect } from '@playwright/test';
import type { Server } from '../../harness/test.js';
import type { Tab } from './engine.js';

export { googleHost } from '../../harness/probe.js';

/** What the specs' own lines in a page leave on `window`. */
declare global {
  interface Window {
    /** `pageshow.persisted` of the last time the page was shown. */
    restored: boolean;
    /** When the page heard of a grant or its end, in milliseconds since the epoch. */
    heardAt: number[];
  }
}

export const granted = (tab: Tab, category = 'analytics'): Promise<boolean | undefined> =>
  tab.evaluate((key) => window.askfirst?.$consent?.get().granted[key], category);

/** Waits for the core and until it says so. */
export const isGranted = (tab: Tab, wanted: boolean, category = 'analytics') =>
  expect.poll(() => granted(tab, category), { intervals: [20, 50, 100], message: `${category} granted` }).toBe(wanted);

export const reason = (tab: Tab, category: string): Promise<string | undefined> =>
  tab.evaluate((key) => window.askfirst.$consent.get().reasons[key], category);

export const storedText = (tab: Tab): Promise<string | null> => tab.evaluate(() => localStorage.getItem('askfirst'));

/** Paths of the tags that ran, in order. */
export const ran = (tab: Tab): Promise<string[]> => tab.evaluate(() => window.ran ?? []);

/** Waits until just these ran, in this order. */
export const haveRun = (tab: Tab, names: string[]) => expect.poll(() => ran(tab)).toEqual(names);

/** What stands in `dataLayer`, in short: `consent default denied`, `event consent_update`, `config G-TEST1`. */
export const dataLayer = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() =>
    (window.dataLayer ?? []).map((entry) => {
      if (Object.prototype.toString.call(entry) !== '[object Arguments]')
        return `event ${(entry as Record<string, unknown>).event}`;
      const [command, name, values] = entry as unknown as [string, unknown, Record<string, string>?];
      if (command === 'consent') return `consent ${name} ${values?.analytics_storage}`;
      return command === 'js' ? command : `${command} ${name}`;
    }),
  );

/** Waits until a request that matches has arrived so many times. */
export const arrived = (server: Server, match: string | RegExp, times = 1) =>
  expect.poll(() => server.requests(match), { message: `requests for ${match}` }).toHaveLength(times);

/** Long enough for what must not happen. */
export const settle = (ms = 400) => new Promise<void>((resolve) => setTimeout(resolve, ms));
