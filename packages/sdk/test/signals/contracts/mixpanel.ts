import { expect } from 'vitest';
import type { Contract } from '../contract.js';

const ID32 = '0123456789abcdef0123456789abcdef';

export const contract: Contract = {
  tagId: ID32,
  script: 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js',
  queued: { mixpanel: [['opt_in_tracking', { track: expect.any(Function) }]] },
  globals: ['mixpanel'],
  brought: [['mixpanel.opt_in_tracking', { track: expect.any(Function) }]],
  withdrawn: [['mixpanel.opt_out_tracking']],
  again: [['mixpanel.opt_in_tracking', { track: expect.any(Function) }]],
};
