import type { Service, Source, TagFacts } from '../types.js';

/**
 * With `optOut` the script sends nothing, but still sets its cookie, so it must not load before a yes. At an opt-out its
 * entries stay. The two entries of the session were measured with 2.45.0 of its package.
 */
export const service = {
  id: 'amplitude',
  name: 'Amplitude',
  provider: 'Amplitude, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://amplitude.com/privacy',
  hosts: ['*.amplitude.com'],
  stores: [
    { name: 'AMP_*', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'AMP_unsent_*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'AMP_remote_config_*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'AMP_URL_INFO', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'AMP_PAGE_VIEW', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://cdn.amplitude.com/script/{id}.js';

export const tag: TagFacts = {
  api: 'amplitude',
  early: false,
  id: { pattern: /^[\da-f]{32}$/, example: '0123456789abcdef0123456789abcdef' },
};

export const source: Source = {
  urls: [
    'https://amplitude.com/docs/get-started/cookies-and-consent-management',
    'https://www.npmjs.com/package/@amplitude/analytics-browser',
    'https://github.com/patrickhulce/third-party-web',
    'https://amplitude.com/docs/get-started/install-with-snippet',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
