import type { Contract } from '../contract.js';

export const contract: Contract = {
  tagId: '2612345678901',
  script: 'https://s.pinimg.com/ct/core.js',
  queued: { pintrk: [['setconsent', true], ['load', '2612345678901', {}], ['page']] },
  globals: ['pintrk'],
  brought: [['pintrk', 'setconsent', true]],
  withdrawn: [['pintrk', 'setconsent', false]],
  again: [['pintrk', 'setconsent', true]],
};
