import { expect, type Page } from '@playwright/test';
import type { ConsentManager } from 'askfirst';

/** An entry of `dataLayer`: a gtag command as its arguments, anything else as it is. */
export interface Entry {
  command?: unknown[];
  length?: number;
  object?: Record<string, unknown>;
  array?: unknown[];
}

export const SIGNALS = [
  'ad_personalization',
  'ad_storage',
  'ad_user_data',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const;

/** All denied but security, as the first default has to be. */
export const DENIED = Object.fromEntries(
  SIGNALS.map((signal) => [signal, signal === 'security_storage' ? 'granted' : 'denied']),
);

/** Reads `dataLayer` and keeps apart what Google keeps apart. */
export const dataLayer = (page: Page): Promise<Entry[]> =>
  page.evaluate(() =>
    (window.dataLayer ?? []).map((entry) => {
      if (Array.isArray(entry)) return { array: [...entry] };
      if (Object.prototype.toString.call(entry) !== '[object Arguments]') return { object: { ...entry } };
      const command = [...(entry as IArguments)].map((item) => (item instanceof Date ? 'date' : item));
      return { command, length: command.length };
    }),
  );

/** The gtag commands with a name, for example all of `consent`. */
export const commands = async (page: Page, name: string): Promise<unknown[][]> =>
  (await dataLayer(page)).flatMap(({ command }) => (command?.[0] === name ? [command] : []));

/** The values of all consent updates. */
export const updates = async (page: Page): Promise<Record<string, string>[]> =>
  (await commands(page, 'consent')).filter((c) => c[1] === 'update').map((c) => c[2] as Record<string, string>);

export type ConsentNow = ReturnType<ConsentManager['$consent']['get']>;

/** Waits for the core, which the fast path loads late, and says what is granted. */
export async function consent(page: Page): Promise<ConsentNow> {
  await page.waitForFunction(() => window.askfirst?.$consent);
  return page.evaluate(() => window.askfirst.$consent.get());
}

/** Decides through the page's own code and waits until that holds, for what changes a choice may have to be fetched. */
export async function decide(page: Page, choice: Record<string, boolean>): Promise<void> {
  await consent(page);
  await page.evaluate((wanted) => window.askfirst.decide(wanted), choice);
  await expect.poll(async () => (await consent(page)).granted).toMatchObject(choice);
}

export const storedText = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('askfirst'));

/** The stored record, or null. */
export async function stored(page: Page): Promise<NonNullable<ReturnType<ConsentManager['record']>>> {
  const text = await storedText(page);
  return JSON.parse(text ?? 'null');
}

/** Paths of the tags of tags.example.net (and of inline tags) that ran, in order. */
export const ran = (page: Page): Promise<string[]> => page.evaluate(() => window.ran ?? []);

/**
 * Long enough for anything that was about to happen: at least `ms`, and longer where the page is slow to answer, because the machine does
 * other work, too.
 */
export async function settle(page: Page, ms = 400): Promise<void> {
  await page.waitForLoadState();
  const start = Date.now();
  // A page that is about to reload itself does not answer.
  for (let trip = 0; trip < TRIPS; trip += 1) await page.evaluate(() => 0).catch(() => {});
  await page.waitForTimeout(Math.max(ms, ((Date.now() - start) / TRIPS) * 40));
}
const TRIPS = 3;

export const googleHost =
  /^(www\.googletagmanager\.com|[\w.-]*google-analytics\.com|[\w.-]*google\.com|[\w.-]*doubleclick\.net|[\w.-]*googlesyndication\.com)\//;
