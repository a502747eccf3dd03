import type { Lie } from '../harness/planted.js';

/** What may be wrong with the one cookie of a sign-in. The sign-out sends the same header with `Max-Age=0`. */

const isGoodbye = (header: string) => header.includes('Max-Age=0');
const atSignIn = (change: (header: string) => string) => (header: string) =>
  isGoodbye(header) ? header : change(header);

export const datedSession: Lie = {
  name: 'a session cookie with a date',
  cookie: atSignIn((header) => `${header}; Max-Age=31536000`),
  shows: /\+ +"days": 365/,
};

export const longLife: Lie = {
  name: 'a cookie that lives for a month',
  cookie: atSignIn((header) => header.replace(/Max-Age=\d+/, 'Max-Age=2592000')),
  shows: /\+ +"days": 30/,
};

export const readable: Lie = {
  name: 'a cookie that scripts can read',
  cookie: (header) => header.replace('; HttpOnly', ''),
  shows: /\+ +"httpOnly": false/,
};

export const unencrypted: Lie = {
  name: 'a cookie that also travels unencrypted',
  cookie: (header) => header.replace('; Secure', ''),
  shows: /\+ +"secure": false/,
};

export const widened: Lie = {
  name: 'a cookie for all of the company’s hosts',
  cookie: (header) => `${header}; Domain=example.com`,
  shows: /\+ +"domain": "\.?example\.com"/,
};

export const companion: Lie = {
  name: 'a second cookie beside the first',
  server: (server) =>
    server.reply('/site.css', { type: 'text/css', headers: { 'set-cookie': '__cf_bm=1; Path=/; HttpOnly; Secure' } }),
  shows: /__cf_bm/,
};

export const signOutStays: Lie = {
  name: 'a sign-out that leaves the cookie',
  cookie: (header) => (isGoodbye(header) ? 'gone=1; Path=/; Max-Age=0' : header),
  shows: /after sign-out.*_session/s,
};
