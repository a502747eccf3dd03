import type { Service, Source } from '../types.js';

/**
 * The player is a frame, so that all it stores is third-party and the page cannot remove it: `VISITOR_INFO1_LIVE` and
 * `VISITOR_PRIVACY_METADATA` for 6 months, `YSC` for the session, `yt-remote-*` in its local storage. www.youtube-nocookie.com limits
 * personalisation, but stores even before the video plays: show a placeholder until the visitor agrees.
 */
export const service = {
  id: 'youtube',
  name: 'YouTube',
  provider: 'Google',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.youtube.com', 'www.youtube-nocookie.com', '*.ytimg.com', '*.ggpht.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.google.com/youtube/answer/171780',
    'https://kukie.io/blog/youtube-embeds-cookie-consent',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
