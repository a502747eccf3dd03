import type { Service, Source } from '../types.js';

/**
 * The visitor's id is set as soon as the widget loads, before anybody opens the chat, and shows the operators which pages a
 * visitor reads.
 */
export const service = {
  id: 'tawk',
  name: 'tawk.to',
  provider: 'tawk.to inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.tawk.to/privacy-policy/',
  hosts: ['*.tawk.to'],
  stores: [
    { name: 'tawk_uuid_*', kind: 'cookie', lifetime: [6, 'month'] },
    { name: 'twk_idm_key', kind: 'cookie', lifetime: 'session' },
    { name: 'TawkConnectionTime', kind: 'cookie', lifetime: 'session' },
    { name: 'twk_token_*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.tawk.to/article/what-are-tawkto-cookies-and-what-do-they-do',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
