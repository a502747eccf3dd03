import type { AcceptanceTexts, Locale } from '../types.js';

/** All that the banner says. */
export const firstLayer = {
  lang: 'en',
  dir: 'ltr',
  title: 'Cookies and similar storage',
  ask: '{controller} would like to use optional cookies and similar storage for: {purposes}.',
  thisSite: 'This site',
  withdraw:
    'Nothing optional is stored without your consent. You can change your choice or withdraw your consent at any time in the privacy settings.',
  serviceCount: 'Services involved: {count}',
  policyLink: 'Privacy policy',
  accept: 'Accept all',
  reject: 'Reject all',
  choose: 'Choose',
  saved: 'Your choices were saved.',
  announcement: 'Choices about cookies and similar storage are at the start of the page.',
  categories: {
    necessary: { label: 'Necessary' },
    functional: { label: 'Functional' },
    analytics: { label: 'Analytics' },
    marketing: { label: 'Marketing' },
  },
} as const;

/** What is only read by those who want to know more. */
export const secondLayer = {
  preferences: 'Privacy settings',
  preferencesIntro: 'Decide for each purpose. You can change your choice at any time.',
  save: 'Save choices',
  close: 'Close',
  appliesAtOnce: 'Changes apply at once.',
  alwaysOn: 'Always on',
  on: 'On',
  off: 'Off',
  // The first sentence is California's own wording, spelling included: 11 CCR 7025(c)(6).
  gpc: 'Opt-Out Request Honored. Your browser sends a Global Privacy Control signal, so this stays off.',
  gpcHonored: 'Opt-Out Request Honored. Your browser sends a Global Privacy Control signal.',
  details: 'Services and storage',
  columns: { name: 'Name', kind: 'Type', lifetime: 'Duration' },
  kinds: {
    cookie: 'Cookie',
    localStorage: 'Local storage',
    sessionStorage: 'Session storage',
    indexedDB: 'Database',
    cacheStorage: 'Cache',
  },
  session: 'until you close the tab or browser',
  persistent: 'until you clear site data',
  lifetimeNote: 'Your browser may delete these sooner. Most browsers keep cookies for 400 days at most.',
  servicePolicy: 'Privacy policy of {service}',
  noServices: 'No service is declared for this purpose.',
  categories: {
    necessary: {
      ...firstLayer.categories.necessary,
      description: 'Needed for the site to work.',
    },
    functional: {
      ...firstLayer.categories.functional,
      description: 'Extra features such as embedded videos, maps and chat.',
    },
    analytics: {
      ...firstLayer.categories.analytics,
      description: 'Measures which pages are used, to improve the site.',
    },
    marketing: {
      ...firstLayer.categories.marketing,
      description: 'Shows advertising based on your interests and measures its effect.',
    },
  },
} as const;

/** What the dialog says that asks to accept a new version of a policy. */
export const acceptanceTexts = {
  title: 'Updated policy',
  inForce: 'Version {version} of our policy has been in force since {date}.',
  apart: 'Your choices about cookies and similar storage stay as they are.',
  read: 'Read the policy',
  newTab: '(opens in a new tab)',
  accept: 'Accept',
  decline: 'Do not accept',
} as const satisfies AcceptanceTexts;

// Marked as pure so that a bundle with one layer does without the other.
export const locale: Locale = /* @__PURE__ */ Object.assign({}, firstLayer, secondLayer, {
  acceptance: acceptanceTexts,
});
