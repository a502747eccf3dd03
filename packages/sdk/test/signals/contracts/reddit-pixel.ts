import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: 'a2_abc123',
  script: 'https://www.redditstatic.com/ads/pixel.js',
  queued: {
    rdt: [
      ['init', 'a2_abc123', {}],
      ['track', 'PageVisit'],
    ],
  },
  globals: ['rdt'],
  brought: [['rdt', 'enableFirstPartyCookies']],
  withdrawn: [['rdt', 'disableFirstPartyCookies']],
  again: [['rdt', 'enableFirstPartyCookies']],
};
