import { readFileSync } from 'node:fs';
import { first, inBody, inHead, instead, script } from '../harness/edits.js';
import type { Edit, Lie } from '../harness/planted.js';
import { strayGtag, yesOn } from './common.js';

/** What would break the promises of FactoryOps AI. */

export const grantedDefault: Lie = {
  name: 'a first word to Google that says “granted”',
  edit: first(
    script(`window.dataLayer = []; function tell() { dataLayer.push(arguments); }
      tell('consent', 'default', { analytics_storage: 'granted' });`),
  ),
  shows: /consent default granted/,
};

export const advancedMode: Lie = {
  name: 'Consent Mode in its advanced form',
  edit: instead('data-ga4', 'data-consent-mode="advanced" data-ga4'),
  shows: /gtag\/js\?id=G-EXAMPLE000/,
};

export const cookieMirror: Lie = {
  name: 'a cookie that carries the choice',
  edit: instead('data-ga4', 'data-cookie-domain="shop.example.com" data-ga4'),
  shows: /\+ +"askfirst"/,
};

export const adsRideAlong: Lie = {
  name: 'advertising signals that ride along',
  edit: first(
    script(`window.dataLayer = []; const push = dataLayer.push; function tell() { push.call(dataLayer, arguments); }
      dataLayer.push = (entry) => {
        if (entry.event === 'consent_update') tell('consent', 'update', { ad_storage: 'granted' });
        return push.call(dataLayer, entry);
      };`),
  ),
  shows: /"ad_storage": "granted"/,
};

export const secondTag: Lie = {
  name: 'a second Google tag behind the same yes',
  edit: inHead(
    '<script type="text/plain" data-consent="analytics" src="https://www.googletagmanager.com/gtag/js?id=G-SECOND"></script>',
  ),
  shows: /G-SECOND/,
};

export const preTicked: Lie = {
  name: 'a box that is ticked beforehand',
  edit: inBody(
    script(`setInterval(() => {
      const box = document.querySelector('askfirst-ui')?.shadowRoot.querySelector('dialog input:not([data-done])');
      if (box) box.checked = box.dataset.done = true;
    }, 10);`),
  ),
  shows: /Analytics before anybody touched it/,
};

/** Three quarters of a minute after the question is there. */
export const timeAsYes = yesOn(
  'time',
  `const look = setInterval(() => {
    if (!document.querySelector('askfirst-ui')?.shadowRoot.querySelector('[part~="banner"]')) return;
    clearInterval(look);
    setTimeout(yes, 45_000);
  }, 10);`,
);

const allOn = (part: string): Edit =>
  first(
    script(`addEventListener('click', (event) => {
      const [element] = event.composedPath();
      if (element.part.contains('${part}')) setTimeout(() => askfirst.acceptAll());
    }, true);`),
  );

export const saveAcceptsAll: Lie = {
  name: 'a Save button that accepts everything',
  edit: allOn('save'),
  shows: /"functional": true/,
};

export const switchAcceptsAll: Lie = {
  name: 'one switch that turns on all',
  edit: allOn('switch'),
  shows: /"functional": true/,
};

export const forgetful: Lie = {
  name: 'a site that forgets the answer',
  edit: first(script('localStorage.removeItem("askfirst");')),
  shows: /askfirst-ui/,
};

let revision = 0;
export const alwaysNew: Lie = {
  name: 'a question that calls itself new on each page',
  edit: (html) => html.replace('data-ga4', `data-revision="${(revision += 1)}" data-ga4`),
  shows: /askfirst-ui/,
};

export const chatAsAnalytics: Lie = {
  name: 'a chat that counts as analytics',
  edit: instead('"category": "necessary"', '"category": "analytics"'),
  shows: /localStorage chat_session/,
};

export const emptiedStorage: Lie = {
  name: 'a withdrawal that empties all storage',
  edit: inHead(script('document.addEventListener("askfirst:withdrawal", () => localStorage.clear());')),
  shows: /localStorage unlock_case-study/,
};

export const backup: Lie = {
  name: 'a copy of the answer that outlives the visitor’s clearing',
  edit: first(
    script(`if (window.name) localStorage.setItem('askfirst', window.name);
      setInterval(() => { window.name = localStorage.getItem('askfirst') ?? window.name; }, 20);`),
  ),
  shows: /localStorage askfirst/,
};

