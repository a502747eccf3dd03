import type { Service, Source } from '../types.js';

/**
 * Read in version 6 of the embed library: the cookie is there if a closed form must not open again. A site can have the library
 * hand HubSpot's cookie `hubspotutk` to the form. Cookies of typeform.com are third-party and stay.
 */
export const service = {
  id: 'typeform',
  name: 'Typeform',
  provider: 'TYPEFORM S.L.',
  country: 'ES',
  category: 'functional',
  policyUrl: 'https://www.typeform.com/legal/privacy-policy',
  hosts: ['*.typeform.com', 'api.typeform.eu'],
  stores: [
    { name: 'tf-*', kind: 'cookie', lifetime: 'session' },
    { name: 'tfNotificationData', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://github.com/Typeform/embed', 'https://www.consentstack.io/vendors/typeform'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
