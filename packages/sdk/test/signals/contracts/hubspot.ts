import type { Contract } from '../contract.js';

const hsp = (analytics: boolean, advertisement: boolean) => [
  '_hsp.push',
  ['setHubSpotConsent', { analytics, advertisement, functionality: false }],
];

export const contract: Contract = {
  tagId: '1234567',
  script: 'https://js.hs-scripts.com/1234567.js',
  queued: {
    disableHubSpotCookieBanner: true,
    _hsp: [['setHubSpotConsent', { analytics: false, advertisement: true, functionality: false }]],
    _hsq: [['doNotTrack', { track: true }]],
  },
  globals: ['_hsp', '_hsq'],
  brought: [hsp(false, true), ['_hsq.push', ['doNotTrack', { track: true }]]],
  withdrawn: [hsp(false, false), ['_hsq.push', ['doNotTrack']]],
  again: [hsp(false, true), ['_hsq.push', ['doNotTrack', { track: true }]]],
};
