import { randomUUID } from 'node:crypto';
import { createAccounts } from './accounts.mjs';
import { authCookie, isEmail, readCookie, readJson, sendJson } from './http.mjs';

const MAX_SESSIONS = 200;
const MAX_EVENTS = 5000;
const KEPT_AFTER_DELETION_MS = 30 * 86_400_000;
const COOKIE = 'm-factory-session';

const accounts = createAccounts((email) => ({ id: randomUUID(), email }));
/** Accounts by session. They end with the server. */
const sessions = new Map();
/** The log of choices by `recordId seq`, oldest first. */
const log = new Map();
/** Until when a record is kept, in milliseconds since the epoch; without an entry: as long as the account is open. */
const ends = new Map();

const sessionOf = (request) => readCookie(request, COOKIE);
const accountOf = (request) => sessions.get(sessionOf(request)) ?? null;

function session(request, response) {
  sendJson(response, 200, { account: accountOf(request) });
}

async function signIn(request, response) {
  const { email } = (await readJson(request)) ?? {};
  if (!isEmail(email)) return sendJson(response, 422, { missing: ['email'] });
  const token = randomUUID();
  const account = accounts.findOrAdd(email.toLowerCase());
  sessions.set(token, account);
  if (sessions.size > MAX_SESSIONS) sessions.delete(sessions.keys().next().value);
  sendJson(response, 200, { account }, { 'Set-Cookie': authCookie(COOKIE, token) });
}

function signOut(request, response) {
  sessions.delete(sessionOf(request));
  sendJson(response, 200, {}, { 'Set-Cookie': authCookie(COOKIE, '', 0) });
}

function deleteAccount(request, response) {
  const account = accountOf(request);
  if (!account) return sendJson(response, 401, {});
  for (const { subject, recordId } of log.values())
    if (subject === account.id) keepUntil(recordId, Date.now() + KEPT_AFTER_DELETION_MS);
  accounts.remove(account.email);
  for (const [token, { id }] of sessions) if (id === account.id) sessions.delete(token);
  sendJson(response, 200, {}, { 'Set-Cookie': authCookie(COOKIE, '', 0) });
}

const isEvent = (event) =>
  event?.v === 1 && typeof event.recordId === 'string' && Number.isSafeInteger(event.seq) && event.choices;

function keepUntil(recordId, time) {
  ends.set(recordId, time);
  if (ends.size > MAX_EVENTS) ends.delete(ends.keys().next().value);
}

function removeEnded() {
  for (const [key, { recordId }] of log) if (ends.get(recordId) < Date.now()) log.delete(key);
}

/** Appends what it does not have yet. Nothing in the log is ever changed. */
async function append(request, response) {
  const events = await readJson(request);
  if (!Array.isArray(events) || !events.every(isEvent)) return sendJson(response, 422, {});
  removeEnded();
  const account = accountOf(request);
  for (const { subject, ...event } of events) {
    const key = `${event.recordId} ${event.seq}`;
    if (log.has(key)) continue;
    // Nobody links a record to an account that is not theirs.
    const isOwn = subject && subject === account?.id;
    log.set(key, { ...event, ...(isOwn && { subject }), receivedAt: new Date().toISOString() });
    if (event.keepUntil) keepUntil(event.recordId, Date.parse(event.keepUntil));
    if (log.size > MAX_EVENTS) log.delete(log.keys().next().value);
  }
  sendJson(response, 200, {});
}

/** What belongs to the account, and to the record whose random id the browser knows. */
function list(request, response) {
  removeEnded();
  const account = accountOf(request);
  const record = new URL(request.url, 'http://localhost').searchParams.get('record');
  const own = new Set(record && [record]);
  for (const { subject, recordId } of log.values()) if (account && subject === account.id) own.add(recordId);
  sendJson(response, 200, { events: [...log.values()].filter(({ recordId }) => own.has(recordId)) });
}

/** What M-Factory asks its server: a sign-in that believes every e-mail address, and the log of choices. */
export const mFactory = {
  'GET /api/m-factory/session': session,
  'POST /api/m-factory/session': signIn,
  'DELETE /api/m-factory/session': signOut,
  'DELETE /api/m-factory/account': deleteAccount,
  'GET /api/m-factory/records': list,
  'POST /api/m-factory/records': append,
};
