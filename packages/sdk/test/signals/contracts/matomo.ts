import type { Contract } from '../contract.js';

export const contract: Contract = {
  globals: ['_paq'],
  brought: [['_paq.push', ['setConsentGiven']]],
  withdrawn: [['_paq.push', ['forgetConsentGiven']]],
  // It would send what happened in between.
  again: [],
};
