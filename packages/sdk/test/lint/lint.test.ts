import { locales } from '@askfirst/data/locales';
import { locale as english } from '@askfirst/data/locales/en';
import { regimes } from '@askfirst/data/regimes';
import { all as catalogue } from '@askfirst/data/services/all';
import { trackers } from '@askfirst/data/trackers';
import { type Finding, type LintContext, lint, type Options } from 'askfirst/lint';
import { googleAnalytics, googleTagManager } from 'askfirst/services';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/lint/codes.js';
import { lintPage } from '../../src/lint/page.js';

const stats = {
  id: 'stats',
  name: 'Stats',
  provider: 'Stats Ltd',
  category: 'analytics',
  stores: [{ name: '_stats', kind: 'cookie', lifetime: [13, 'month'] }],
} as const;
const shop = {
  controller: { name: 'Shop Ltd' },
  policy: { url: '/privacy' },
  services: [stats],
} as const satisfies Options;
const necessary = { ...stats, category: 'necessary' } as const;
const withTexts = (texts: object, lang?: string): Options => ({
  ...shop,
  ui: { texts, ...(lang && { lang }) } as never,
});
const gdpr = regimes.find(({ id }) => id === 'gdpr') as (typeof regimes)[number];
const look = {
  color: [255, 255, 255, 1],
  background: [0, 0, 0, 1],
  border: [255, 255, 255, 1],
  behind: [255, 255, 255, 1],
  opacity: 1,
  fontSize: 16,
  fontWeight: 600,
  size: { width: 100, height: 44 },
  isHidden: false,
} as const;
const words = { color: [0, 0, 0, 1], background: [255, 255, 255, 1] } as const;

