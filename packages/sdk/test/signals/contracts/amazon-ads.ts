import type { Contract } from '../contract.js';

export const contract: Contract = {
  config: { countryCode: 'DE' },
  globals: ['amznConsent'],
  brought: [['amznConsent', { countryCode: 'DE', enableAdStorage: true, enableUserData: true }]],
  withdrawn: [['amznConsent', { countryCode: 'DE', enableAdStorage: false, enableUserData: false }]],
  again: [['amznConsent', { countryCode: 'DE', enableAdStorage: true, enableUserData: true }]],
};
