import { first, inBody, inHead, script } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What would break the promises of M-Factory. */

export const sessionReplay: Lie = {
  name: 'an error tool that does not wait',
  edit: first(
    script(`addEventListener('error', ({ message }) => {
      navigator.sendBeacon('https://o1.ingest.sentry.io/api/1/envelope/?m=' + message);
    });`),
  ),
  shows: /before consent.*ingest\.sentry\.io/s,
};

/** Replaces what the app hands to `fetch` or hears from it. */
const inFetch = (code: string) =>
  first(
    script(
      `{ const ask = window.fetch; window.fetch = (url, options = {}) => { ${code} return ask(url, options); }; }`,
    ),
  );

export const addressInReport: Lie = {
  name: 'an error report with an e-mail address',
  edit: inFetch(
    `if (String(url).includes('/reports')) options = { ...options, body: 'somchai@plant.example broke it' };`,
  ),
  shows: /somchai@plant\.example/,
};

export const lostLog: Lie = {
  name: 'a log that loses what arrives',
  server: (server) => server.reply('/api/m-factory/records', { type: 'application/json', body: '{"events":[]}' }),
  shows: /the log/,
};

export const otherVersion: Lie = {
  name: 'records that name no version',
  edit: inFetch(`if (String(url).includes('/records') && options.body)
    options = { ...options, body: options.body.replaceAll('"2026-05-12"', 'null') };`),
  shows: /"policy": null/,
};

export const goesOn: Lie = {
  name: 'a counter that goes on after a withdrawal',
  edit: first(
    script(`{
      let allowed = false;
      setInterval(() => {
        allowed ||= JSON.parse(localStorage.getItem('askfirst'))?.choices.analytics?.granted;
        if (allowed) navigator.sendBeacon('https://counter.example.net/still');
      }, 100);
    }`),
  ),
  shows: /counter\.example\.net\/still/,
};

export const contractSwitch: Lie = {
  name: 'a switch for what is no choice',
  edit: inBody('<label><input type="checkbox" role="switch" name="contract" checked> Run the studio</label>'),
  shows: /contract/,
};

const pressAcceptAll = `document.querySelector('askfirst-ui').shadowRoot.querySelector('[part~="accept"]').click();`;

export const acceptanceGrants: Lie = {
  name: 'a policy whose acceptance allows analytics',
  edit: first(
    script(`addEventListener('click', (event) => {
      if (event.composedPath().some(({ localName }) => localName === 'askfirst-acceptance')) ${pressAcceptAll}
    }, true);`),
  ),
  shows: /after the acceptance.*"analytics": true/s,
};

export const useGrants: Lie = {
  name: 'use taken for a yes',
  edit: first(script(`addEventListener('hashchange', () => { ${pressAcceptAll} }, { once: true });`)),
  shows: /localStorage askfirst/,
};

export const bundled: Lie = {
  name: 'a new purpose that rides along with an old yes',
  edit: first(
    script(`{
      const record = JSON.parse(localStorage.getItem('askfirst'));
      const yes = record?.choices.analytics;
      if (yes && !record.choices.errors) {
        record.choices.errors = { ...yes, asked: ['error-reports'] };
        localStorage.setItem('askfirst', JSON.stringify(record));
      }
    }`),
  ),
  shows: /the new purpose.*true/s,
};

export const hiddenAuthority: Lie = {
  name: 'an authority nobody can find',
  edit: inHead('<style>a[href*="pdpc"] { display: none }</style>'),
  shows: /pdpc/,
};

export const oneLanguage: Lie = {
  name: 'a page that always claims to be English',
  edit: first(
    script(`new MutationObserver(() => {
      if (document.documentElement.lang !== 'en') document.documentElement.lang = 'en';
    }).observe(document.documentElement, { attributes: true });`),
  ),
  shows: /the language it says/,
};

export const paymentEverywhere: Lie = {
  name: 'the payment provider on every screen',
  edit: inHead('<script src="https://js.siam-pay.example/v1.js"></script>'),
  shows: /before the credits.*siam-pay/s,
};
