import type { Contract } from '../contract.js';

export const contract: Contract = {
  globals: ['wf'],
  brought: [
    ['wf.ready', '() => …'],
    ['wf.allowUserTracking', { activate: true }],
  ],
  withdrawn: [['wf.ready', '() => …'], ['wf.denyUserTracking']],
  again: [
    ['wf.ready', '() => …'],
    ['wf.allowUserTracking', { activate: true }],
  ],
};
