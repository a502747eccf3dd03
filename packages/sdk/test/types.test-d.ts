/** Compiled, never run: each line behind `@ts-expect-error` must not compile, every other line must. */
import {
  type CategoryOf,
  type CategoryOptions,
  type Choice,
  type Consent,
  type ConsentManager,
  type ConsentModeOptions,
  type ConsentRecord,
  createConsent,
  type GoogleSignal,
  type Locale,
  type Options,
  type Reason,
  type Regime,
  type RegionalDefault,
  type Service,
  type StoredItem,
  type UiOptions,
} from 'askfirst';
import { type Asked, type Contrasts, type Drawn, type Finding, onQuestion, type Question } from 'askfirst/headless';
import { googleAnalytics, googleTagManager } from 'askfirst/services';

/** Every published type, so that none is lost unnoticed. */
export type Published = [
  CategoryOptions,
  Choice,
  ConsentModeOptions,
  ConsentRecord,
  GoogleSignal,
  Locale,
  Reason,
  RegionalDefault,
  Regime,
  Service,
  StoredItem,
  UiOptions,
];

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

// Every option there is, written in place.
const consent = createConsent({
  controller: { name: 'Example' },
  policy: { url: '/privacy', version: '2026-06-22' },
  services: [
    googleAnalytics('G-1'),
    googleTagManager('GTM-1', 'marketing'),
    { id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' },
    { id: 'session', name: 'Session', provider: 'Example', category: 'necessary' },
  ],
  categories: { profiling: { label: 'Profiles', description: '…', gpc: true, signals: ['ad_personalization'] } },
  region: 'DE',
  regimes: { 'US-CA': 'opt-in', '*': 'opt-in' },
  revision: '2',
  consentMode: {
    mode: 'advanced',
    waitForUpdate: 500,
    regions: [{ region: ['US-CA'], analytics_storage: 'granted' }],
    urlPassthrough: true,
    adsDataRedaction: true,
    event: 'chosen',
  },
  ui: {
    layout: 'card',
    position: 'bottom-start',
    logo: '/logo.svg',
    scheme: 'dark',
    lang: 'th',
    texts: { accept: 'Yes' },
  },
});

type Key = 'analytics' | 'marketing' | 'functional' | 'profiling';
same<typeof consent, ConsentManager<Key>>(true);

// A site with keys of its own draws its question.
export type OfHeadless = [Asked, Contrasts, Drawn, Finding, Question];
onQuestion(consent, { services: [googleAnalytics('G-1')] }, (question) => question?.accept());
// @ts-expect-error
onQuestion(consent, {}, (question) => question.accept());
same<CategoryOf<{ services: readonly [Service<'analytics'>] }>, 'analytics'>(true);
same<ReturnType<typeof consent.$consent.get>, Consent<Key>>(true);

consent.on('analytics', (granted) => same<typeof granted, boolean>(true));
consent.on('necessary', () => {});
consent.when('profiling').then(() => {});
consent.decide({ analytics: true, functional: false });
consent.decide({});
// Single services.
consent.on('analytics__hotjar', () => {})();
consent.when('analytics__hotjar').then(() => {});
consent.queue('analytics__hotjar', () => {});
consent.decide({ analytics: true, analytics__hotjar: false });
consent.withdraw('analytics__hotjar');
// @ts-expect-error
consent.decide({ anlytics__hotjar: false });
// @ts-expect-error
consent.queue('anlytics__hotjar', () => {});
consent.withdraw('marketing');
consent.withdraw();
export const isOn: boolean = consent.$consent.get().granted.analytics;
export const id: string | undefined = consent.record()?.id;

// @ts-expect-error Looser than the law.
createConsent({ regimes: { DE: 'opt-out' } });
// @ts-expect-error A category with a slip.
consent.on('anlytics', () => {});
// @ts-expect-error
consent.when('anlytics');
// @ts-expect-error
consent.decide({ anlytics: true });
// @ts-expect-error
consent.withdraw('anlytics');
// @ts-expect-error
consent.$consent.get().granted.anlytics;
// @ts-expect-error What is necessary is not up to anybody.
consent.decide({ necessary: false });
// @ts-expect-error
consent.withdraw('necessary');
// @ts-expect-error Neither yes nor no.
consent.decide({ analytics: 'yes' });
// @ts-expect-error A listener hears whether, not what.
consent.on('analytics', (granted: string) => granted);
// @ts-expect-error No listener.
consent.on('analytics');
// @ts-expect-error The store is read, not written.
consent.$consent.set(consent.$consent.get());
// @ts-expect-error No options.
createConsent();

// @ts-expect-error An unknown option, alone,
createConsent({ polcy: { url: '/privacy' } });
// @ts-expect-error beside a known one,
createConsent({ controller: { name: 'Example' }, polcy: { url: '/privacy' } });
// @ts-expect-error or within one.
createConsent({ policy: { url: '/privacy', link: '/privacy' } });
// @ts-expect-error
createConsent({ ui: { layout: 'card', colour: 'red' } });
// @ts-expect-error
createConsent({ categories: { analytics: { gcp: true } } });
// @ts-expect-error A value that an option does not take.
createConsent({ ui: { layout: 'top' } });
// @ts-expect-error
createConsent({ ui: { position: 'left' } });

// @ts-expect-error
createConsent({ consentMode: { mode: 'on' } });
// @ts-expect-error
createConsent({ consentMode: true });
// @ts-expect-error A service without a category.
createConsent({ services: [{ id: 'chat', name: 'Chat', provider: 'Example' }] });
// @ts-expect-error No id.
googleAnalytics();

// Options that were written elsewhere may have any category.
const elsewhere: Options = { services: [googleAnalytics('G-1')] };
createConsent(elsewhere).on('analytics', () => {});
