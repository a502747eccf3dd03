import type { Service, Source } from '../types.js';

/**
 * Read in version 7 of the SDK. The cookie lasts a year because the SDK counts returning visitors; with `trackAnonymousUser:
 * false` it lasts 4 hours. Older versions call it `_dd_s`. The session in it ends after 15 minutes without activity. With
 * `trackingConsent: 'not-granted'` the SDK waits. Data goes to hosts that differ by region, or through a proxy of the site.
 */
export const service = {
  id: 'datadog-rum',
  name: 'Datadog RUM',
  provider: 'Datadog, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.datadoghq.com/legal/privacy/',
  hosts: ['www.datadoghq-browser-agent.com'],
  stores: [
    { name: '_dd_s_v2', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_dd_s', kind: 'cookie', lifetime: 'unknown' },
    { name: '_dd_tab_id', kind: 'sessionStorage', lifetime: 'session' },
    { name: '_dd_c*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://github.com/DataDog/browser-sdk',
    'https://docs.datadoghq.com/account_management/billing/rum/',
    'https://datadoghq.dev/browser-sdk/interfaces/_datadog_browser-logs.InitConfiguration.html',
    'https://www.consentstack.io/vendors/datadog',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
