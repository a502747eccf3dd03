import type { Service, Source } from '../types.js';

/**
 * The script embed stores on the site itself, the frame on Wistia's host. It reports what each visitor watches, unless the
 * account is in Privacy Mode; after a yes `W.consent(true)` then allows it for that visitor, and `W.consent(false)` removes what
 * it stored to track.
 */
export const service = {
  id: 'wistia',
  name: 'Wistia',
  provider: 'Wistia, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://wistia.com/privacy',
  hosts: ['*.wistia.com', '*.wistia.net', '*.litix.io'],
  stores: [
    { name: 'wistia', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'wistia-video-progress-*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://docs.wistia.com/docs/player-privacy-mode',
    'https://docs.wistia.com/docs/how-to-create-a-wistia-friendly-content-security-policy-csp',
    'https://cookiedatabase.org/cookie/wistia/wistia-video-progress/',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
