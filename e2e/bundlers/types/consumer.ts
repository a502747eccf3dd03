/** A site's own code: each line behind `@ts-expect-error` must not compile, every other line must. */
import {
  type Consent,
  type ConsentManager,
  type ConsentRecord,
  createConsent,
  type Options,
  type Service,
} from 'askfirst';
import { type Finding, lint } from 'askfirst/lint';
import { googleAnalytics, googleTagManager, gtag } from 'askfirst/services';
import { fixedConsent, storedConsent } from 'askfirst/testing';

const chat = {
  id: 'chat',
  name: 'Chat',
  provider: 'Example Ltd',
  category: 'support',
  stores: [{ name: 'chat_*', kind: 'localStorage', lifetime: 'persistent' }],
} as const satisfies Service;

const options = {
  controller: { name: 'Example Ltd' },
  policy: { url: '/privacy', version: '2026-06-22' },
  services: [googleAnalytics('G-1'), googleTagManager('GTM-1', 'marketing'), chat],
  categories: { profiling: { label: 'Profiles', gpc: true } },
} as const satisfies Options;

export const findings: Finding[] = lint(options, { theme: { '--askfirst-accent': '#064' } });
// @ts-expect-error
lint(options, { them: '' });

export const consent = createConsent(options);
const stop: () => void = consent.start();
stop();

const off: () => void = consent.on('analytics', (granted: boolean) => granted);
off();
const allowed: Promise<void> = consent.when('support');
allowed.then(() => {});
consent.decide({ marketing: true, profiling: false });
consent.withdraw('support');
export const state: Consent<'analytics' | 'marketing' | 'support' | 'profiling'> = consent.$consent.get();
consent.$consent.subscribe(({ granted, ask }) => granted.profiling && ask);
export const record: ConsentRecord | null = consent.record();
export const anySite: ConsentManager = createConsent({} as Options);

createConsent({
  services: [googleAnalytics(['G-1', 'G-2'], { send_page_view: false, linker: { domains: ['a.example'] } })],
});
gtag('event', 'page_view');
storedConsent(options, { analytics: true });
fixedConsent(options, true).on('support', () => {});

// @ts-expect-error Google's own field takes a boolean.
googleAnalytics('G-1', { send_page_view: 'no' });
// @ts-expect-error
storedConsent(options, { analitycs: true });
// @ts-expect-error A category with a slip.
consent.on('analitycs', () => {});
// @ts-expect-error
consent.when('analitycs');
// @ts-expect-error
consent.decide({ analitycs: true });
// @ts-expect-error
consent.$consent.get().granted.analitycs;
// @ts-expect-error An option nobody knows.
createConsent({ polcy: { url: '/privacy' } });
// @ts-expect-error
createConsent({ ui: { layout: 'top' } });
// @ts-expect-error A listener hears whether, not what.
consent.on('analytics', (granted: string) => granted);
// @ts-expect-error No listener.
consent.on('analytics');
// @ts-expect-error A region is a code, not nothing.
createConsent({ region: undefined });
// @ts-expect-error A service without a provider.
createConsent({ services: [{ id: 'chat', name: 'Chat', category: 'support' }] });
