import type { Service, Source } from '../types.js';

/**
 * The vendor's pages name only `is_returning`; the other names were seen in public code, without lifetimes, `_ce.clock_data`
 * with the visitor's IP address in it. It records clicks and sessions from the moment it loads. `window.CE_NO_COOKIES = true`,
 * set before it, keeps it from setting cookies, but not from recording.
 */
export const service = {
  id: 'crazy-egg',
  name: 'Crazy Egg',
  provider: 'Crazy Egg, Inc.',
  category: 'analytics',
  policyUrl: 'https://www.crazyegg.com/privacy',
  hosts: ['*.crazyegg.com', '*.cetrk.com', 'dnn506yrbagrg.cloudfront.net'],
  stores: [
    { name: 'is_returning', kind: 'cookie', lifetime: [5, 'year'] },
    { name: '_ce.*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_ceg.*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_ceir', kind: 'cookie', lifetime: 'unknown' },
    { name: '_CEFT', kind: 'cookie', lifetime: 'unknown' },
    { name: 'cebs', kind: 'cookie', lifetime: 'unknown' },
    { name: 'cebsp_*', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.crazyegg.com/article/103-new-vs-returning-visitors',
    'https://support.crazyegg.com/hc/en-us/articles/360054306594-Crazy-Egg-Privacy-Data-Practice',
    'https://obscurity.ie/pt-br/tags/crazyegg',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
