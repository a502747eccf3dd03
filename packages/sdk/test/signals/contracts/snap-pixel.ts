import { type Contract, none } from '../contract.js';

export const contract: Contract = {
  tagId: '12345678-90ab-cdef-1234-567890abcdef',
  script: 'https://sc-static.net/scevent.min.js',
  queued: {
    snaptr: [
      ['init', '12345678-90ab-cdef-1234-567890abcdef', {}],
      ['track', 'PAGE_VIEW'],
    ],
  },
  globals: ['snaptr'],
  ...none,
};
