import { first, inBody, instead, script } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What may be wrong with consent to mail. */

export const tickedLater = (box: string): Lie => ({
  name: 'a box that ticks itself',
  edit: inBody(
    script(
      `{ const box = document.querySelector('${box}'); if (box) setInterval(() => { box.checked = true; }, 20); }`,
    ),
  ),
  shows: /the box before anybody touched it/,
});

export const otherWords: Lie = {
  name: 'words that change between tick and proof',
  edit: inBody(
    script(`document.querySelector('#updates')?.addEventListener('change', ({ target }) => {
      target.labels[0].textContent = 'Send me offers of partners';
    });`),
  ),
  shows: /offers of partners/,
};

export const swallowed = (path: string): Lie => ({
  name: 'an answer that never reaches the account',
  server: (server) => server.reply(path, { type: 'application/json', body: '{}' }),
  shows: /what the account holds/,
});

export const yesByUse = (path: string, purpose: string): Lie => ({
  name: 'use taken for a yes',
  edit: first(
    script(`addEventListener('scroll', () => fetch('${path}', { method: 'POST', body: JSON.stringify({
      v: 1, id: 'x', purpose: '${purpose}', granted: true, at: new Date().toISOString(),
    }) }).catch(() => {}), { once: true });`),
  ),
  shows: /what the account holds.*"granted": true/s,
});

export const mailWithoutTick: Lie = {
  name: 'a form that sends a yes nobody gave',
  edit: instead(
    '<p class="check">',
    `<input type="hidden" name="askfirst-product-updates" value='{"v":1,"id":"x","purpose":"product-updates","granted":true,"at":"2026-11-20T00:00:00.000Z"}'><p class="check">`,
    'sign-up.html',
  ),
  shows: /what the account holds.*"granted": true/s,
};
