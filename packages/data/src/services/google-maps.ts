import type { Service, Source } from '../types.js';

/**
 * Maps by frame or by script. It has no consent call: show a placeholder until the visitor agrees. Cookies of google.com are third-party:
 * the page cannot remove them. The script also loads Google Fonts, a service of its own. No source lists entries of the site's own storage.
 */
export const service = {
  id: 'google-maps',
  name: 'Google Maps',
  provider: 'Google',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: [
    'maps.googleapis.com',
    'maps.gstatic.com',
    'maps.google.com',
    'www.google.com',
    'khms.googleapis.com',
    'khms0.googleapis.com',
    'khms1.googleapis.com',
    'khms2.googleapis.com',
    'mts.googleapis.com',
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developers.google.com/maps/documentation/javascript/content-security-policy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
