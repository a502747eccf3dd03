import type { Service, Source } from '../types.js';

/**
 * The cookie was read in a copy of the widget. It also keeps an entry in localStorage whose name is the widget's token: the
 * owner declares that one. The vendor's page lists the cookies of its own hosts, which are third-party and stay.
 */
export const service = {
  id: 'freshchat',
  name: 'Freshchat',
  provider: 'Freshworks Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.freshworks.com/privacy/',
  hosts: ['*.freshchat.com', '*.freshworksapi.com'],
  stores: [{ name: '_fw_crm_v', kind: 'cookie', lifetime: 'unknown' }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://raw.githubusercontent.com/barionleg/Tribar/master/wchat/freshchat/com/js/widget.js',
    'https://support.freshchat.com/en/support/solutions/articles/50000002310-freshchat-cookies',
    'https://www.consentstack.io/vendors/freshworks',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
