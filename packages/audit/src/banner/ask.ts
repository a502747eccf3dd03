/** Waits for the question of a page, and says what it looks like. */
import type { Page } from 'playwright-core';
import type { Banner } from '../model.js';
import { type Engine, startEngine } from './engine.js';
import { buttonOf, type Layer, waitForLayer } from './layer.js';
import { type Words, wordsOfBanners } from './words.js';

export interface Asked {
  readonly words: Words;
  readonly layer: Layer | undefined;
  readonly engine: Engine;
  readonly banner: Banner;
}

/** Askfirst's own buttons need no rule. */
const NO_ENGINE: Engine = {
  tool: undefined,
  answer: async () => ({ isDone: false, presses: 0 }),
  stop: async () => {},
};

/** A visitor reads before pressing, and some tools show the question before they listen: tarteaucitron does. Milliseconds. */
const READ = 500;

/** Names of the switches that are on before the visitor touches them. */
export const preTickedIn = ({ switches }: Layer): string[] =>
  switches.filter(({ isOn, isLocked }) => isOn && !isLocked).map(({ name, about }) => name || about);

/** What the first layer shows, before anything is pressed. */
function firstLayer(layer: Layer, tool: string | undefined): Banner {
  return {
    found: true,
    tool: tool ?? 'words',
    ...(buttonOf(layer, 'accept') && { pressesToAccept: 1 }),
    ...(buttonOf(layer, 'reject') && { pressesToReject: 1 }),
    preTicked: preTickedIn(layer),
  };
}

const isAskfirst = (page: Page): Promise<boolean> =>
  page.evaluate(() => !!document.querySelector('askfirst-ui,askfirst-plain')).catch(() => false);

/**
 * Moves the pointer and scrolls a little. Some pages ask only then, and some load no script before:
 * https://docs.wp-rocket.me/article/1349-delay-javascript-execution
 */
async function stir(page: Page): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.move(240, 260);
  await page.mouse.wheel(0, 300);
}

/** Waits for the question, and lets the engine name the tool. @param timeout Milliseconds, and as many again once the visitor has moved. */
export async function ask(page: Page, timeout: number): Promise<Asked> {
  const words = await wordsOfBanners();
  const atOnce = await waitForLayer(page, words, timeout);
  if (!atOnce) await stir(page).catch(() => {});
  const shown = atOnce ?? (await waitForLayer(page, words, timeout));
  if (shown) await page.waitForTimeout(READ);
  const layer = shown && (await waitForLayer(page, words, timeout));
  const isOurs = await isAskfirst(page);
  const engine = layer && isOurs ? NO_ENGINE : await startEngine(page, layer ? 1_500 : 3_000);
  const tool = layer && isOurs ? 'askfirst' : engine.tool;
  const banner: Banner = layer ? firstLayer(layer, tool) : { found: !!tool, ...(tool && { tool }), preTicked: [] };
  return { words, layer, engine, banner };
}