type Case = readonly [options: Options, context?: LintContext];
const css = (theme: string): Case => [shop, { theme }];
/** What triggers each code and no other, and the nearest thing that is right. */
const CASES: Record<Exclude<Finding['code'], 'no-way-back'>, { wrong: Case[]; right: Case[] }> = {
  options: {
    wrong: [
      [{ ...shop, polcy: {} } as Options],
      [{ ...shop, ui: { texts: { acept: 'Accept all' } as never } }],
      [{ ...shop, ui: { lang: 'eo' } }],
      [{ ...shop, policy: { url: 'javascript:alert(1)' } }],
      // Whatever says that a category is on from the start.
      [{ ...shop, categories: { analytics: { default: true } as never } }],
      [{ ...shop, categories: { analytics: { checked: true } as never } }],
    ],
    right: [[shop], [{ ...shop, ui: { lang: 'de' } }]],
  },
  'necessary-tracker': {
    wrong: [
      [{ services: [{ ...necessary, id: 'ga4' }] }],
      [{ services: [{ ...necessary, hosts: ['*.clarity.ms'] }] }],
      [{ services: [{ ...necessary, hosts: ['www.Clarity.ms:443/tag/'] }] }],
      [{ services: [{ ...necessary, script: 'https://connect.facebook.net/en_US/fbevents.js' }] }],
      [{ services: [{ ...necessary, stores: [{ name: '_ga_*', kind: 'cookie', lifetime: 'session' }] }] }],
      [{ services: [{ ...necessary, stores: [{ name: '_hjSessionUser_12', kind: 'cookie', lifetime: 'session' }] }] }],
    ],
    right: [
      [{ services: [{ ...necessary, hosts: ['js.stripe.com', 'clarity.ms.example.com', '/www.clarity.ms/'] }] }],
      [{ services: [{ ...necessary, stores: [{ name: '_gallery', kind: 'cookie', lifetime: 'session' }] }] }],
      [{ ...shop, services: [{ ...stats, hosts: ['*.clarity.ms'] }] }],
    ],
  },
  'no-policy': {
    wrong: [[{ ...shop, policy: { version: '1' } }]],
    // Nobody is asked.
    right: [[{ controller: shop.controller, services: [necessary] }]],
  },
  'no-controller': { wrong: [[{ ...shop, controller: undefined as never }]], right: [[{ services: [necessary] }]] },
  'granted-early': {
    wrong: [
      [{ ...shop, consentMode: { regions: [{ region: ['DE'], analytics_storage: 'granted' }] } }],
      [
        {
          ...shop,
          consentMode: { regions: [{ region: ['US-CA'], ad_storage: 'granted' }] },
          regimes: { US: 'opt-in' },
        },
      ],
    ],
    right: [
      [{ ...shop, consentMode: { regions: [{ region: ['US-CA'], analytics_storage: 'granted' }] } }],
      [
        {
          ...shop,
          consentMode: { regions: [{ region: ['DE'], analytics_storage: 'denied', security_storage: 'granted' }] },
        },
      ],
    ],
  },
  'pings-early': {
    wrong: [[{ ...shop, consentMode: { mode: 'advanced' } }]],
    right: [[{ ...shop, consentMode: { mode: 'basic' } }], [{ ...shop, consentMode: false }]],
  },
  'gpc-ignored': {
    wrong: [
      [{ ...shop, services: [{ ...stats, category: 'marketing' }], categories: { marketing: { gpc: false } } }],
      [
        {
          ...shop,
          services: [{ ...stats, category: 'ads' }],
          categories: { ads: { label: 'Ads', description: 'Ads.', signals: ['ad_storage'] } },
        },
      ],
    ],
    right: [
      [{ ...shop, services: [{ ...stats, category: 'marketing' }] }],
      [
        {
          ...shop,
          services: [{ ...stats, category: 'ads' }],
          categories: { ads: { label: 'Ads', description: 'Ads.', gpc: true, signals: ['ad_storage'] } },
        },
      ],
    ],
  },
  'unexplained-purpose': {
    wrong: [
      [{ ...shop, services: [{ ...stats, category: 'errors' }] }],
      [{ ...shop, services: [{ ...stats, category: 'errors' }], categories: { errors: { label: 'Errors' } } }],
    ],
    right: [
      [
        {
          ...shop,
          services: [{ ...stats, category: 'errors' }],
          categories: { errors: { label: 'Errors', description: 'Reports.' } },
        },
      ],
      [
        {
          ...withTexts({ categories: { errors: { label: 'Errors', description: 'Reports.' } } }),
          services: [{ ...stats, category: 'errors' }],
        },
      ],
    ],
  },
  'no-service': {
    wrong: [[{ ...shop, categories: { marketing: {} } }]],
    right: [[{ ...shop, categories: { analytics: {} } }]],
  },
  'undeclared-stores': {
    wrong: [
      [{ ...shop, services: [{ id: 'x', name: 'X', provider: 'X', category: 'analytics' }] }],
      // What comes from the site's own host stores in the site's name.
      [{ ...shop, services: [{ id: 'x', name: 'X', provider: 'X', category: 'functional', hosts: ['/player/'] }] }],
    ],
    right: [
      [{ ...shop, services: [{ id: 'x', name: 'X', provider: 'X', category: 'analytics', stores: [] }] }],
      // A frame stores in its own origin.
      [
        {
          ...shop,
          services: [{ id: 'x', name: 'X', provider: 'X', category: 'functional', hosts: ['player.example.com'] }],
        },
      ],
      [{ ...shop, services: [googleAnalytics('G-TEST1')] }],
    ],
  },
  'runs-on': {
    wrong: [
      [{ ...shop, services: [{ ...stats, script: '/stats.js' }] }],
      [{ ...shop, services: [googleTagManager('GTM-TEST1')] }],
    ],
    right: [
      [{ ...shop, services: [{ ...stats, script: '/stats.js', stopsLive: true }] }],
      [{ ...shop, services: [{ ...stats, script: '/stats.js' }], withdrawal: 'reload' }],
      [{ ...shop, services: [{ ...stats, script: '/stats.js' }], withdrawal: () => {} }],
    ],
  },
  'loaded-answer': {
    wrong: [
      [withTexts({ accept: 'Got it' })],
      [withTexts({ accept: 'OK', reject: 'No' })],
      [withTexts({ accept: 'Accept & close' })],
      [withTexts({ accept: 'Alles zustimmen & schließen', reject: 'Alles ablehnen' }, 'de')],
      [withTexts({ accept: 'Oké, akkoord' }), { locale: { lang: 'nl', reject: 'Alles weigeren' } }],
    ],
    right: [[withTexts({ accept: 'Allow all' })], [withTexts({ accept: 'Tout accepter' }, 'fr')]],
  },
  'loaded-words': {
    wrong: [
      [withTexts({ title: 'Last chance' })],
      [withTexts({ title: 'We value your privacy' })],
      [withTexts({ reject: "Don't reject" })],
      [withTexts({ categories: { analytics: { label: 'Analytics', description: 'Makes the site better.' } } })],
    ],
    right: [
      [withTexts({ title: 'Cookies' })],
      // A word of one language is harmless in another, and no list means that nothing is known.
      [withTexts({ title: 'Today' }, 'de')],
      [withTexts({ title: 'Got it' }), { locale: { lang: 'eo' } }],
      // CNIL's own proposal.
      [withTexts({ reject: 'Continuer sans accepter' }, 'fr')],
    ],
  },
  'uneven-answers': {
    wrong: [
      [withTexts({ accept: 'Yes' })],
      [withTexts({ reject: 'Go on with what is necessary for the site alone' })],
      [withTexts({ accept: 'Ja' }), { locale: { lang: 'de', reject: 'Alle ablehnen' } }],
    ],
    right: [[withTexts({ accept: 'Yes', reject: 'No' })], [withTexts({ accept: 'Ja' }, 'de')]],
  },
  'empty-text': {
    wrong: [[withTexts({ withdraw: '–' })], [withTexts({ ask: '.' })]],
    right: [[withTexts({ separator: '; ' })], [withTexts({ withdraw: 'You can withdraw at any time.' })]],
  },
  'lost-placeholder': {
    wrong: [
      [withTexts({ ask: 'We would like to use {purposes}.' })],
      [withTexts({ ask: '{controller} asks.' })],
      [withTexts({ serviceCount: 'Several' })],
    ],
    right: [[withTexts({ ask: 'Shop Ltd asks for {purposes}.' })], [withTexts({ serviceCount: '{count} services' })]],
  },
  'text-contrast': {
    wrong: [
      [shop, { theme: { '--askfirst-text': '#777', '--askfirst-accent': '#000' } }],
      [shop, { theme: { '--askfirst-accent': '#1a8cff' } }],
      // Black on a dark surface: the page has said nothing about its scheme.
      [shop, { theme: { '--askfirst-surface': '#222', '--askfirst-accent': '#fff' } }],
      css(
        '@media (prefers-color-scheme: dark) { :root { --askfirst-text: #555; --askfirst-accent: #fff; color-scheme: light dark; --askfirst-surface: #121212 } }',
      ),
      css(
        ':root { color-scheme: light dark; --askfirst-surface: light-dark(#fff, #121212); --askfirst-text: light-dark(#888, #eee); --askfirst-accent: light-dark(#222, #fff) }',
      ),
      css(':root { & { --askfirst-text: #777; --askfirst-accent: #000 } }'),
      css(
        ':root { --askfirst-text: #777; --askfirst-accent: #000 } @supports not (gap: 0) { :root { --askfirst-text: #000 } }',
      ),
      css(
        ':root { color-scheme: light dark; --askfirst-surface: light-dark(#fff, #121212); --askfirst-text: light-dark(#222, #555); --askfirst-accent: light-dark(#222, #fff) }',
      ),
    ],
    right: [
      [shop, { theme: { '--askfirst-text': '#555' } }],
      [shop, { theme: { '--askfirst-surface': '#222', '--askfirst-text': '#eee' } }],
      [{ ...shop, ui: { scheme: 'dark' } }, { theme: { '--askfirst-surface': '#222' } }],
      css(
        ':root { color-scheme: light dark; --askfirst-surface: light-dark(#fff, #121212); --askfirst-text: light-dark(#222, #eee) }',
      ),
      css(':root { --ink: #222; --askfirst-text: var(--ink); --askfirst-surface: light-dark(#fff, #eee) }'),
      // Parts of another element.
      css('media-player::part(button) { color: #ddd; background: #fff }'),
      css(
        ':root { --askfirst-text: #eee; --askfirst-accent: #eee } @media screen { :root { --askfirst-surface: #111 } }',
      ),
      css(
        ':root { --paper: #fff; --askfirst-surface: var(--paper) } .dark { --paper: #111; color-scheme: dark } .dark askfirst-ui { --askfirst-text: #eee }',
      ),
    ],
  },
  'button-edge': {
    wrong: [
      css(':root { --askfirst-accent: #eee; --askfirst-on-accent: #333 } ::part(button) { border-color: #ddd }'),
      css(':root { --askfirst-accent: #eee; --askfirst-on-accent: #333 } ::part(button) { border: none }'),
    ],
    right: [
      css(':root { --askfirst-accent: #eee; --askfirst-on-accent: #333 }'),
      // The dark state is drawn on the dark surface.
      css(
        'askfirst-ui::part(button) { border: 0 } html.dark { color-scheme: dark } .dark askfirst-ui::part(button) { background: #cfe; color: #021 }',
      ),
    ],
  },
  'reject-hidden': {
    wrong: [
      css('askfirst-ui::part(reject) { display: none }'),
      css(
        'askfirst-ui::part(reject) { visibility: hidden !important } askfirst-ui::part(button) { visibility: visible }',
      ),
      css('askfirst-ui { &::part(button reject) { opacity: 0 } }'),
      css('@media (max-width: 400px) { ::part(reject) { width: 0 } }'),
      css('::part(reject) { transform: scale(0) }'),
      css('body.home main > askfirst-ui.shop::part(reject) { display: none }'),
    ],
    right: [
      css('media-player::part(reject) { display: none }'),
      css('askfirst-ui::part(choose) { display: none }'),
      css('/* ::part(reject) { display: none } */'),
      css('@media print { ::part(reject) { display: none } }'),
    ],
  },
  'reject-smaller': {
    wrong: [css('::part(reject) { font-size: 0.75em }'), css('::part(accept) { font-weight: 800 }')],
    right: [css('::part(button) { font-size: 0.75em; font-weight: 800 }')],
  },
  'reject-paler': {
    wrong: [
      css('::part(reject) { opacity: 0.6 }'),
      css('::part(reject) { background: #555; border-color: #555 }'),
      css('::part(reject) { background: none; color: #000; border: 1px solid #bbb; border-color: #767676 }'),
    ],
    right: [
      css('::part(button) { opacity: 0.9; background: #333 }'),
      css('::part(reject), ::part(accept) { opacity: 0.9 }'),
    ],
  },
  'answers-styled-apart': {
    wrong: [
      css('::part(accept) { text-transform: uppercase }'),
      css('::part(reject) { text-decoration: underline; padding: 0 }'),
    ],
    right: [
      css('::part(button) { text-transform: uppercase }'),
      css('::part(accept):hover { text-decoration: underline }'),
    ],
  },
  'unknown-colour': {
    wrong: [
      css(':root { --askfirst-accent: oklch(50% 0.1 20) }'),
      css('::part(button) { color: color-mix(in srgb, red, blue) }'),
    ],
    right: [
      css(':root { --askfirst-accent: hsl(220 60% 30%) }'),
      css('::part(button) { color: rgb(255 255 255 / 95%) }'),
    ],
  },
  'looser-than-law': {
    wrong: [
      [shop, { regime: { ...gdpr, grantMaxAgeDays: 366 } }],
      [shop, { regime: { ...gdpr, refusalCooldownDays: 30 } }],
      [shop, { regime: { ...gdpr, rules: { others: 'ask', analytics: 'exempt' } } }],
    ],
    right: [
      ...regimes.map((regime): Case => [shop, { regime }]),
      [shop, { regime: { ...gdpr, grantMaxAgeDays: 90, refusalCooldownDays: 366 } }],
      [shop, { regime: { ...gdpr, id: 'a law that we do not have', grantMaxAgeDays: 999 } }],
    ],
  },
  'short-notice': {
    wrong: [
      [
        shop,
        {
          acceptance: {
            noticeDays: 30,
            versions: [{ version: '2', url: '/', publishedAt: '2026-05-01', effectiveAt: '2026-05-15' }],
          },
        },
      ],
    ],
    right: [
      [
        shop,
        {
          acceptance: {
            noticeDays: 30,
            versions: [{ version: '2', url: '/', publishedAt: '2026-05-01', effectiveAt: '2026-05-31' }],
          },
        },
      ],
    ],
  },
};

