import type { Contract } from '../contract.js';

const alloy = (general: string) => [
  'alloy',
  'setConsent',
  { consent: [{ standard: 'Adobe', version: '1.0', value: { general } }] },
];

export const contract: Contract = {
  globals: ['alloy'],
  brought: [alloy('in')],
  withdrawn: [alloy('out')],
  again: [alloy('in')],
};
