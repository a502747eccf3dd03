import { type Contract, none } from '../contract.js';

export const contract: Contract = {
  tagId: 'o1abc',
  script: 'https://static.ads-twitter.com/uwt.js',
  queued: { twq: [['config', 'o1abc']] },
  globals: ['twq'],
  ...none,
};
