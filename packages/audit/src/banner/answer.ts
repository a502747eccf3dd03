import type { Page } from 'playwright-core';
import type { Banner } from '../model.js';
import { setSwitches } from './categories.js';
import { type Engine, startEngine } from './engine.js';
import { buttonOf, type Layer, layersOf, type Thing, waitForLayer, wayBack } from './layer.js';
import { type Words, wordsOfBanners } from './words.js';

/** How an answer went: what was seen of the banner, and how often was pressed. */
export type Answered = Banner & {
  /** Whether the answer was given. */
  readonly isDone: boolean;
};

export interface AnswerOptions {
  /** Milliseconds in which the banner has to appear. */
  readonly bannerTimeout: number;
  /** Is called just before the press that answers: what the press causes lies after it. */
  readonly beforeAnswer: () => void | Promise<void>;
}

/** A second layer comes with an animation. */
const LAYER_TIMEOUT = 3_000;
/** Some rules of the engine wait for half a minute. */
const ENGINE_TIMEOUT = 12_000;

const preTickedIn = ({ switches }: Layer) =>
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

interface Asked {
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

/** Waits for the question, and lets the engine name the tool. */
async function ask(page: Page, timeout: number): Promise<Asked> {
  const words = await wordsOfBanners();
  const layer = await waitForLayer(page, words, timeout);
  const isOurs = await isAskfirst(page);
  const engine = layer && isOurs ? NO_ENGINE : await startEngine(page, layer ? 1_500 : 3_000);
  const tool = layer && isOurs ? 'askfirst' : engine.tool;
  const banner: Banner = layer ? firstLayer(layer, tool) : { found: !!tool, ...(tool && { tool }), preTicked: [] };
  return { words, layer, engine, banner };
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
async function pressAndLook(
  page: Page,
  button: Thing,
  words: Words,
  before: AnswerOptions['beforeAnswer'],
): Promise<{ presses: number; problem: string | undefined }> {
  await button.press(before);
  if (await goesAway(page, button, LAYER_TIMEOUT)) return { presses: 1, problem: undefined };
  const layer = (await layersOf(page, words)).find(({ buttons }) => buttons.some(({ name }) => name === button.name));
  if (!layer) return { presses: 1, problem: undefined };
  const save = buttonOf(layer, 'save');
  if (save && button.role !== 'save') {
    await save.press();
    if (await goesAway(page, save, LAYER_TIMEOUT)) return { presses: 2, problem: undefined };
  }
  return { presses: 1, problem: `“${button.name}” was pressed, and the question stayed.` };
}

/** Opens the second layer. */
async function openSettings(page: Page, layer: Layer, words: Words): Promise<Layer | undefined> {
  const settings = buttonOf(layer, 'settings');
  if (!settings) return undefined;
  await settings.press();
  const isSecond = (next: Layer) =>
    next.switches.length > layer.switches.length ||
    (!!buttonOf(next, 'save') && !buttonOf(layer, 'save')) ||
    (!!buttonOf(next, 'reject') && !buttonOf(layer, 'reject'));
  return waitForLayer(page, words, LAYER_TIMEOUT, isSecond);
}

type Answer = (page: Page, options: AnswerOptions) => Promise<Answered>;

/** @param problem Why it was not done, if it was not. */
const done = (banner: Banner, problem?: string, more: Partial<Banner> = {}): Answered => ({
  ...banner,
  ...more,
  ...(problem && { problem }),
  isDone: !problem,
});

const NO_BANNER = 'No question about consent was found on the page.';

/**
 * Refuses everything, by the shortest way a visitor has: the button of the first layer, the rule of the engine for this tool, or the
 * second layer, with its own reject or with every switch off.
 */
export const reject: Answer = async (page, { bannerTimeout, beforeAnswer }) => {
  const { words, layer, engine, banner } = await ask(page, bannerTimeout);
  try {
    const button = layer && buttonOf(layer, 'reject');
    if (button) {
      const { presses, problem } = await pressAndLook(page, button, words, beforeAnswer);
      return done(banner, problem, { pressesToReject: presses });
    }
    if (engine.tool) {
      await beforeAnswer();
      const { isDone, presses } = await engine.answer('optOut', ENGINE_TIMEOUT);
      if (isDone) return done(banner, undefined, presses ? { pressesToReject: presses } : {});
    }
    const second = layer && (await openSettings(page, layer, words));
    const refused = second && (await rejectIn(page, second, words, beforeAnswer));
    if (refused) {
      const preTicked = [...new Set([...banner.preTicked, ...preTickedIn(second)])];
      return done(banner, refused.problem, { preTicked, pressesToReject: 1 + refused.presses });
    }
    return done(banner, banner.found ? 'The question was found, but no way to reject.' : NO_BANNER);
  } finally {
    await engine.stop();
  }
};

/** Refuses in a second layer. */
async function rejectIn(
  page: Page,
  layer: Layer,
  words: Words,
  beforeAnswer: AnswerOptions['beforeAnswer'],
): Promise<{ presses: number; problem: string | undefined } | undefined> {
  const button = buttonOf(layer, 'reject');
  if (button) {
    return pressAndLook(page, button, words, beforeAnswer);
  }
  const save = buttonOf(layer, 'save');
  if (!save) return undefined;
  const { presses } = await setSwitches(layer, () => false);
  const saved = await pressAndLook(page, save, words, beforeAnswer);
  return { ...saved, presses: presses + saved.presses };
}

/** Agrees to everything. */
export const accept: Answer = async (page, { bannerTimeout, beforeAnswer }) => {
  const { words, layer, engine, banner } = await ask(page, bannerTimeout);
  try {
    const button = layer && buttonOf(layer, 'accept');
    if (button) {
      const { presses, problem } = await pressAndLook(page, button, words, beforeAnswer);
      return done(banner, problem, { pressesToAccept: presses });
    }
    if (engine.tool) {
      await beforeAnswer();
      const { isDone, presses } = await engine.answer('optIn', ENGINE_TIMEOUT);
      if (isDone) return done(banner, undefined, presses ? { pressesToAccept: presses } : {});
    }
    return done(banner, banner.found ? 'The question was found, but no way to accept.' : NO_BANNER);
  } finally {
    await engine.stop();
  }
};

/**
 * Agrees to one category alone.
 *
 * @param category `analytics`, or what the page calls it.
 */
export const acceptOnly =
  (category: string): Answer =>
  async (page, { bannerTimeout, beforeAnswer }) => {
    const { words, layer, engine, banner } = await ask(page, bannerTimeout);
    await engine.stop();
    if (!layer) return done(banner, NO_BANNER);
    const second = layer.switches[0] && buttonOf(layer, 'save') ? layer : await openSettings(page, layer, words);
    const save = second && buttonOf(second, 'save');
    if (!second || !save) return done(banner, 'No place was found to choose single purposes.');
    const preTicked = [...new Set([...banner.preTicked, ...preTickedIn(second)])];
    const { matched } = await setSwitches(second, category);
    if (!matched) return done(banner, `No switch for “${category}” was found.`, { preTicked });
    const { problem } = await pressAndLook(page, save, words, beforeAnswer);
    return done(banner, problem, { preTicked });
  };

/** Takes the answer back: by the way back to the question, and a reject there. */
export const withdraw: Answer = async (page, { beforeAnswer }) => {
  const words = await wordsOfBanners();
  const banner: Banner = { found: true, preTicked: [] };
  const back = await wayBack(page, words);
  if (!back) return done(banner, 'No way back to the question was found, to withdraw the consent.');
  await back();
  const layer = await waitForLayer(page, words, LAYER_TIMEOUT);
  if (!layer) return done(banner, 'The way back to the question was pressed, and no question appeared.');
  const direct = await rejectIn(page, layer, words, beforeAnswer);
  if (direct) return done(banner, direct.problem, { pressesToWithdraw: 1 + direct.presses });
  const second = await openSettings(page, layer, words);
  const refused = second && (await rejectIn(page, second, words, beforeAnswer));
  if (!refused) return done(banner, 'The question was opened again, but it has no way to withdraw.');
  return done(banner, refused.problem, { pressesToWithdraw: 2 + refused.presses });
};

/** Opens the question or the settings by the page's own way back; false where there is none. */
export async function openAgain(page: Page): Promise<boolean> {
  const words = await wordsOfBanners();
  const back = await wayBack(page, words);
  await back?.();
  return !!back && !!(await waitForLayer(page, words, LAYER_TIMEOUT));
}

/** What the question looks like, and the presses that each answer would take, in a browser that is thrown away afterwards. */
export async function inspect(page: Page, bannerTimeout: number): Promise<Banner> {
  const { words, layer, engine, banner } = await ask(page, bannerTimeout);
  await engine.stop();
  if (!layer) return banner;
  const second = await openSettings(page, layer, words);
  if (!second) return banner;
  const within = buttonOf(second, 'reject') ? 2 : buttonOf(second, 'save') ? 2 + preTickedIn(second).length : undefined;
  return {
    ...banner,
    preTicked: [...new Set([...banner.preTicked, ...preTickedIn(second)])],
    ...(!banner.pressesToReject && within && { pressesToReject: within }),
    ...(!banner.pressesToAccept && buttonOf(second, 'accept') && { pressesToAccept: 2 }),
  };
}
