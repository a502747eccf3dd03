import { expect } from 'vitest';

/** What a vendor's code sees: every call, in order, of anything under its name in `window`. */
export function vendor(name: string, calls: unknown[]): unknown {
  const at = (path: string): unknown =>
    new Proxy(() => {}, {
      get: (_, key) => (key === 'nodeType' || typeof key === 'symbol' ? undefined : at(`${path}.${String(key)}`)),
      set: (_, key, value) => calls.push([`${path}.${String(key)} =`, value]) > 0,
      apply(_, _this, args) {
        calls.push([path, ...args.map((arg) => (typeof arg === 'function' ? '() => …' : arg))]);
        // `wf.ready` and `Shopify.loadFeatures` call back.
        for (const arg of args) if (typeof arg === 'function') arg();
        return at(path);
      },
    });
  return at(name);
}

interface Contract {
  /** A site's id, by which Askfirst loads the vendor's script. */
  readonly tagId?: string;
  readonly config?: object;
  /** The address that is requested after the yes. */
  readonly script?: string;
  /** What stands in `window` when the script arrives, by name. Lists and queues as their entries. */
  readonly queued?: Readonly<Record<string, unknown>>;
  /** What the vendor's code puts into `window`, and what it hears then. */
  readonly globals?: readonly string[];
  readonly ready?: readonly unknown[];
  /** If the site itself brings the vendor's code: what that hears once it is there. */
  readonly brought?: readonly unknown[];
  /** What the vendor hears at a withdrawal, and at a yes after it in the same page. */
  readonly withdrawn: readonly unknown[];
  readonly again: readonly unknown[];
}

