import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Pages with the banners of other consent tools: the real ones, from their packages, set up as their docs say. */
export interface ToolPage {
  /** The page's address on the site is `/<name>`; this is its markup. */
  readonly html: string;
  /** Script and style sheets, by path on the site. */
  readonly files: () => Promise<Record<string, string>> | Record<string, string>;
  /** Expression of the page: whether analytics may run. */
  readonly allowsAnalytics: string;
  /** The same for marketing, where the tool says so. */
  readonly allowsMarketing?: string;
}

const require = createRequire(import.meta.url);
const packageFile = (path: string) => readFileSync(require.resolve(path), 'utf8');

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head><body><h1>Shop</h1><p>Words.</p>${body}</body></html>`;

/** Its quickstart for React, without a backend. */
const C15T = `
import { ConsentBanner, ConsentDialog, ConsentDialogLink, ConsentManagerProvider } from '@c15t/react';
import '@c15t/react/styles.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
const options = { mode: 'offline', consentCategories: ['necessary', 'measurement', 'marketing'], overrides: { country: 'DE' } };
createRoot(document.getElementById('consent')).render(
  createElement(ConsentManagerProvider, { options }, createElement(ConsentBanner), createElement(ConsentDialog),
    createElement(ConsentDialogLink, null, 'Privacy settings')),
);`;

async function c15tFiles(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: C15T, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outfile: '/c15t.js',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`/tools/${path.split('/').pop()}`, text]));
}

export const toolPages: Readonly<Record<string, ToolPage>> = {
  'vanilla-cookieconsent': {
    html: page(
      '<link rel="stylesheet" href="/tools/vcc.css">',
      `<footer><button type="button" data-cc="show-preferencesModal">Manage cookie preferences</button></footer>
<script src="/tools/vcc.js"></script><script>
CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'We use cookies', description: 'Cookie modal description', acceptAllBtn: 'Accept all',
      acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Manage Individual preferences' },
    preferencesModal: { title: 'Manage cookie preferences', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all',
      savePreferencesBtn: 'Accept current selection', closeIconLabel: 'Close modal',
      sections: [
        { title: 'Strictly Necessary cookies', description: 'These cookies are essential.', linkedCategory: 'necessary' },
        { title: 'Performance and Analytics', description: 'These cookies collect information.', linkedCategory: 'analytics' },
        { title: 'Targeting and Advertising', description: 'These cookies are for ads.', linkedCategory: 'marketing' },
      ] },
  } } },
});</script>`,
    ),
    files: () => ({
      '/tools/vcc.js': packageFile('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
      '/tools/vcc.css': packageFile('vanilla-cookieconsent/dist/cookieconsent.css'),
    }),
    allowsAnalytics: "CookieConsent.acceptedCategory('analytics')",
    allowsMarketing: "CookieConsent.acceptedCategory('marketing')",
  },
  klaro: {
    html: page(
      '',
      `<footer><a href="#" onclick="klaro.show(undefined, true); return false">Cookie settings</a></footer>
<script>var klaroConfig = {
  version: 1, elementID: 'klaro', acceptAll: true, hideDeclineAll: false, default: false,
  translations: { en: { privacyPolicyUrl: '/privacy', consentModal: { description: 'Here you can see and customize the information that we collect about you.' },
    matomo: { description: 'Collecting of visitor statistics' }, ads: { description: 'Displaying of advertisements' },
    purposes: { analytics: 'Visitor Statistics', advertising: 'Advertisement' } } },
  services: [ { name: 'matomo', title: 'Matomo Analytics', purposes: ['analytics'] }, { name: 'ads', title: 'Ads', purposes: ['advertising'] } ],
};</script><script defer src="/tools/klaro.js"></script>`,
    ),
    files: () => ({ '/tools/klaro.js': packageFile('klaro/dist/klaro.js') }),
    allowsAnalytics: "klaro.getManager().getConsent('matomo')",
  },
  orejime: {
    html: page(
      '<link rel="stylesheet" href="/tools/orejime.css">',
      `<footer><button type="button" onclick="orejime.prompt()">Cookie settings</button></footer>
<script>window.orejimeConfig = { privacyPolicyUrl: '/privacy', purposes: [
  { id: 'analytics', title: 'Analytics', description: 'Statistics', cookies: ['_ga'] },
  { id: 'ads', title: 'Advertising', description: 'Ads', cookies: ['_fbp'] } ] };</script>
<script src="/tools/orejime.js"></script>`,
    ),
    files: () => ({
      '/tools/orejime.js': packageFile('orejime/dist/orejime-standard-en.js'),
      '/tools/orejime.css': packageFile('orejime/dist/orejime-standard.css'),
    }),
    allowsAnalytics: "orejime.manager.getConsent('analytics')",
  },
  tarteaucitron: {
    html: page(
      `<script src="/tools/tarteaucitron.js"></script><script>
tarteaucitron.init({ privacyUrl: '', bodyPosition: 'bottom', hashtag: '#tarteaucitron', cookieName: 'tarteaucitron', orientation: 'middle',
  groupServices: false, serviceDefaultState: 'wait', alwaysNeedConsent: true, showAlertSmall: false, cookieslist: false, showIcon: true, iconPosition: 'BottomRight', adblocker: false,
  DenyAllCta: true, AcceptAllCta: true, highPrivacy: true, useExternalCss: false, useExternalJs: false, mandatory: true });
</script>`,
      `<script>tarteaucitron.user.matomoId = 1; tarteaucitron.user.matomoHost = '/matomo/';
(tarteaucitron.job = tarteaucitron.job || []).push('matomo');
(tarteaucitron.job = tarteaucitron.job || []).push('facebookpixel');</script>`,
    ),
    files: () => ({
      '/tools/tarteaucitron.js': packageFile('tarteaucitronjs/tarteaucitron.js'),
      '/tools/tarteaucitron.services.js': packageFile('tarteaucitronjs/tarteaucitron.services.js'),
      '/tools/css/tarteaucitron.css': packageFile('tarteaucitronjs/css/tarteaucitron.css'),
      '/tools/lang/tarteaucitron.en.js': packageFile('tarteaucitronjs/lang/tarteaucitron.en.js'),
    }),
    allowsAnalytics: 'tarteaucitron.state.matomo === true',
    allowsMarketing: 'tarteaucitron.state.facebookpixel === true',
  },
  c15t: {
    html: page(
      '<link rel="stylesheet" href="/tools/c15t.css">',
      '<footer id="consent"></footer><script type="module" src="/tools/c15t.js"></script>',
    ),
    files: c15tFiles,
    allowsAnalytics:
      "/measurement(\":true|:1)/.test(decodeURIComponent(document.cookie) + JSON.stringify(localStorage).replaceAll('\\\\', ''))",
  },
};
