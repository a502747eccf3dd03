import type { Service, Source, TagFacts } from '../types.js';

/**
 * Universal Event Tracking. With its consent default denied a loaded tag sends hits to bat.bing.net without cookies; at a withdrawal it goes on
 * so and leaves its entries. The tag can load Clarity, which is a service of its own. `MUID` of Microsoft's hosts is a third-party cookie, 1 year:
 * the page cannot remove it.
 */
export const service = {
  id: 'microsoft-uet',
  name: 'Microsoft Advertising',
  provider: 'Microsoft Corporation',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://privacy.microsoft.com/en-us/privacystatement',
  hosts: ['bat.bing.com', 'bat.bing.net'],
  stores: [
    { name: '_uetsid', kind: 'cookie', lifetime: [1, 'day'] },
    { name: '_uetvid', kind: 'cookie', lifetime: [390, 'day'] },
    { name: '_uetmsclkid', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_uetsid', kind: 'localStorage', lifetime: 'persistent' },
    { name: '_uetvid', kind: 'localStorage', lifetime: 'persistent' },
    { name: '_uetmsclkid', kind: 'localStorage', lifetime: 'persistent' },
    { name: '_uetsid_exp', kind: 'localStorage', lifetime: 'persistent' },
    { name: '_uetvid_exp', kind: 'localStorage', lifetime: 'persistent' },
    { name: '_uetmsclkid_exp', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const script = 'https://bat.bing.com/bat.js';

export const tag: TagFacts = {
  api: 'uet',
  early: false,
  id: { pattern: /^\d{5,12}$/, example: '12345678' },
};

export const source: Source = {
  urls: [
    'https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent',
    'https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_parameters_table',
    'https://c15t.com/docs/integrations/microsoft-uet',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
