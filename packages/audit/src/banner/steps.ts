/** What answers are made of: a press that is looked after, the way to the second layer, a reject there. */
import type { Page } from 'playwright-core';
import { setSwitches } from './categories.js';
import { buttonOf, type Layer, layersOf, type Pressing, type Thing, waitForLayer } from './layer.js';
import type { Words } from './words.js';

/** A second layer comes with an animation, in milliseconds. */
export const LAYER_TIMEOUT = 3_000;

/** How a step went. */
export interface Step {
  readonly presses: number;
  /** Why it was not done, if it was not. */
  readonly problem: string | undefined;
}

/** Whether the question goes away with this button. */
async function goesAway(page: Page, button: Thing, timeout: number): Promise<boolean> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if (!(await button.isThere())) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** Presses, and sees whether the question goes away. Some tools want the answer saved besides. */
export async function pressAndLook(page: Page, button: Thing, words: Words, answering?: Pressing): Promise<Step> {
  await button.press(answering);
  if (await goesAway(page, button, LAYER_TIMEOUT)) return { presses: 1, problem: undefined };
  const layer = (await layersOf(page, words)).find(({ buttons }) => buttons.some(({ name }) => name === button.name));
  if (!layer) return { presses: 1, problem: undefined };
  const save = buttonOf(layer, 'save');
  if (save && button.role !== 'save') {
    await save.press();
    if (await goesAway(page, save, LAYER_TIMEOUT)) return { presses: 2, problem: undefined };
  }
  // A page that was not ready has not heard it: a visitor presses again.
  await button.press(answering);
  const isGone = await goesAway(page, button, LAYER_TIMEOUT);
  return { presses: 1, problem: isGone ? undefined : `“${button.name}” was pressed, and the question stayed.` };
}

/** Opens the second layer. */
export async function openSettings(page: Page, layer: Layer, words: Words): Promise<Layer | undefined> {
  const settings = buttonOf(layer, 'settings');
  if (!settings) return undefined;
  await settings.press();
  const isSecond = (next: Layer) =>
    next.switches.length > layer.switches.length ||
    (!!buttonOf(next, 'save') && !buttonOf(layer, 'save')) ||
    (!!buttonOf(next, 'reject') && !buttonOf(layer, 'reject'));
  return waitForLayer(page, words, LAYER_TIMEOUT, isSecond);
}

/** Refuses in a second layer: with its own reject, or with every switch off. Undefined where it has neither. */
export async function rejectIn(
  page: Page,
  layer: Layer,
  words: Words,
  answering?: Pressing,
): Promise<Step | undefined> {
  const button = buttonOf(layer, 'reject');
  if (button) return pressAndLook(page, button, words, answering);
  const save = buttonOf(layer, 'save');
  if (!save) return undefined;
  const { presses } = await setSwitches(layer, () => false);
  const saved = await pressAndLook(page, save, words, answering);
  return { ...saved, presses: presses + saved.presses };
}
