import type { Service, Source } from '../types.js';

/**
 * Pixel and recommendations of Outbrain Inc., since 2025 called Teads Holding Co. In Europe Outbrain UK Limited is the controller. Its cookie
 * with the visitor's id on outbrain.com is third-party: the page cannot remove it.
 */
export const service = {
  id: 'outbrain',
  name: 'Outbrain',
  provider: 'Teads Holding Co.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.outbrain.com/privacy/',
  hosts: ['*.outbrain.com', '*.outbrainimg.com'],
  stores: [{ name: 'dicbo_id', kind: 'cookie', lifetime: [7, 'day'] }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.outbrain.com/privacy/wp-json/privacy/v2/devicestorage.json',
    'https://www.outbrain.com/privacy/privacy-policy-outbrain-dsp/',
    'https://www.outbrain.com/legal',
    'https://github.com/prebid/Prebid.js',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
