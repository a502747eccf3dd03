import type { Service, Source } from '../types.js';

/**
 * Its frame stores under Trustpilot's own host, among others `TP.uuid` and `TrustboxSplitTest_` with the business's id, which
 * are third-party and stay, and tells Trustpilot which page the visitor is on.
 */
export const service = {
  id: 'trustpilot',
  name: 'Trustpilot',
  provider: 'Trustpilot A/S',
  country: 'DK',
  category: 'functional',
  policyUrl: 'https://legal.trustpilot.com/for-reviewers/end-user-privacy-terms',
  hosts: ['*.trustpilot.com', 'cdn.trustpilot.net'],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://consentstack.io/vendors/trustpilot', 'https://www.stephensons.co.uk/site/help/cookie_details.html'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
