import type { Service, Source } from '../types.js';

/**
 * `uid` of criteo.com is a third-party cookie: the page cannot remove it. `cto_optout`, cookie and local storage, keeps a no for 390 days, so it
 * is not listed: a withdrawal must not remove it.
 */
export const service = {
  id: 'criteo',
  name: 'Criteo',
  provider: 'Criteo SA',
  country: 'FR',
  category: 'marketing',
  policyUrl: 'https://www.criteo.com/privacy/',
  hosts: ['*.criteo.com', '*.criteo.net'],
  stores: [
    { name: 'cto_bundle', kind: 'cookie', lifetime: [390, 'day'] },
    { name: 'cto_tld_test', kind: 'cookie', lifetime: 'session' },
    { name: 'cto_bundle', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://privacy.criteo.com/iab-europe/tcfv2/disclosure.json',
    'https://criteo.com/privacy-commitment',
    'https://cookiesentry.com/cookies/providers/criteo',
    'https://consentstack.io/vendors/criteo',
    'https://github.com/prebid/Prebid.js',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
