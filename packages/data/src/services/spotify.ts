import type { Service, Source } from '../types.js';

/**
 * The embedded player. Its frame sets cookies of spotify.com, among them `sp_t` and `sp_landing`, which are third-party and
 * stay. The pixel for Spotify's ads is another service.
 */
export const service = {
  id: 'spotify',
  name: 'Spotify',
  provider: 'Spotify AB',
  country: 'SE',
  category: 'functional',
  policyUrl: 'https://www.spotify.com/legal/privacy-policy/',
  hosts: ['*.spotify.com', '*.scdn.co'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.consentstack.io/vendors/spotify',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
