import type { Contract } from '../contract.js';

const ID32 = '0123456789abcdef0123456789abcdef';

export const contract: Contract = {
  tagId: ID32,
  script: `https://cdn.amplitude.com/script/${ID32}.js`,
  queued: {},
  globals: ['amplitude'],
  ready: [['amplitude.init', ID32, {}]],
  brought: [['amplitude.setOptOut', false]],
  withdrawn: [['amplitude.setOptOut', true]],
  again: [['amplitude.setOptOut', false]],
};
