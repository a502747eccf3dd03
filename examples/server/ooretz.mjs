import { randomUUID } from 'node:crypto';
import { createAccounts } from './accounts.mjs';
import { authCookie, isEmail, parseJson, readCookie, readForm, readJson, sendJson } from './http.mjs';
import { mailRecord } from './mail-record.mjs';

const COOKIE = 'ooretz_session';
const PURPOSE = 'product-updates';
const MAX_SESSIONS = 500;

const accounts = createAccounts((email) => ({ email, name: '', updates: null }));
/** E-mail addresses by session, oldest first. */
const sessions = new Map();

const sessionOf = (request) => readCookie(request, COOKIE);

/** Answers only whoever is signed in. */
const signedIn = (answer) => async (request, response) => {
  const account = accounts.find(sessions.get(sessionOf(request)));
  if (account) await answer(account, request, response);
  else sendJson(response, 401, { error: 'Please sign in.' });
};

/** Begins a session; its cookie has no date, so it also ends with the browser. */
function begin(account, response) {
  const session = randomUUID();
  sessions.set(session, account.email);
  if (sessions.size > MAX_SESSIONS) sessions.delete(sessions.keys().next().value);
  sendJson(response, 200, { missing: [] }, { 'Set-Cookie': authCookie(COOKIE, session) });
}

async function signUp(request, response) {
  const form = await readForm(request);
  const missing = ['name', 'password'].filter((field) => !form.get(field)?.trim());
  if (!isEmail(form.get('email'))) missing.push('email');
  if (missing.length) return sendJson(response, 422, { missing });
  const account = accounts.findOrAdd(form.get('email'));
  account.name = form.get('name').trim().slice(0, 80);
  // Only a ticked box sends an answer. No box, no mail.
  account.updates = mailRecord(parseJson(form.get(`askfirst-${PURPOSE}`)), PURPOSE) ?? account.updates;
  begin(account, response);
}

async function signIn(request, response) {
  const form = await readForm(request);
  const missing = form.get('password') ? [] : ['password'];
  if (!isEmail(form.get('email'))) missing.unshift('email');
  if (missing.length) return sendJson(response, 422, { missing });
  begin(accounts.findOrAdd(form.get('email')), response);
}

function signOut(request, response) {
  sessions.delete(sessionOf(request));
  sendJson(response, 200, {}, { 'Set-Cookie': authCookie(COOKIE, '', 0) });
}

async function answerAboutUpdates(account, request, response) {
  const record = mailRecord(await readJson(request), PURPOSE);
  if (!record) return sendJson(response, 422, { error: 'That is no answer about mail.' });
  account.updates = record;
  sendJson(response, 200, account);
}

/** The calls of the OOretz Factory site: one session cookie that goes at sign-out. */
export const ooretz = {
  'POST /api/ooretz/sign-up': signUp,
  'POST /api/ooretz/sign-in': signIn,
  'POST /api/ooretz/sign-out': signOut,
  'GET /api/ooretz/account': signedIn((account, _request, response) => sendJson(response, 200, account)),
  'POST /api/ooretz/updates': signedIn(answerAboutUpdates),
};
