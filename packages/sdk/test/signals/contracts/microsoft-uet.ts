import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: '12345678',
  script: 'https://bat.bing.com/bat.js',
  queued: { uetq: ['consent', 'default', { ad_storage: 'granted' }] },
  globals: ['uetq'],
  brought: [['uetq.push', 'consent', 'update', { ad_storage: 'granted' }]],
  withdrawn: [['uetq.push', 'consent', 'update', { ad_storage: 'denied' }]],
  again: [['uetq.push', 'consent', 'update', { ad_storage: 'granted' }]],
};
