import type { Service, Source, TagFacts } from '../types.js';

/**
 * Opted out by default, the script sends nothing, but still writes `__mp_opt_in_out_*` and `mp_tab_id_*`, so it must not load
 * before a yes. `__mp_opt_in_out_*` is not listed: it records a refusal, which a withdrawal must not erase. A site that sends events
 * through a host of its own adds that host.
 */
export const service = {
  id: 'mixpanel',
  name: 'Mixpanel',
  provider: 'Mixpanel, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://mixpanel.com/legal/privacy-policy/',
  hosts: ['*.mixpanel.com', '*.mxpnl.com'],
  // The cookie is `mp_`, the token of the site, and `_mixpanel`.
  stores: [
    { name: 'mp_*', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'mp_tab_id_*', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'mp_gen_new_tab_id_*', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js';

export const tag: TagFacts = {
  api: 'mixpanel',
  early: false,
  id: { pattern: /^[\da-f]{32}$/, example: '0123456789abcdef0123456789abcdef' },
};

export const source: Source = {
  urls: ['https://github.com/mixpanel/mixpanel-js', 'https://github.com/patrickhulce/third-party-web'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
