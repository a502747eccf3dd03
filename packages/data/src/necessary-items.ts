import type { NecessaryItem, Source } from './types.js';

/**
 * Usual names of what a site stores because it would not work without it, apart from services of the catalogue and the records of the
 * consent tools in `tools/`. A name proves nothing: a site may keep anything in it.
 */
export const necessaryItems: readonly NecessaryItem[] = [
  { name: 'the consent record of Askfirst', stores: ['askfirst', 'askfirst.*'] },
  { name: 'a session of PHP', stores: ['PHPSESSID'] },
  { name: 'a session of Jakarta Servlet', stores: ['JSESSIONID'] },
  { name: 'a session of ASP.NET', stores: ['ASP.NET_SessionId', 'ASPSESSIONID*', '.AspNetCore.Session'] },
  { name: 'the protection of forms of ASP.NET', stores: ['__RequestVerificationToken*', '.AspNetCore.Antiforgery.*'] },
  { name: 'a session of Express', stores: ['connect.sid'] },
  { name: 'a session of Laravel', stores: ['laravel_session', 'XSRF-TOKEN'] },
  { name: 'a session of Django', stores: ['sessionid', 'csrftoken'] },
  {
    name: 'a sign-in of Auth.js',
    stores: [
      'next-auth.*',
      '__Host-next-auth.*',
      '__Secure-next-auth.*',
      'authjs.*',
      '__Host-authjs.*',
      '__Secure-authjs.*',
    ],
  },
  { name: 'a sign-in of WordPress', stores: ['wordpress_logged_in_*', 'wordpress_sec_*', 'wordpress_test_cookie'] },
  {
    name: 'the cart of WooCommerce',
    stores: ['woocommerce_cart_hash', 'woocommerce_items_in_cart', 'wp_woocommerce_session_*'],
  },
  { name: 'a protection of Cloudflare', stores: ['__cf_bm', 'cf_clearance', '__cflb', '_cfuvid', '__cfruid'] },
  {
    name: 'a load balancer of Amazon',
    stores: ['AWSALB', 'AWSALBCORS', 'AWSALBTG', 'AWSALBTGCORS', 'AWSALBAPP-*', 'AWSELB', 'AWSELBCORS'],
  },
  { name: 'a load balancer of Azure', stores: ['ARRAffinity', 'ARRAffinitySameSite', 'ApplicationGatewayAffinity*'] },
  { name: 'a protection of Imperva', stores: ['incap_ses_*', 'visid_incap_*', 'nlbi_*'] },
  { name: 'a protection of Akamai', stores: ['_abck', 'ak_bmsc', 'bm_sz', 'bm_sv', 'bm_mi'] },
  {
    name: 'the record of a consent tool',
    stores: [
      'OptanonConsent',
      'OptanonAlertBoxClosed',
      'CookieConsentBulkSetting*',
      'cmplz_*',
      'didomi_token',
      'euconsent-v2',
      'uc_settings',
      'uc_user_interaction',
      'usprivacy',
      '_iub_cs-*',
      'osano_consentmanager*',
      'CookieScriptConsent',
      'notice_preferences',
      'notice_gdpr_prefs',
      'cookie_notice_accepted',
      'borlabs-cookie',
      'FCCDCF',
    ],
  },
];

/** What each is for was read in these lists; sessions of frameworks are their default names. */
export const source: Source = {
  urls: [
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html',
  ],
  reviewedOn: '2026-11-29',
  confidence: 'secondary',
};
