import type { Service, Source, TagFacts } from '../types.js';

/**
 * The Web SDK (`alloy`). Configure it with `defaultConsent: 'out'`: with `pending` it keeps what the visitor does before the answer, and
 * sends it at a yes. `AMCV_*`, `s_ecid` and `s_vi` are of Adobe's older code; the longer of two times is shown. `demdex` is a third-party
 * cookie: the page cannot remove it. `kndctr_*_consent` holds the answer itself, and goes with the rest.
 */
export const service = {
  id: 'adobe-web-sdk',
  name: 'Adobe Experience Platform Web SDK',
  provider: 'Adobe Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.adobe.com/privacy/policy.html',
  hosts: ['*.adobedc.net', '*.demdex.net'],
  stores: [
    { name: 'kndctr_*', kind: 'cookie', lifetime: [24, 'month'] },
    { name: 'AMCV_*', kind: 'cookie', lifetime: [24, 'month'] },
    { name: 's_ecid', kind: 'cookie', lifetime: [24, 'month'] },
    { name: 's_vi', kind: 'cookie', lifetime: [24, 'month'] },
    { name: 'com.adobe.alloy.*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'adobe',
  early: false,
};

export const source: Source = {
  urls: ['https://github.com/adobe/alloy'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
