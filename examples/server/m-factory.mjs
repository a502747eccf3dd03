import { createHash, randomUUID } from 'node:crypto';
import { createAccounts } from './accounts.mjs';
import { authCookie, isEmail, parseJson, readCookie, readJson, readText, sendJson } from './http.mjs';
import { eraseRecords, eventsOfAccount, eventsOfRecord, recordService, sendEvents } from './records.mjs';

const MAX_SESSIONS = 200;
const MAX_CHOICE = 20_000;
const COOKIE = 'm-factory-session';

const accounts = createAccounts((email) => ({ id: randomUUID(), email }));
/** Accounts by session. They end with the server. */
const sessions = new Map();
/** The choice of an account, as JSON, by its id. */
const choices = new Map();

const sessionOf = (request) => readCookie(request, COOKIE);
const accountOf = (request) => sessions.get(sessionOf(request)) ?? null;

function session(request, response) {
  // So that it is there when the first answer comes.
  recordService().catch(console.error);
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

async function deleteAccount(request, response) {
  const account = accountOf(request);
  if (!account) return sendJson(response, 401, {});
  const { ok } = await eraseRecords(account.id);
  if (!ok) return sendJson(response, 503, {});
  choices.delete(account.id);
  accounts.remove(account.email);
  for (const [token, { id }] of sessions) if (id === account.id) sessions.delete(token);
  sendJson(response, 200, {}, { 'Set-Cookie': authCookie(COOKIE, '', 0) });
}

/** Hands events on to the record service, and says whose session they came in. */
async function append(request, response) {
  const answer = await sendEvents(await readText(request), accountOf(request)?.id);
  sendJson(response, answer.status, await answer.json());
}

/** What belongs to the account, and to the record whose random id the browser knows. */
async function list(request, response) {
  const account = accountOf(request);
  const record = new URL(request.url, 'http://localhost').searchParams.get('record');
  const lists = await Promise.all([account && eventsOfAccount(account.id), record && eventsOfRecord(record)]);
  const events = new Map(
    lists.flatMap((found) => found || []).map((event) => [`${event.recordId} ${event.seq}`, event]),
  );
  sendJson(response, 200, { events: [...events.values()].sort((one, other) => one.seq - other.seq) });
}

const versionOf = (text) => `"${createHash('sha256').update(text).digest('base64url')}"`;

/** The choice of the account, for each device on which it is signed in. */
function choice(request, response) {
  const account = accountOf(request);
  if (!account) return sendJson(response, 401, {});
  const kept = choices.get(account.id);
  if (!kept) return sendJson(response, 204);
  sendJson(response, 200, parseJson(kept), { ETag: versionOf(kept) });
}

/** Stored only if it was made from what is kept now: two devices may answer at the same moment. */
async function keepChoice(request, response) {
  const account = accountOf(request);
  if (!account) return sendJson(response, 401, {});
  const text = await readText(request);
  if (text.length > MAX_CHOICE || parseJson(text)?.v !== 1) return sendJson(response, 422, {});
  const kept = choices.get(account.id);
  const { 'if-match': known, 'if-none-match': none } = request.headers;
  if (kept ? known !== versionOf(kept) : none !== '*') return sendJson(response, 412, {});
  choices.set(account.id, text);
  sendJson(response, 200, {}, { ETag: versionOf(text) });
}

/** What M-Factory asks its server: a sign-in that believes every e-mail address, the log of choices, and the account's choice. */
export const mFactory = {
  'GET /api/m-factory/session': session,
  'POST /api/m-factory/session': signIn,
  'DELETE /api/m-factory/session': signOut,
  'DELETE /api/m-factory/account': deleteAccount,
  'GET /api/m-factory/records': list,
  'POST /api/m-factory/records': append,
  'GET /api/m-factory/choice': choice,
  'PUT /api/m-factory/choice': keepChoice,
};
