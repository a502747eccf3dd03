/** Looks at the question without answering it. */
import type { Page } from 'playwright-core';
import type { Banner } from '../model.js';
import { ask, preTickedIn } from './ask.js';
import { buttonOf, waitForLayer, wayBack } from './layer.js';
import { LAYER_TIMEOUT, openSettings } from './steps.js';
import { wordsOfBanners } from './words.js';

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
