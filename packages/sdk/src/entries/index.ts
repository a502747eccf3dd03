import type { Locale } from '@askfirst/data';
import type { Chunks } from '../effects/loaders.js';
import type { Options } from '../policy/types.js';
import * as writer from '../state/decide.js';
import { type CategoryOf, type ConsentManager, createConsentWith, type Exact } from './create-consent.js';
import { languages } from './languages.js';

const locales: Record<string, () => Promise<{ locale: Locale }>> = {
  en: () => import('@askfirst/data/locales/en'),
  de: () => import('@askfirst/data/locales/de'),
  es: () => import('@askfirst/data/locales/es'),
  fr: () => import('@askfirst/data/locales/fr'),
  th: () => import('@askfirst/data/locales/th'),
};

const chunks: { [K in keyof Chunks]: () => Promise<Chunks[K]> } = {
  ui: () => import('./ask.js'),
  rules: () => import('../state/admit.js'),
  sweep: () => import('../effects/sweep.js'),
  markup: () => import('../effects/markup.js'),
  help: () => import('./tell.js'),
};

/**
 * Consent for a site. Does nothing in the page until `start()`.
 *
 * @throws Nothing. Wrong options are named in one console message, and everything stays denied.
 * @example
 * const consent = createConsent({ services: [googleAnalytics('G-XXXX')], policy: { url: '/privacy' } })
 * consent.start()
 */
export const createConsent = <const O extends Options>(options: O & Exact<O>): ConsentManager<CategoryOf<O>> =>
  createConsentWith<O>(options, {
    chunk: (name) => chunks[name]() as never,
    languages,
    locale: (language) => (locales[language] as NonNullable<(typeof locales)[string]>)(),
    page: (state, env, loaders) => {
      // It may have been stopped meanwhile.
      import('./page.js').then(({ runInPage }) => env.stops[0] && runInPage(state, env, loaders));
    },
    write: (state, verb, answer) => writer[verb](state, answer as never, 'api'),
  });

export type { Locale, Regime, Service, StoredItem } from '@askfirst/data';
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
