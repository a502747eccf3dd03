import type { Source, Tracker } from './types.js';

/**
 * Vendors that measure or advertise, as far as the catalogue does not say by what they are recognised: it has no such vendor, its row has
 * fewer names, or it has a host that the vendor uses for other things as well. `www.facebook.com` also serves logins, so it is not here.
 */
export const trackers: readonly Tracker[] = [
  {
    name: 'Google Analytics',
    hosts: ['*.google-analytics.com', 'analytics.google.com', '*.analytics.google.com'],
    stores: ['_ga', '_ga_*', '_gid', '_gat*', '_gac_*', 'FPID', 'FPLC'],
  },
  {
    name: 'Google Ads',
    hosts: ['*.googleadservices.com', '*.googlesyndication.com', '*.doubleclick.net'],
    stores: ['_gcl_*', 'IDE', 'test_cookie'],
  },
  { name: 'Meta Pixel', hosts: ['connect.facebook.net'], stores: ['_fbp', '_fbc'] },
  { name: 'Microsoft Clarity', hosts: ['*.clarity.ms'], stores: ['_clck', '_clsk', '_cltk', 'CLID', 'ANONCHK'] },
  {
    name: 'LinkedIn Insight Tag',
    hosts: ['snap.licdn.com', 'px.ads.linkedin.com'],
    stores: ['li_fat_id', 'li_adsId', 'li_sugr', 'UserMatchHistory', 'AnalyticsSyncHistory'],
  },
  {
    name: 'Pinterest Tag',
    hosts: ['ct.pinterest.com'],
    stores: ['_pin_unauth', '_epik', '_derived_epik', '_pinterest_ct*'],
  },
  {
    name: 'X Ads',
    hosts: ['*.ads-twitter.com', 'analytics.twitter.com'],
    stores: ['_twclid', 'personalization_id', 'muc_ads'],
  },
  { name: 'Matomo', hosts: ['*.matomo.cloud'], stores: ['_pk_id*', '_pk_ses*', '_pk_ref*', '_pk_cvar*'] },
  { name: 'PostHog', hosts: ['*.posthog.com'], stores: ['ph_phc_*', '__ph_opt_in_out_*'] },
  { name: 'Mixpanel', hosts: ['*.mixpanel.com', '*.mxpnl.com'], stores: ['__mp_opt_in_out_*', 'mp_tab_id_*'] },
  {
    name: 'HubSpot',
    hosts: ['*.hs-analytics.net', '*.hs-scripts.com', '*.hsadspixel.net'],
    stores: ['__hstc', 'hubspotutk', '__hssc', '__hssrc'],
  },
  {
    name: 'Adobe Experience Cloud',
    hosts: ['*.omtrdc.net', '*.2o7.net', '*.demdex.net'],
    stores: ['kndctr_*', 'AMCV_*', 's_ecid', 's_vi'],
  },
];

/** Names were seen in runs of the vendors' files, or read in these lists; hosts are those of the second list. */
export const source: Source = {
  urls: [
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
    'https://support.google.com/analytics/answer/11397207',
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2',
    'https://developers.facebook.com/docs/meta-pixel/implementation/gdpr',
  ],
  reviewedOn: '2026-11-28',
};
