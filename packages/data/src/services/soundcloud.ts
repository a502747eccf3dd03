import type { Service, Source } from '../types.js';

/**
 * Its frame sets cookies of soundcloud.com, among them `sc_anonymous_id`, which are third-party and stay; it has no mode without
 * them.
 */
export const service = {
  id: 'soundcloud',
  name: 'SoundCloud',
  provider: 'SoundCloud Global Limited & Co. KG',
  country: 'DE',
  category: 'functional',
  policyUrl: 'https://soundcloud.com/pages/privacy',
  hosts: ['*.soundcloud.com', '*.sndcdn.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://consentstack.io/vendors/soundcloud',
    'https://www.flowconsent.com/en/services/video/soundcloud',
    'https://pages.soundcloud.com/legal/cookie-policy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
