import type { Service, Source } from '../types.js';

/**
 * Necessary only where it protects a form that the visitor sends; on other pages it belongs to functional. With pre-clearance,
 * which is off by default, the site gets the cookie `cf_clearance` for as long as its Cloudflare zone says: an owner who
 * switches it on declares it.
 */
export const service = {
  id: 'cloudflare-turnstile',
  name: 'Cloudflare Turnstile',
  provider: 'Cloudflare, Inc.',
  country: 'US',
  category: 'necessary',
  policyUrl: 'https://www.cloudflare.com/privacypolicy/',
  hosts: ['challenges.cloudflare.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.cloudflare.com/en-au/turnstile-privacy-policy',
    'https://developers.cloudflare.com/turnstile/get-started/pre-clearance',
    'https://developers.cloudflare.com/turnstile/additional-configuration/hostname-management/pre-clearance',
    'https://www.consentstack.io/vendors/cloudflare-turnstile',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