describe.each(Object.entries(CASES))('%s', (code, { wrong, right }) => {
  test.each(wrong.map((each, index) => [index + 1, each] as const))('found alone, case %i', (_, [options, context]) => {
    const found = lint(options, context);
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]).toMatchObject({
      severity: codes[code as Finding['code']].severity,
      fix: expect.stringMatching(/\.$/),
    });
    expect(found[0]?.message).toMatch(/\.$/);
  });

  test.each(right.map((each, index) => [index + 1, each] as const))(
    'not found in its twin, case %i',
    (_, [options, context]) => {
      expect(lint(options, context)).toEqual([]);
    },
  );
});

test('every code has a case', () => {
  expect([...Object.keys(CASES), 'no-way-back'].sort()).toEqual(Object.keys(codes).sort());
});

describe('in a page', () => {
  const inPage = (reject: object, hasWayBack = true, options: Options = shop) =>
    lintPage(options, { banner: { words, accept: look, reject: { ...look, ...reject } }, hasWayBack }).map(
      ({ code }) => code,
    );

  test('a page with a question needs a way back', () => {
    expect(inPage({})).toEqual([]);
    expect(inPage({}, false)).toEqual(['no-way-back']);
    expect(inPage({}, false, { services: [necessary] })).toEqual([]);
  });

  test('the measured answers are compared', () => {
    expect(inPage({ size: { width: 89, height: 44 } })).toEqual(['reject-smaller']);
    expect(inPage({ size: { width: 92, height: 44 } })).toEqual([]);
    expect(inPage({ isHidden: true })).toEqual(['reject-hidden']);
    expect(inPage({ background: [120, 120, 120, 1], border: [120, 120, 120, 1] })).toContain('reject-paler');
    // Of a colour that cannot be read nothing is said.
    expect(inPage({ background: undefined })).toEqual([]);
    expect(lintPage(shop, { banner: undefined, hasWayBack: true })).toEqual([]);
    const faint = { color: [120, 120, 120, 1], background: [255, 255, 255, 1] } as const;
    expect(lintPage(shop, { banner: { words: faint, accept: look, reject: look }, hasWayBack: true })).toMatchObject([
      { code: 'text-contrast' },
    ]);
  });
});

