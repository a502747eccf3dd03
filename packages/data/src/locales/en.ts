import type { AcceptanceTexts, EmbedTexts, LawTexts, Locale } from '../types.js';

/** What the usual categories are called. */
export const categoryNames = {
  necessary: { label: 'Necessary' },
  functional: { label: 'Functional' },
  analytics: { label: 'Analytics' },
  marketing: { label: 'Marketing' },
} as const;

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
  close: 'Close',
  saved: 'Your choices were saved.',
  announcement: 'Choices about cookies and similar storage are at the start of the page.',
  categories: categoryNames,
} as const;

/** The name of the way back to the question. */
export const settingsName = 'Privacy settings';

/** The link to a vendor's policy. */
export const vendorPolicy = 'Privacy policy of {service}';

/** What is only read by those who want to know more. */
export const secondLayer = {
  preferences: settingsName,
  preferencesIntro: 'Decide for each purpose. You can change your choice at any time.',
  save: 'Save choices',
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
  servicePolicy: vendorPolicy,
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

/** What stands in a frame that waits for a yes. */
export const embedTexts = {
  ask: 'If you load this content, your browser connects to {service}.',
  once: 'Load once',
  always: 'Always allow: {category}',
} as const satisfies EmbedTexts;

/** What some laws want said besides. */
export const lawTexts = {
  choices: 'Your privacy choices',
  choicesIntro: 'These purposes run unless you opt out. You can opt out of each of them, or of all, at any time.',
  optedOut: 'You have opted out.',
  // California's own wording, spelling included: 11 CCR 7025(c)(6).
  honored: 'Opt-Out Request Honored',
  optInAgain: 'You have opted out of this: {purposes}. Do you want to opt in again?',
  optIn: 'Opt in',
  stayOptedOut: 'Stay opted out',
  notice: '{controller} uses cookies and similar storage for: {purposes}. You can object at any time.',
  object: 'Object',
  untilObjection: 'Runs unless you object.',
  exempt: 'The law allows this without consent.',
  minors: 'If you are under {age}, decide together with a parent or guardian.',
  authority: 'You can lodge a complaint with the supervisory authority: {authority}.',
  withdrawalEffect:
    'If you withdraw your consent, what was done before remains lawful. Features that need your consent stop working.',
} as const satisfies LawTexts;

// Marked as pure so that a bundle with one layer does without the other.
export const locale: Locale = /* @__PURE__ */ Object.assign({}, firstLayer, secondLayer, {
  acceptance: acceptanceTexts,
  embed: embedTexts,
  law: lawTexts,
});
