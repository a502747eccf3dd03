import { first, inBody, instead, script } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What would break the promises of FactoryLM. */

const onSignIn = (name: string, copy: string, shows: RegExp): Lie => ({
  name,
  edit: first(
    script(`{
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) { write.call(this, key, value); if (this === sessionStorage) ${copy} };
    }`),
  ),
  shows,
});

export const tokenKept = onSignIn(
  'a token that is kept for longer',
  'write.call(localStorage, key, value);',
  /localStorage factorylm_token/,
);

export const tokenCookie = onSignIn(
  'a token in a cookie',
  'document.cookie = key + "=1; path=/; max-age=86400";',
  /\+ +"factorylm_token"/,
);

export const tokenShared: Lie = {
  name: 'a token that tabs tell each other',
  edit: first(
    script(`{
      const channel = new BroadcastChannel('token');
      const key = 'factorylm_token';
      channel.onmessage = ({ data }) => {
        if (data) sessionStorage.setItem(key, data);
        else if (sessionStorage.getItem(key)) channel.postMessage(sessionStorage.getItem(key));
      };
      channel.postMessage('');
    }`),
  ),
  shows: /the new tab.*factorylm_token/s,
};

export const tokenStays: Lie = {
  name: 'a sign-out that forgets the token',
  edit: first(script('Storage.prototype.removeItem = () => {};')),
  shows: /after sign-out.*factorylm_token/s,
};

export const modelInPage: Lie = {
  name: 'a question that goes straight to the model',
  edit: inBody(
    script(`document.querySelector('#ask')?.addEventListener('submit', () => {
      fetch('https://api.anthropic.com/v1/messages', { method: 'POST', mode: 'no-cors', body: '{}' });
    });`),
  ),
  shows: /api\.anthropic\.com/,
};

export const stripeEverywhere: Lie = {
  name: 'Stripe on the page of prices',
  edit: instead('</head>', '<script src="https://js.stripe.com/v3/"></script></head>', 'pricing.html'),
  shows: /before the checkout.*js\.stripe\.com/s,
};

export const helperAtCheckout: Lie = {
  name: 'somebody else at the checkout',
  edit: instead('</head>', '<script src="https://cdn.fraudscore.example.net/v1.js"></script></head>', 'checkout.html'),
  shows: /cdn\.fraudscore/,
};

export const undeclaredCookie: Lie = {
  name: 'a cookie at the checkout that nobody declared',
  edit: instead(
    '</head>',
    script('document.cookie = "machine_identifier=1; path=/; max-age=31536000";').concat('</head>'),
    'checkout.html',
  ),
  shows: /machine_identifier/,
};

export const embeddedFilm: Lie = {
  name: 'the film embedded instead of linked',
  edit: inBody('<iframe src="https://www.loom.com/embed/example" title="Film"></iframe>'),
  shows: /www\.loom\.com/,
};

export const newQuestion: Lie = {
  name: 'a new version that brings a question',
  edit: (html) =>
    html.includes('data-policy-version="2027-01-01"')
      ? html.replace('data-controller', 'data-categories="analytics" data-controller')
      : html,
  shows: /part=.{0,2}banner/,
};

export const falseLink: Lie = {
  name: 'a link not to sell what is not sold',
  edit: inBody('<p><a href="privacy.html">Do Not Sell or Share My Personal Information</a></p>'),
  shows: /Do Not Sell/,
};

export const noContact: Lie = {
  name: 'rights without somebody to write to',
  edit: instead('privacy@factorylm.com', 'us', 'privacy.html'),
  shows: /privacy@factorylm\.com/,
};

export const shortLife: Lie = {
  name: 'a declaration that names another life',
  edit: instead(
    '"kind": "sessionStorage", "lifetime": "session"',
    '"kind": "sessionStorage", "lifetime": "persistent"',
  ),
  shows: /until you clear site data/,
};
