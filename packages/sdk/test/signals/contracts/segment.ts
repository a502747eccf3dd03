import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
  script: 'https://cdn.segment.com/analytics.js/v1/AbCdEfGhIjKlMnOpQrStUvWxYz012345/analytics.min.js',
  queued: { analytics: [['page']] },
  globals: ['analytics'],
  brought: [],
  withdrawn: [['analytics.reset']],
  again: [],
};
