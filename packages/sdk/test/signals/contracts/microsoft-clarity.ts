import type { Contract } from '../contract.js';

const clarity = (analytics: string) => ['clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: analytics }];

export const contract: Contract = {
  tagId: 'abc123',
  script: 'https://www.clarity.ms/tag/abc123',
  queued: { clarity: [['consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }]] },
  globals: ['clarity'],
  brought: [clarity('granted')],
  withdrawn: [clarity('denied')],
  again: [clarity('granted')],
};
