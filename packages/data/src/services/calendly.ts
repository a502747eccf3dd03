import type { Service, Source } from '../types.js';

/**
 * Its frame sets cookies of calendly.com, which are third-party and stay, and asks for consent in a banner of its own. A site
 * that hides that banner answers for those cookies itself.
 */
export const service = {
  id: 'calendly',
  name: 'Calendly',
  provider: 'Calendly LLC',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://calendly.com/legal/privacy-notice',
  hosts: ['*.calendly.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.calendly.com/hc/en-us/articles/4418236309399-Calendly-cookie-management-and-banner',
    'https://help.calendly.com/hc/en-us/articles/360007385493-Cookies-and-your-Calendly-experience',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
