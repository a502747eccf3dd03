import { type Contract, none } from '../contract.js';

export const contract: Contract = {
  tagId: '1234567',
  script: 'https://static.hotjar.com/c/hotjar-1234567.js?sv=6',
  queued: { hj: [], _hjSettings: { hjid: 1234567, hjsv: 6 } },
  globals: ['hj'],
  ...none,
};
