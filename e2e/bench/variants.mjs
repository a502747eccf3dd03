import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askfirst } from './askfirst.mjs';
import { bundleC15t } from './c15t.mjs';
import { marketingPage } from './page.mjs';
import { SITE, VENDOR } from './server.mjs';

/** A vendor's tag as an external script, which the browser finds before it parses the page. */
const EXTERNAL = `async src="${VENDOR}/external.js"`;
/** A vendor's tag as an inline snippet that inserts the script, as most vendors hand it out. */
const SNIPPET = `(function (w, d, s, u) {
  w.vendor = w.vendor || function () { (w.vendor.q = w.vendor.q || []).push(arguments); };
  var t = d.createElement(s), f = d.getElementsByTagName(s)[0];
  t.async = 1; t.src = u; f.parentNode.insertBefore(t, f);
})(window, document, 'script', '${VENDOR}/inserted.js');`;

/** Both tags with attributes on their elements. @param {string} attributes */
const tags = (attributes) => `<script${attributes} ${EXTERNAL}></script>\n<script${attributes}>${SNIPPET}</script>`;
const packageFile = (specifier) => readFileSync(fileURLToPath(import.meta.resolve(specifier)), 'utf8');

/**
 * One way to put the same tags on the same page.
 *
 * @typedef {object} Variant
 * @property {string} name
 * @property {string} page markup of the first visit, and of the later one where that is not different
 * @property {string} [laterPage]
 * @property {Record<string, string>} files the library's own, by path on the site
 * @property {string[]} [banner] selectors that lead to the banner, through shadow roots
 * @property {string} [accept] selector of its button
 */

/** No library: no tags on the first visit, ungated ones on the later visit. @type {Variant} */
export const noLibrary = {
  name: 'no library',
  page: marketingPage({ tags: '' }),
  laterPage: marketingPage({ tags: tags('') }),
  files: {},
};

/**
 * The least that anything can do that keeps its choice in localStorage: one inline script that looks the choice up, takes it
 * for a yes, and releases tags as the parser brings them. What this misses no library can meet.
 *
 * @type {Variant}
 */
export const leastScript = {
  name: 'least script',
  page: marketingPage({ tags: '' }),
  laterPage: marketingPage({
    head: `<script>
localStorage.getItem('choice');
new MutationObserver(() => {
  for (const held of document.querySelectorAll('[data-held]')) {
    const live = document.createElement('script');
    for (const { name, value } of held.attributes)
      if (name !== 'type' && name !== 'data-held') live.setAttribute(name, value);
    live.text = held.text;
    held.replaceWith(live);
  }
}).observe(document, { childList: true, subtree: true });
</script>`,
    tags: tags(' type="text/plain" data-held'),
  }),
  files: {},
};

const askfirstTags = tags(' type="text/plain" data-consent="analytics"');
const ASKFIRST_UI = { banner: ['askfirst-ui', '[part~="banner"]'], accept: 'askfirst-ui [part~="accept"]' };
const askfirstOptions = { 'data-categories': 'analytics', 'data-policy-url': '/privacy' };
const askfirstAsked = { 'data-asked': 'analytics:' };

/**
 * Both ways to install a build: the fast path, then the one line.
 *
 * @param {ReturnType<typeof import('./askfirst.mjs').buildIn>} build
 * @param {string} name
 * @returns {[Variant, Variant]}
 */
export const installsOf = ({ files, fastPath, oneLine }, name) => [
  {
    name: `${name}, fast path`,
    page: marketingPage({ head: fastPath({ ...askfirstOptions, ...askfirstAsked }), tags: askfirstTags }),
    files,
    ...ASKFIRST_UI,
  },
  {
    name: `${name}, one line`,
    page: marketingPage({ head: oneLine(askfirstOptions), tags: askfirstTags }),
    files,
    ...ASKFIRST_UI,
  },
];

export const [askfirstFastPath, askfirstOneLine] = installsOf(askfirst, 'askfirst');

/** As its README says, with the style sheet in the head and the script at the end, as on its own site. @type {Variant} */
export const orejime = {
  name: 'orejime 3.2.1',
  page: marketingPage({
    styles: '<link rel="stylesheet" href="/orejime/orejime-standard.css">',
    tags: `<template data-purpose="analytics">${tags('')}</template>`,
    end: `<script>
window.orejimeConfig = {
  privacyPolicyUrl: '/privacy',
  purposes: [{
    id: 'analytics',
    title: 'Analytics',
    description: 'Helps us understand how the site is used.',
    cookies: ['_ga', /^_ga_.+$/],
  }],
};
</script>
<script src="/orejime/orejime-standard-en.js"></script>`,
  }),
  files: {
    '/orejime/orejime-standard.css': packageFile('orejime/dist/orejime-standard.css'),
    '/orejime/orejime-standard-en.js': packageFile('orejime/dist/orejime-standard-en.js'),
  },
  banner: ['.orejime-Banner'],
  accept: '.orejime-Banner-saveButton',
};

/**
 * As its guide for HTML says, only with the configuration inline, which spares it a request.
 *
 * @type {Variant}
 */
export const vanillaCookieConsent = {
  name: 'vanilla-cookieconsent 3.1.0',
  page: marketingPage({
    styles: '<link rel="stylesheet" href="/vanilla-cookieconsent/cookieconsent.css">',
    tags: tags(' type="text/plain" data-category="analytics"'),
    end: `<script type="module">
import '/vanilla-cookieconsent/cookieconsent.umd.js';
CookieConsent.run({
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: { autoClear: { cookies: [{ name: /^_ga/ }] } },
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We use cookies',
          description: 'We would like to understand how the site is used. <a href="/privacy">Privacy policy</a>',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage preferences',
        },
        preferencesModal: {
          title: 'Manage preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save preferences',
          closeIconLabel: 'Close',
          sections: [
            { title: 'Necessary', description: 'Without these the site does not work.', linkedCategory: 'necessary' },
            { title: 'Analytics', description: 'Helps us understand how the site is used.', linkedCategory: 'analytics' },
          ],
        },
      },
    },
  },
});
</script>`,
  }),
  files: {
    '/vanilla-cookieconsent/cookieconsent.css': packageFile('vanilla-cookieconsent/dist/cookieconsent.css'),
    '/vanilla-cookieconsent/cookieconsent.umd.js': packageFile('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
  },
  banner: ['#cc-main .cm'],
  accept: '#cc-main .cm [data-role="all"]',
};

/** As Vite would link its bundle. @type {Variant} */
export const c15t = {
  name: 'c15t 2.2.1',
  page: marketingPage({
    tags: '',
    styles: `<script type="module" src="/c15t/c15t.js"></script>
<link rel="stylesheet" href="/c15t/c15t.css">`,
    end: '<div id="consent"></div>',
  }),
  files: await bundleC15t(SNIPPET),
  banner: ['[data-testid="consent-banner-root"]'],
  accept: '[data-testid="consent-banner-accept-button"]',
};

/** Where a variant's pages are. @param {Variant} variant @param {boolean} later */
export const addressOf = (variant, later = false) =>
  `${SITE}/${encodeURIComponent(variant.name)}${later && variant.laterPage ? '/later' : ''}`;