const model = readFileSync(new URL('../../harness/gtag-model.js', import.meta.url), 'utf8');
export const greedyTag: Lie = {
  name: 'a tag that asks for ten years',
  server: (server) =>
    server.reply('https://www.googletagmanager.com/gtag/js', {
      type: 'text/javascript',
      body: model.replace('max-age=63072000', 'max-age=315360000'),
    }),
  shows: /max-age=315360000/,
};

/** Takes Google Analytics out of the attribute and declares it by hand. */
const declared = (analytics: object): Edit => {
  const service = { id: 'ga', name: 'Google Analytics 4', provider: 'Google', category: 'analytics', ...analytics };
  return (html) =>
    html
      .replace('data-ga4="G-EXAMPLE000" ', '')
      .replace('"services": [', (start) => `${start}${JSON.stringify(service)},`);
};

export const shortDeclaration: Lie = {
  name: 'a declaration that names a shorter time',
  edit: declared({ stores: [{ name: '_ga', kind: 'cookie', lifetime: [13, 'month'] }] }),
  shows: /13 months/,
};

export const missingLink: Lie = {
  name: 'a declaration without Google’s policy',
  edit: declared({ stores: [{ name: '_ga', kind: 'cookie', lifetime: [24, 'month'] }] }),
  shows: /the link to Google’s policy/,
};

export const controlElsewhere: Lie = {
  name: 'a sentence between the promise and the control',
  edit: instead('<consent-preferences>', '<p>But first, a word.</p><consent-preferences>', 'privacy.html'),
  shows: /But first, a word/,
};

export const untoldGoogle: Lie = {
  name: 'a withdrawal Google never hears of',
  edit: first(
    script(`window.dataLayer = []; const push = dataLayer.push;
      dataLayer.push = (entry) => entry[1] === 'update' && entry[2].analytics_storage === 'denied' || push.call(dataLayer, entry);`),
  ),
  shows: /what Google heard last.*"granted"/s,
};

export const cookieAgain: Lie = {
  name: 'a server that sets the analytics cookie itself',
  edit: (html, request, response) => {
    if (request.url === '/pricing.html') response.setHeader('Set-Cookie', '_ga=GA1.1.1.1; Path=/; HttpOnly');
    return html;
  },
  shows: /"_ga"/,
};

export const deafTab: Lie = {
  name: 'a tab that does not listen to others',
  edit: first(script('addEventListener("storage", (event) => event.stopImmediatePropagation(), true);')),
  shows: /the other tab’s switch/,
};

export const noWords: Lie = {
  name: 'a page that breaks off where scripts are missing',
  edit: (html) => html.replace(/<noscript>.*?<\/noscript>/gs, ''),
  shows: /without JavaScript/,
};

export const noscriptPixel: Lie = {
  name: 'a pixel for those without JavaScript',
  edit: inBody('<noscript><img src="https://pixel.example.net/noscript.gif" alt=""></noscript>'),
  shows: /noscript\.gif/,
};

export const tagInNextPage: Lie = {
  name: 'a Google tag in the page that is prerendered',
  edit: (html, request, response) =>
    request.url === '/product.html' ? (strayGtag.edit as Edit)(html, request, response) : html,
  shows: /G-STRAY/,
};

export const conversion: Lie = {
  name: 'a conversion reported to Google',
  edit: inBody(
    script(`document.forms.contact?.addEventListener('submit', () => {
      navigator.sendBeacon('https://www.google-analytics.com/g/collect?en=generate_lead');
    });`),
  ),
  shows: /g\/collect\?en=generate_lead/,
};

export const allOfGoogle: Lie = {
  name: 'a service that claims every Google host',
  edit: instead(
    '"services": [',
    '"services": [{ "id": "g", "name": "G", "provider": "Google", "category": "analytics", "hosts": ["*.googleapis.com"] },',
  ),
  shows: /firestore/,
};

export const noWayBack: Lie = {
  name: 'a page without the way back',
  edit: instead('data-consent-open', 'hidden', 'pricing.html'),
  shows: /pricing\.html/,
};

export const regional: Lie = {
  name: 'other rules for other places',
  edit: (html, request) => html.replace('data-ga4', `data-region="${request.headers['x-visitor-region']}" data-ga4`),
  shows: /gtag\/js\?id=G-EXAMPLE000/,
};
