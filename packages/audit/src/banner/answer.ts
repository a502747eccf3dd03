import type { Page } from 'playwright-core';
import type { Banner } from '../model.js';
import { ask, preTickedIn } from './ask.js';
import { setSwitches } from './categories.js';
import type { Engine } from './engine.js';
import { buttonOf, type Pressing, waitForLayer, wayBack } from './layer.js';
import { allowServices } from './service-buttons.js';
import { LAYER_TIMEOUT, openSettings, pressAndLook, rejectIn } from './steps.js';
import { wordsOfBanners } from './words.js';

/** How an answer went: what was seen of the banner, and how often was pressed. */
export type Answered = Banner & {
  /** Whether the answer was given. */
  readonly isDone: boolean;
};

export interface AnswerOptions {
  /** Milliseconds in which the banner has to appear, and again once the visitor has scrolled. */
  readonly bannerTimeout: number;
  /** Does the press that answers, and no other: whoever passes it knows when that is. */
  readonly answering?: Pressing;
}

/** Some rules of the engine wait for half a minute. */
const ENGINE_TIMEOUT = 12_000;
const NO_BANNER = 'No question about consent was found on the page.';

type Answer = (page: Page, options: AnswerOptions) => Promise<Answered>;

/** @param problem Why it was not done, if it was not. */
const done = (banner: Banner, problem?: string, more: Partial<Banner> = {}): Answered => ({
  ...banner,
  ...more,
  ...(problem && { problem }),
  isDone: !problem,
});

/** Lets the engine answer by its rule for the tool. */
async function byRule(
  engine: Engine,
  action: 'optOut' | 'optIn',
  answering: Pressing = (press) => press(),
): ReturnType<Engine['answer']> {
  let answered = { isDone: false, presses: 0 };
  await answering(async () => {
    answered = await engine.answer(action, ENGINE_TIMEOUT);
    // It may have pressed before it gave up.
    return true;
  });
  return answered;
}

/**
 * Refuses everything, by the shortest way a visitor has: the button of the first layer, the rule of the engine for this tool, or the
 * second layer, with its own reject or with every switch off.
 */
export const reject: Answer = async (page, { bannerTimeout, answering }) => {
  const { words, layer, engine, banner } = await ask(page, bannerTimeout);
  try {
    const button = layer && buttonOf(layer, 'reject');
    if (button) {
      const { presses, problem } = await pressAndLook(page, button, words, answering);
      return done(banner, problem, { pressesToReject: presses });
    }
    if (engine.tool) {
      const { isDone, presses } = await byRule(engine, 'optOut', answering);
      if (isDone) return done(banner, undefined, presses ? { pressesToReject: presses } : {});
    }
    const second = layer && (await openSettings(page, layer, words));
    const refused = second && (await rejectIn(page, second, words, answering));
    if (refused) {
      const preTicked = [...new Set([...banner.preTicked, ...preTickedIn(second)])];
      return done(banner, refused.problem, { preTicked, pressesToReject: 1 + refused.presses });
    }
    return done(banner, banner.found ? 'The question was found, but no way to reject.' : NO_BANNER);
  } finally {
    await engine.stop();
  }
};

/** Agrees to everything. */
export const accept: Answer = async (page, { bannerTimeout, answering }) => {
  const { words, layer, engine, banner } = await ask(page, bannerTimeout);
  try {
    const button = layer && buttonOf(layer, 'accept');
    if (button) {
      const { presses, problem } = await pressAndLook(page, button, words, answering);
      return done(banner, problem, { pressesToAccept: presses });
    }
    if (engine.tool) {
      const { isDone, presses } = await byRule(engine, 'optIn', answering);
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
  async (page, { bannerTimeout, answering }) => {
    const { words, layer, engine, banner } = await ask(page, bannerTimeout);
    await engine.stop();
    if (!layer) return done(banner, NO_BANNER);
    const second = layer.switches[0] && buttonOf(layer, 'save') ? layer : await openSettings(page, layer, words);
    const save = second && buttonOf(second, 'save');
    if (!second || !save) return done(banner, 'No place was found to choose single purposes.');
    const preTicked = [...new Set([...banner.preTicked, ...preTickedIn(second)])];
    const { matched } = await setSwitches(second, category);
    // The first button of a service answers already.
    if (!matched && !(await allowServices(page, category, answering)))
      return done(banner, `No switch for “${category}” was found.`, { preTicked });
    const { problem } = await pressAndLook(page, save, words, matched ? answering : undefined);
    return done(banner, problem, { preTicked });
  };

/** Takes the answer back: by the way back to the question, and a reject there. */
export const withdraw: Answer = async (page, { answering }) => {
  const words = await wordsOfBanners();
  const banner: Banner = { found: true, preTicked: [] };
  const back = await wayBack(page, words);
  if (!back) return done(banner, 'No way back to the question was found, to withdraw the consent.');
  await back();
  const layer = await waitForLayer(page, words, LAYER_TIMEOUT);
  if (!layer) return done(banner, 'The way back to the question was pressed, and no question appeared.');
  const direct = await rejectIn(page, layer, words, answering);
  if (direct) return done(banner, direct.problem, { pressesToWithdraw: 1 + direct.presses });
  const second = await openSettings(page, layer, words);
  const refused = second && (await rejectIn(page, second, words, answering));
  if (!refused) return done(banner, 'The question was opened again, but it has no way to withdraw.');
  return done(banner, refused.problem, { pressesToWithdraw: 2 + refused.presses });
};
