import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { Server } from './server.mjs';

const ADDRESS = '/virtual-screen-reader.js';
const library = readFileSync(new URL(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')));

/** Puts the library where pages of the site can import it. */
export const installScreenReader = (server: Server) =>
  server.reply(ADDRESS, { type: 'text/javascript', body: library });

/**
 * What a screen reader says of an element, from its beginning to its end, as the library simulates it: one line for each step. The
 * library does not enter shadow roots by itself, but reads an element inside one.
 *
 * @param act What is done once the end is reached; what is announced then comes last.
 */
export async function spoken(element: Locator, act?: () => Promise<void>): Promise<string[]> {
  const reader = await element.evaluateHandle(async (container, address) => {
    const { Virtual } = await import(address);
    const virtual = new Virtual();
    await virtual.start({ container });
    const [first] = await virtual.spokenPhraseLog();
    for (let steps = 0; steps < 500 && (await virtual.lastSpokenPhrase()) !== `end of ${first}`; steps += 1)
      await virtual.next();
    return virtual;
  }, ADDRESS);
  await act?.();
  const lines: string[] = await reader.evaluate((virtual) => virtual.spokenPhraseLog());
  await reader.evaluate((virtual) => virtual.stop());
  // The library says a dialog twice if it begins in it, and announces a line again when its class changes. No screen reader does.
  return lines.filter((line, index) => line !== lines[index - 1] && line !== 'polite: ');
}
