import type { Service, Source, TagFacts } from '../types.js';

/**
 * Events often go through a host of the site's own, which the owner adds. Even when it is opted out by default, the script asks
 * for its configuration and flags with an id of the visitor, so it must not load before a yes. `__ph_opt_in_out_*` is not listed: it
 * records a refusal, and without it the script goes on (measured with 1.400.0 of its package), so that a withdrawal must not erase it.
 */
export const service = {
  id: 'posthog',
  name: 'PostHog',
  provider: 'PostHog, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://posthog.com/privacy',
  hosts: ['*.posthog.com'],
  // The names go on with the key of the site's project, which starts with `phc_`.
  stores: [
    { name: 'ph_phc_*', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'ph_phc_*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ph_phc_*', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://us-assets.i.posthog.com/static/array.js';

export const tag: TagFacts = {
  api: 'posthog',
  early: false,
  id: { pattern: /^phc_\w+$/, example: 'phc_abc123' },
};

export const source: Source = {
  urls: [
    'https://posthog.com/docs/libraries/js/persistence',
    'https://github.com/PostHog/posthog-js',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
