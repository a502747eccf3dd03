import {
  type ByCategory,
  type CategoryOf,
  type ConsentManager,
  createConsentWith,
  type Exact,
} from '../core/create-consent.js';
import { onePerPage } from '../core/one-per-page.js';
import type { Chunks, Loaders } from '../effects/loaders.js';
import { hasLayout } from '../env/browser.js';
import { own } from '../policy/own.js';
import type { Options } from '../policy/types.js';
import { decide, decideAll } from '../state/decide.js';

const chunks: { [K in keyof Chunks]: () => Promise<Chunks[K]> } = {
  rules: () => import('../chunks/rules.js'),
  withdrawal: () => import('../chunks/withdrawal.js'),
  signals: () => import('../chunks/signals.js'),
  ui: () => import('../chunks/ui.js'),
  plain: () => import('../chunks/plain.js'),
  words: () => import('../chunks/words.js'),
  help: () => import('../chunks/help.js'),
  markup: () => import('../chunks/markup.js'),
};

/** One for all instances: what Google has heard in this page, it has heard. */
const loaders: Loaders = {
  chunk: (name) => chunks[name]() as never,
  page: (state, env, loaders) => {
    // In a test's DOM nobody sees a question, so none is asked, and no tag runs.
    if (hasLayout())
      import('../chunks/page.js')
        .then((module) => module.runInPage(state, env, loaders))
        .catch((error) => state.inputs.report(['interface', error]));
  },
  passOn(state, verb, answer) {
    // An answer to wrong options would grant what the right ones do not. In a test's DOM nothing runs that it could grant.
    if (state.reconsider && state.areOptionsValid === undefined && hasLayout()) {
      state.setRegime(null);
      state.reconsider();
    }
    (verb === 'decide' ? decide : decideAll)(state, answer as never, 'api');
  },
};

/** What cannot be copied cannot be read either, which is said then. */
const ownOf = <O extends Options>(options: O): O => {
  try {
    return own(options);
  } catch {
    return options;
  }
};

/**
 * Consent for a site. Does nothing in the page until `start()`.
 *
 * @throws Nothing. Wrong options are named in one console message, and everything stays denied.
 * @example
 * const consent = createConsent({ services: [googleAnalytics('G-XXXX')], policy: { url: '/privacy' } })
 * consent.start()
 */
export const createConsent = <const O extends Options>(
  options: O & Exact<O>,
): ConsentManager<ByCategory<O>[keyof ByCategory<O>]> => onePerPage(createConsentWith<O>(ownOf(options), loaders));

export type { Locale, Regime, Service, StoredItem } from '@askfirst/data';
export { createTrack } from '../core/create-track.js';
export type {
  CategoryOptions,
  Choice,
  Consent,
  ConsentModeOptions,
  ConsentRecord,
  GoogleSignal,
  Options,
  Reason,
  RegionalDefault,
  UiOptions,
} from '../policy/types.js';
export type { CategoryOf, ConsentManager };
