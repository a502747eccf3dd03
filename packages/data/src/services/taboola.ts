import type { Service, Source } from '../types.js';

/**
 * Pixel and recommendations. One more local entry ends with `:session-data`, after the publisher's own id: no pattern can name it, declare it
 * with your id. Cookies of taboola.com are third-party: the page cannot remove them.
 */
export const service = {
  id: 'taboola',
  name: 'Taboola',
  provider: 'Taboola.com Ltd.',
  country: 'IL',
  category: 'marketing',
  policyUrl: 'https://www.taboola.com/policies/privacy-policy',
  hosts: ['*.taboola.com', '*.taboolasyndication.com'],
  stores: [
    { name: 'trc_cookie_storage', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '_tb_sess_r', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '_tb_t_ppg', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: 'tb_click_param', kind: 'cookie', lifetime: [50, 'second'] },
    { name: 'cnx_roi', kind: 'cookie', lifetime: [30, 'day'] },
    { name: 'taboola global:*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'taboola:shopify:*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'tbl-exm-*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'tbl-session-referrer', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'tbl_rtus_id', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'tb_id', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'trc_cache*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'eng_mt.*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'pixel_allow_checkout_start', kind: 'localStorage', lifetime: 'persistent' },
    { name: '__tbwt', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://accessrequest.taboola.com/iab-tcf-v2-disclosure.json',
    'https://policies.taboola.com/en/cookie-policy',
    'https://developers.taboola.com/pixel/docs/add-the-base-pixel-manually',
    'https://investors.taboola.com/node/8336/html',
    'https://github.com/prebid/Prebid.js',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