test('no text of ours is found in any language', async () => {
  expect(Object.keys(locales).length).toBeGreaterThan(40);
  for (const load of Object.values(locales)) {
    const { acceptance, ...locale } = (await load()).locale;
    expect(lint({ ...shop, ui: { lang: locale.lang, texts: locale } }, { locale }), locale.lang).toEqual([]);
  }
});

test('each known tracker is found by each of its marks, and nothing that the catalogue calls necessary', () => {
  const isFound = (service: object) =>
    lint({ services: [{ ...necessary, ...service }] }).some(({ code }) => code === 'necessary-tracker');
  for (const { name, hosts, stores } of trackers) {
    for (const host of hosts) expect(isFound({ hosts: [host] }), `${name}: ${host}`).toBe(true);
    for (const store of stores)
      expect(isFound({ stores: [{ name: store, kind: 'cookie', lifetime: 'session' }] }), `${name}: ${store}`).toBe(
        true,
      );
  }
  for (const [id, service] of Object.entries(catalogue))
    expect(isFound({ id }), id).toBe(/^(analytics|marketing)$/.test(`${service?.category}`));
});

test('says where it is, what is wrong, by which rule, and how to make it right', () => {
  expect(lint(withTexts({ accept: 'Got it' }))).toEqual([
    {
      code: 'loaded-answer',
      severity: 'error',
      path: 'ui.texts.accept',
      message: 'The yes has words that press, or that agree to nothing they name: "Got it" in "Got it".',
      rule: expect.stringContaining('VG Hannover'),
      fix: 'Say what the button does, as in "Accept all".',
    },
  ]);
});

test('throws for nothing that can be written as JSON', () => {
  for (const odd of [
    null,
    1,
    'x',
    [],
    { ui: null },
    { ui: { texts: 1 } },
    { services: {} },
    { policy: 1 },
    { ui: { lang: 1 } },
  ])
    expect(() => lint(odd as never), JSON.stringify(odd)).not.toThrow();
  for (const theme of ['}', '{', ':root{--askfirst-text:var(--a);--a:var(--askfirst-text)}', '@media{', ':'])
    expect(() => lint(shop, { theme }), theme).not.toThrow();
  expect(english.accept).toBe('Accept all');
});
