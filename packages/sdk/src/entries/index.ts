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
  law: () => import('../chunks/law.js'),
  words: () => import('../chunks/words.js'),
  help: () => import('../chunks/help.js'),
  markup: () => import('../chunks/markup.js'),
};

/** One for all instances, because Google's denied default is pushed once per page. */
const loaders: Loaders = {
  chunk: (name) => chunks[name]() as never,
  page: (state, env, loaders) => {
    // In jsdom and happy-dom nobody can see a question, so none is asked, and no tag runs.
    if (hasLayout())
      import('../chunks/page.js')
        .then((module) => module.runInPage(state, env, loaders))
        .catch((error) => state.inputs.report(['interface', error]));
  },
  passOn(state, verb, answer) {
    // The options are checked before an answer counts: invalid ones could grant too much. In jsdom nothing runs that could be granted.
    if (state.reconsider && state.areOptionsValid === undefined && hasLayout()) {
      state.setRegime(null);
      state.reconsider();
    }
    (verb === 'decide' ? decide : decideAll)(state, answer as never, 'api');
  },
};

/** Options that cannot be copied cannot be read either: `createConsentWith` reports them. */
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
 * @throws Nothing. One console message names what is wrong with the options, and what it is about stays denied.
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
