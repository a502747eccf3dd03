import type { Service, Source, TagFacts } from '../types.js';

/**
 * Belongs to Contentsquare. The `userty.core` and `_cs_` entries are those of session replay, older and newer.
 */
export const service = {
  id: 'heap',
  name: 'Heap',
  provider: 'Heap Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.heap.io/privacy',
  hosts: ['heapanalytics.com', '*.heapanalytics.com', '*.heap-api.com'],
  // The vendor says 13 months minus 1 day.
  stores: [
    { name: '_hp2_id.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_hp2_ses_props.*', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_hp2_props.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_hp5_meta.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_hp5_event_props.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_hp5_let.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_cs_id', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_cs_s', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_cs_c', kind: 'cookie', lifetime: [13, 'month'] },
    { name: 'userty.core.p.*', kind: 'cookie', lifetime: [2, 'year'] },
    { name: 'userty.core.s.*', kind: 'cookie', lifetime: 'session' },
  ],
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'heap',
  early: false,
};

export const source: Source = {
  urls: [
    'https://help.heap.io/hc/en-us/articles/37271939081617-What-cookies-does-Heap-set-and-what-are-they-used-for',
    'https://help.heap.io/hc/en-us/articles/37271872515217-What-cookies-does-session-replay-set',
    'https://github.com/patrickhulce/third-party-web',
    'https://developers.heap.io/docs/web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
