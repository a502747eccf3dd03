import type { Locale } from '@askfirst/data';
import type { Options } from '../policy/types.js';
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
    ui: () => import('../ui/mount.js'),
    regimes: () => import('@askfirst/data/regimes'),
    sweep: () => import('../effects/sweep.js'),
    help: () => import('../help/explain.js'),
    languages: Object.keys(locales),
    locale: (language) => (locales[language] as NonNullable<(typeof locales)[string]>)(),
  });

export type { Locale, Regime, Service, StoredItem } from '@askfirst/data';
export type { CategoryOptions, Choice, Consent, ConsentRecord, ConsentModeOptions, GoogleSignal, Options, Reason, RegionalDefault, UiOptions } from '../policy/types.js';
export type { CategoryOf, ConsentManager };
