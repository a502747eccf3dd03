import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: '123456789012345',
  config: { dataProcessingOptions: [['LDU'], 0, 0] },
  script: 'https://connect.facebook.net/en_US/fbevents.js',
  queued: {
    fbq: [
      ['dataProcessingOptions', ['LDU'], 0, 0],
      ['consent', 'grant'],
      ['init', '123456789012345', {}],
      ['track', 'PageView'],
    ],
  },
  globals: ['fbq'],
  brought: [['fbq', 'consent', 'grant']],
  withdrawn: [['fbq', 'consent', 'revoke']],
  // It would send what happened in between.
  again: [],
};
