import type { Page } from '@playwright/test';

/**
 * Puts the page into the background, or back into the foreground. No tab of a headless browser is ever hidden, so the page
 * is told what it would be told.
 */
export const switchTab = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
    Object.defineProperty(document, 'hidden', { configurable: true, value: now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

/** The page's clock goes on from there; timers run as before. */
export async function setClock(page: Page, at: string | undefined, offset = 0): Promise<void> {
  await page.clock.setSystemTime(Date.parse(at ?? '') + offset);
}
