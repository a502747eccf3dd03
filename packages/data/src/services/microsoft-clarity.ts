import type { Service, Source, TagFacts } from '../types.js';

/**
 * Session replay. While consent is denied a loaded tag records and uploads without cookies, and writes `_cltk`; at a withdrawal by `consentv2`
 * it deletes its cookies, but goes on uploading. `CLID`, `MUID`, `ANONCHK`, `SM` and `MR` of Microsoft's hosts are third-party cookies: the page
 * cannot remove them.
 */
export const service = {
  id: 'microsoft-clarity',
  name: 'Microsoft Clarity',
  provider: 'Microsoft Corporation',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://privacy.microsoft.com/en-us/privacystatement',
  hosts: ['*.clarity.ms', 'c.bing.com'],
  stores: [
    { name: '_clck', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_clsk', kind: 'cookie', lifetime: [1, 'day'] },
    { name: '_cltk', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://www.clarity.ms/tag/{id}';

export const tag: TagFacts = {
  api: 'clarity',
  early: false,
  id: { pattern: /^[a-z\d]{4,16}$/, example: 'abc123def4' },
};

export const source: Source = {
  urls: [
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2',
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cmp-integration-guide',
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-csp',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
