import type { Service, Source, TagFacts } from '../types.js';

/**
 * The visitor's id is set as soon as the messenger loads, whether or not anybody opens it. `Intercom('shutdown')` ends the
 * session and removes its cookie; the script itself stays. Sites in most of the world have their contract with the Irish
 * company.
 */
export const service = {
  id: 'intercom',
  name: 'Intercom',
  provider: 'Intercom R&D Unlimited Company',
  country: 'IE',
  category: 'functional',
  policyUrl: 'https://www.intercom.com/legal/privacy',
  hosts: ['*.intercom.io', '*.intercomcdn.com'],
  stores: [
    { name: 'intercom-id-*', kind: 'cookie', lifetime: [9, 'month'] },
    { name: 'intercom-device-id-*', kind: 'cookie', lifetime: [9, 'month'] },
    { name: 'intercom-session-*', kind: 'cookie', lifetime: [1, 'week'] },
    { name: 'intercom.*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const script = 'https://widget.intercom.io/widget/{id}';

export const tag: TagFacts = {
  api: 'intercom',
  early: false,
  id: { pattern: /^[a-z\d]{6,12}$/, example: 'abc12345' },
};

export const source: Source = {
  urls: [
    'https://www.intercom.com/help/en/articles/2361922',
    'https://preferences.intercom.com/legal/product-privacy-notice',
    'https://intercom.com/es/legal/privacy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
