import type { Service, Source, TagFacts } from '../types.js';

/**
 * With `setconsent` false from the start its files load, but nothing is sent, and earlier events are lost. `_pinterest_ct_ua` and other
 * cookies of pinterest.com are third-party: the page cannot remove them. It also keeps session storage, whose names no source gives.
 * One list says that `_epik` and `_derived_epik` end with the session; the longer time is shown.
 */
export const service = {
  id: 'pinterest-tag',
  name: 'Pinterest Tag',
  provider: 'Pinterest, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://policy.pinterest.com/en/privacy-policy',
  hosts: ['ct.pinterest.com', 's.pinimg.com'],
  stores: [
    { name: '_pin_unauth', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_epik', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_derived_epik', kind: 'cookie', lifetime: [1, 'year'] },
  ],
} as const satisfies Service;

export const script = 'https://s.pinimg.com/ct/core.js';

export const tag: TagFacts = {
  api: 'pinterest',
  early: false,
  id: { pattern: /^\d{10,16}$/, example: '2612345678901' },
};

export const source: Source = {
  urls: [
    'https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies',
    'https://help.pinterest.com/en/business/article/install-the-base-code',
    'https://github.com/jkwakman/Open-Cookie-Database',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
