import type { Service, Source } from '../types.js';

/**
 * Posts and buttons. X uses the visit for personalization and sets cookies of its own hosts, which are third-party and stay;
 * `<meta name="twitter:dnt" content="on">` opts the page out of the former. A site that wants a yes to advertising for it
 * declares it as marketing.
 */
export const service = {
  id: 'x-embed',
  name: 'X posts',
  provider: 'X Corp.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://x.com/en/privacy',
  hosts: ['platform.twitter.com', 'syndication.twitter.com', '*.twimg.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://law-innovation-tech.notion.site/Twitter-X-37ba5962dbd080b1bb90ede4d96648fe?pvs=73',
    'https://consentstack.io/vendors/twitter-widget',
    'https://web.archive.org/web/20170428080118/https://dev.twitter.com/web/overview/privacy',
    'https://www.flowconsent.com/en/services/social-media/twitter-widgets',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
