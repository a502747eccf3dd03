import type { Service, Source, TagFacts } from '../types.js';

/**
 * Even with `holdConsent` a loaded pixel sets its cookies and session entries before a yes, and sends the held events at `grantConsent`; cookies
 * stay at a withdrawal. Its cookie of tiktok.com is third-party: the page cannot remove it. The provider is the one for Europe; TikTok Inc. is
 * it in the US, TikTok Pte. Ltd. elsewhere.
 */
export const service = {
  id: 'tiktok-pixel',
  name: 'TikTok Pixel',
  provider: 'TikTok Technology Limited',
  country: 'IE',
  category: 'marketing',
  policyUrl: 'https://www.tiktok.com/legal/page/eea/privacy-policy/en',
  hosts: ['analytics.tiktok.com', 'analytics-ipv6.tiktokw.us'],
  stores: [
    { name: '_ttp', kind: 'cookie', lifetime: [390, 'day'] },
    { name: '_tt_enable_cookie', kind: 'cookie', lifetime: [390, 'day'] },
    { name: 'ttcsid', kind: 'cookie', lifetime: [390, 'day'] },
    { name: 'ttcsid_*', kind: 'cookie', lifetime: [390, 'day'] },
    { name: 'ttclid', kind: 'cookie', lifetime: [1, 'day'] },
    { name: 'tt_sessionId', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'tt_appInfo*', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'tt_adInfo', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'tt_pixel_session_index', kind: 'sessionStorage', lifetime: 'session' },
    { name: 'tt_hold_events', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid={id}&lib=ttq';

export const tag: TagFacts = {
  api: 'tiktok',
  early: false,
  id: { pattern: /^[A-Z\d]{16,24}$/, example: 'C4A5B6D7E8F9G0H1I2J3' },
};

export const source: Source = {
  urls: [
    'https://ads.tiktok.com/help/article?aid=10007540',
    'https://www.tiktok.com/legal/page/global/partner-privacy-policy/en',
    'https://tiktokshop-sales.com/privacy-policy',
    'https://www.consentstack.io/vendors/tiktok',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
