import type { Source, Tracker } from './types.js';

/**
 * Vendors that measure or advertise. The catalogue's services are recognised by their own rows. A host is listed if the vendor uses
 * it for that: `www.facebook.com` also serves logins, so it is not here.
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
  {
    name: 'Microsoft Advertising',
    hosts: ['bat.bing.com', 'bat.bing.net'],
    stores: ['_uetsid', '_uetvid', '_uetmsclkid'],
  },
  { name: 'Microsoft Clarity', hosts: ['*.clarity.ms'], stores: ['_clck', '_clsk', '_cltk', 'CLID', 'ANONCHK'] },
  {
    name: 'TikTok Pixel',
    hosts: ['analytics.tiktok.com'],
    stores: ['_ttp', '_tt_enable_cookie', 'ttcsid', 'ttcsid_*', 'ttclid'],
  },
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
    name: 'Snap Pixel',
    hosts: ['tr.snapchat.com'],
    stores: ['_scid', '_scid_r', '_sctr', '_ScCbts', 'u_sclid*', 'u_scsid*'],
  },
  { name: 'Reddit Pixel', hosts: ['www.redditstatic.com'], stores: ['_rdt_uuid', '_rdt_cid'] },
  {
    name: 'X Ads',
    hosts: ['*.ads-twitter.com', 'analytics.twitter.com'],
    stores: ['_twclid', 'personalization_id', 'muc_ads'],
  },
  { name: 'Hotjar', hosts: ['*.hotjar.com', '*.hotjar.io'], stores: ['_hjSession*'] },
  { name: 'Matomo', hosts: ['*.matomo.cloud'], stores: ['_pk_id*', '_pk_ses*', '_pk_ref*', '_pk_cvar*'] },
  { name: 'PostHog', hosts: ['*.posthog.com'], stores: ['ph_phc_*', '__ph_opt_in_out_*'] },
  { name: 'Mixpanel', hosts: ['*.mixpanel.com', '*.mxpnl.com'], stores: ['__mp_opt_in_out_*', 'mp_tab_id_*'] },
  { name: 'Amplitude', hosts: ['*.amplitude.com'], stores: ['AMP_*'] },
  {
    name: 'Segment',
    hosts: ['cdn.segment.com', '*.segment.io'],
    stores: ['ajs_anonymous_id', 'ajs_user_id', 'ajs_group_id'],
  },
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
