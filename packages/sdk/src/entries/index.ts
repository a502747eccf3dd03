import type { Locale } from '@askfirst/data';
import type { Options } from '../policy/types.js';
import { decide, decideAll } from '../state/decide.js';
import { type CategoryOf, type ConsentManager, createConsentWith } from './create-consent.js';

const locales: Record<string, () => Promise<{ locale: Locale }>> = {
  en: () => import('@askfirst/data/locales/en'),
  de: () => import('@askfirst/data/locales/de'),
  es: () => import('@askfirst/data/locales/es'),
  fr: () => import('@askfirst/data/locales/fr'),
  th: () => import('@askfirst/data/locales/th'),
};

/**
 * Consent for a site. Does nothing in the page until `start()`.
 *
 * @throws Nothing. Wrong options are named in one console message, and everything stays denied.
 * @example
 * const consent = createConsent({ services: [googleAnalytics('G-XXXX')], policy: { url: '/privacy' } })
 * consent.start()
 */
export const createConsent = <const O extends Options>(options: O): ConsentManager<CategoryOf<O>> =>
  createConsentWith(options, {
    languages: Object.keys(locales),
    locale: (language) => (locales[language] as NonNullable<(typeof locales)[string]>)(),
    ui: () => import('./ask.js'),
    rules: () => import('../state/admit.js'),
    sweep: () => import('../effects/sweep.js'),
    markup: () => import('../effects/markup.js'),
    help: () => import('../help/explain.js'),
    page: (run) => {
      import('./page.js').then(run);
    },
    writer: (_, write) => write({ decide, decideAll }),
  });

export type { Locale, Regime, Service, StoredItem } from '@askfirst/data';
export type { CategoryOptions, Choice, Consent, ConsentRecord, ConsentModeOptions, GoogleSignal, Options, Reason, RegionalDefault, UiOptions } from '../policy/types.js';
export type { CategoryOf, ConsentManager };