const ID32 = '0123456789abcdef0123456789abcdef';
const hsp = (analytics: boolean, advertisement: boolean) => [
  '_hsp.push',
  ['setHubSpotConsent', { analytics, advertisement, functionality: false }],
];
const shopify = (analytics: boolean) => [
  'Shopify.customerPrivacy.setTrackingConsent',
  { analytics, marketing: false, preferences: false, sale_of_data: false },
  '() => …',
];
const wordpress = (statistics: string) => [
  ['wp_set_consent', 'functional', 'allow'],
  ['wp_set_consent', 'preferences', 'deny'],
  ['wp_set_consent', 'statistics-anonymous', statistics],
  ['wp_set_consent', 'statistics', statistics],
  ['wp_set_consent', 'marketing', 'deny'],
];
const sentry = (enabled: boolean) => [
  ['Sentry.getClient'],
  ['Sentry.getClient.getOptions'],
  ['Sentry.getClient.getOptions.enabled =', enabled],
];
const alloy = (general: string) => [
  'alloy',
  'setConsent',
  { consent: [{ standard: 'Adobe', version: '1.0', value: { general } }] },
];
const clarity = (analytics: string) => ['clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: analytics }];
const switchOf = (name: string, on: string, off: string) => ({
  globals: [name.split('.')[0] as string],
  brought: [[on]],
  withdrawn: [[off]],
  again: [[on]],
});
/** No switch: its requests are refused after a withdrawal. */
const none = { brought: [], withdrawn: [], again: [] };

/** What each vendor of the catalogue that has a protocol is told, by id, from a yes to its category alone. */
export const contracts: Readonly<Record<string, Contract>> = {
  'microsoft-clarity': {
    tagId: 'abc123',
    script: 'https://www.clarity.ms/tag/abc123',
    queued: { clarity: [['consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }]] },
    globals: ['clarity'],
    brought: [clarity('granted')],
    withdrawn: [clarity('denied')],
    again: [clarity('granted')],
  },
  'microsoft-uet': {
    tagId: '12345678',
    script: 'https://bat.bing.com/bat.js',
    queued: { uetq: ['consent', 'default', { ad_storage: 'granted' }] },
    globals: ['uetq'],
    brought: [['uetq.push', 'consent', 'update', { ad_storage: 'granted' }]],
    withdrawn: [['uetq.push', 'consent', 'update', { ad_storage: 'denied' }]],
    again: [['uetq.push', 'consent', 'update', { ad_storage: 'granted' }]],
  },
  'meta-pixel': {
    tagId: '123456789012345',
    config: { dataProcessingOptions: [['LDU'], 0, 0] },
    script: 'https://connect.facebook.net/en_US/fbevents.js',
    queued: {
      fbq: [
        ['dataProcessingOptions', ['LDU'], 0, 0],
        ['consent', 'grant'],
        ['init', '123456789012345', {}],
        ['track', 'PageView'],
      ],
    },
    globals: ['fbq'],
    brought: [['fbq', 'consent', 'grant']],
    withdrawn: [['fbq', 'consent', 'revoke']],
    // It would send what happened in between.
    again: [],
  },
  'tiktok-pixel': {
    tagId: 'C4A5B6D7E8F9G0H1I2J3',
    script: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C4A5B6D7E8F9G0H1I2J3&lib=ttq',
    queued: { ttq: [['grantConsent'], ['page']] },
    ...switchOf('ttq', 'ttq.grantConsent', 'ttq.revokeConsent'),
  },
  'pinterest-tag': {
    tagId: '2612345678901',
    script: 'https://s.pinimg.com/ct/core.js',
    queued: { pintrk: [['setconsent', true], ['load', '2612345678901', {}], ['page']] },
    globals: ['pintrk'],
    brought: [['pintrk', 'setconsent', true]],
    withdrawn: [['pintrk', 'setconsent', false]],
    again: [['pintrk', 'setconsent', true]],
  },
  'reddit-pixel': {
    tagId: 'a2_abc123',
    script: 'https://www.redditstatic.com/ads/pixel.js',
    queued: {
      rdt: [
        ['init', 'a2_abc123', {}],
        ['track', 'PageVisit'],
      ],
    },
    globals: ['rdt'],
    brought: [['rdt', 'enableFirstPartyCookies']],
    withdrawn: [['rdt', 'disableFirstPartyCookies']],
    again: [['rdt', 'enableFirstPartyCookies']],
  },
  'snap-pixel': {
    tagId: '12345678-90ab-cdef-1234-567890abcdef',
    script: 'https://sc-static.net/scevent.min.js',
    queued: {
      snaptr: [
        ['init', '12345678-90ab-cdef-1234-567890abcdef', {}],
        ['track', 'PAGE_VIEW'],
      ],
    },
    globals: ['snaptr'],
    ...none,
  },
  'linkedin-insight': {
    tagId: '1234567',
    script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    queued: { _linkedin_partner_id: '1234567', _linkedin_data_partner_ids: ['1234567'], lintrk: [] },
    globals: ['lintrk'],
    ...none,
  },
  'x-pixel': {
    tagId: 'o1abc',
    script: 'https://static.ads-twitter.com/uwt.js',
    queued: { twq: [['config', 'o1abc']] },
    globals: ['twq'],
    ...none,
  },
  hotjar: {
    tagId: '1234567',
    script: 'https://static.hotjar.com/c/hotjar-1234567.js?sv=6',
    queued: { hj: [], _hjSettings: { hjid: 1234567, hjsv: 6 } },
    globals: ['hj'],
    ...none,
  },
  matomo: {
    globals: ['_paq'],
    brought: [['_paq.push', ['setConsentGiven']]],
    withdrawn: [['_paq.push', ['forgetConsentGiven']]],
    // It would send what happened in between.
    again: [],
  },
  posthog: {
    tagId: 'phc_abc123',
    config: { api_host: 'https://eu.i.posthog.com' },
    script: 'https://eu-assets.i.posthog.com/static/array.js',
    queued: { posthog: [['opt_in_capturing', { captureEventName: false }]] },
    globals: ['posthog'],
    brought: [['posthog.opt_in_capturing', { captureEventName: false }]],
    withdrawn: [['posthog.opt_out_capturing']],
    again: [['posthog.opt_in_capturing', { captureEventName: false }]],
  },
  mixpanel: {
    tagId: ID32,
    script: 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js',
    queued: { mixpanel: [['opt_in_tracking', { track: expect.any(Function) }]] },
    globals: ['mixpanel'],
    brought: [['mixpanel.opt_in_tracking', { track: expect.any(Function) }]],
    withdrawn: [['mixpanel.opt_out_tracking']],
    again: [['mixpanel.opt_in_tracking', { track: expect.any(Function) }]],
  },
  amplitude: {
    tagId: ID32,
    script: `https://cdn.amplitude.com/script/${ID32}.js`,
    queued: {},
    globals: ['amplitude'],
    ready: [['amplitude.init', ID32, {}]],
    brought: [['amplitude.setOptOut', false]],
    withdrawn: [['amplitude.setOptOut', true]],
    again: [['amplitude.setOptOut', false]],
  },
  heap: switchOf('heap', 'heap.startTracking', 'heap.stopTracking'),
  hubspot: {
    tagId: '1234567',
    script: 'https://js.hs-scripts.com/1234567.js',
    queued: {
      disableHubSpotCookieBanner: true,
      _hsp: [['setHubSpotConsent', { analytics: false, advertisement: true, functionality: false }]],
      _hsq: [['doNotTrack', { track: true }]],
    },
    globals: ['_hsp', '_hsq'],
    brought: [hsp(false, true), ['_hsq.push', ['doNotTrack', { track: true }]]],
    withdrawn: [hsp(false, false), ['_hsq.push', ['doNotTrack']]],
    again: [hsp(false, true), ['_hsq.push', ['doNotTrack', { track: true }]]],
  },
  segment: {
    tagId: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
    script: 'https://cdn.segment.com/analytics.js/v1/AbCdEfGhIjKlMnOpQrStUvWxYz012345/analytics.min.js',
    queued: { analytics: [['page']] },
    globals: ['analytics'],
    brought: [],
    withdrawn: [['analytics.reset']],
    again: [],
  },
  intercom: {
    tagId: 'abc12345',
    script: 'https://widget.intercom.io/widget/abc12345',
    queued: { intercomSettings: { app_id: 'abc12345' }, Intercom: [] },
    globals: ['Intercom'],
    brought: [],
    withdrawn: [['Intercom', 'shutdown']],
    again: [['Intercom', 'boot', { app_id: 'abc12345', disabled: false }]],
  },
  sentry: {
    globals: ['Sentry'],
    brought: sentry(true),
    // Off first: Session Replay sends what it has once it stops.
    withdrawn: [...sentry(false), ['Sentry.getReplay'], ['Sentry.getReplay.stop']],
    again: [...sentry(true), ['Sentry.getReplay'], ['Sentry.getReplay.start']],
  },
  'adobe-web-sdk': { globals: ['alloy'], brought: [alloy('in')], withdrawn: [alloy('out')], again: [alloy('in')] },
  'amazon-ads': {
    config: { countryCode: 'DE' },
    globals: ['amznConsent'],
    brought: [['amznConsent', { countryCode: 'DE', enableAdStorage: true, enableUserData: true }]],
    withdrawn: [['amznConsent', { countryCode: 'DE', enableAdStorage: false, enableUserData: false }]],
    again: [['amznConsent', { countryCode: 'DE', enableAdStorage: true, enableUserData: true }]],
  },
  webflow: {
    globals: ['wf'],
    brought: [
      ['wf.ready', '() => …'],
      ['wf.allowUserTracking', { activate: true }],
    ],
    withdrawn: [['wf.ready', '() => …'], ['wf.denyUserTracking']],
    again: [
      ['wf.ready', '() => …'],
      ['wf.allowUserTracking', { activate: true }],
    ],
  },
  // They hear every category. In these tests `analytics` is what is granted and withdrawn.
  shopify: { globals: ['Shopify'], brought: [shopify(true)], withdrawn: [shopify(false)], again: [shopify(true)] },
  'wp-consent-api': {
    globals: ['wp_set_consent'],
    brought: wordpress('allow'),
    withdrawn: wordpress('deny'),
    again: wordpress('allow'),
  },
};
