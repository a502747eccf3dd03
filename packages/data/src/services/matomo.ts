import type { KnownService, Source, TagFacts } from '../types.js';

/**
 * A site that runs Matomo itself adds its own host. The script sends and stores as soon as it loads, unless the page has called
 * `requireConsent`. `mtm_consent_removed` and `matomo_ignore` are not listed: they record a refusal, which a withdrawal must
 * not erase.
 */
export const service = {
  id: 'matomo',
  name: 'Matomo',
  provider: 'InnoCraft Limited',
  country: 'NZ',
  category: 'analytics',
  policyUrl: 'https://matomo.org/matomo-cloud-privacy-policy/',
  hosts: ['*.matomo.cloud'],
  endpoint: 'matomo.php',
  stores: [
    { name: '_pk_id.*', kind: 'cookie', lifetime: [13, 'month'] },
    { name: '_pk_ses.*', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_pk_ref.*', kind: 'cookie', lifetime: [6, 'month'] },
    { name: '_pk_cvar.*', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_pk_hsr.*', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: 'mtm_consent', kind: 'cookie', lifetime: [30, 'year'] },
    { name: 'mtm_cookie_consent', kind: 'cookie', lifetime: [30, 'year'] },
  ],
} as const satisfies KnownService;

export const tag: TagFacts = {
  api: 'matomo',
  early: false,
  id: { pattern: /^\d+$/, example: '1' },
};

export const source: Source = {
  urls: [
    'https://matomo.org/faq/general/faq_146/',
    'https://matomo.org/privacy-policy/cookies',
    'https://developer.matomo.org/guides/tracking-consent',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
