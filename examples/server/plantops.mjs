import { createAccounts } from './accounts.mjs';
import { authCookie, isEmail, readCookie, readForm, readJson, sendJson } from './http.mjs';
import { mailRecord } from './mail-record.mjs';
import { readToken, signToken } from './token.mjs';

const COOKIE = 'plantops_session';
const LIFE_S = 7 * 24 * 60 * 60;
const MAX_DOCUMENTS = 50;

const steps = {
  JSA: ['List the steps of the task', 'Name the hazard of each step', 'Choose a control for each hazard'],
  SOP: ['Prepare area and tools', 'Carry out the task in order', 'Check, sign and file'],
  LOTO: ['Tell everybody concerned', 'Shut down and isolate every energy source', 'Lock, tag and try to start'],
};

const accounts = createAccounts((email) => ({ email, mail: null, documents: [] }));
const accountOf = (request) => accounts.find(readToken(readCookie(request, COOKIE)));

/** Answers only whoever is signed in. */
const signedIn = (answer) => async (request, response) => {
  const account = accountOf(request);
  if (account) await answer(account, request, response);
  else sendJson(response, 401, { error: 'Please sign in.' });
};

async function signIn(request, response) {
  const form = await readForm(request);
  const missing = [];
  if (!isEmail(form.get('email'))) missing.push('email');
  if (!form.get('password')) missing.push('password');
  if (missing.length) return sendJson(response, 422, { missing });
  const { email } = accounts.findOrAdd(form.get('email'));
  sendJson(response, 200, { missing }, { 'Set-Cookie': authCookie(COOKIE, signToken(email, LIFE_S), LIFE_S) });
}

const endSession = { 'Set-Cookie': authCookie(COOKIE, '', 0) };

async function answerAboutMail(account, request, response) {
  const record = mailRecord(await readJson(request), 'marketing-mail');
  if (!record) return sendJson(response, 422, { error: 'That is no answer about mail.' });
  account.mail = record;
  sendJson(response, 200, account);
}

async function writeDocument(account, request, response) {
  const form = await readForm(request);
  const [kind, task] = [form.get('kind'), form.get('task')?.trim().slice(0, 120)];
  if (!Object.hasOwn(steps, kind) || !task) return sendJson(response, 422, { missing: ['task'] });
  account.documents.unshift({ kind, task, steps: steps[kind] });
  account.documents.splice(MAX_DOCUMENTS);
  sendJson(response, 200, account);
}

/** The calls of the PlantOps AI site: one cookie of seven days says who is signed in. */
export const plantops = {
  'POST /api/plantops/sign-in': signIn,
  'POST /api/plantops/sign-out': (_request, response) => sendJson(response, 200, {}, endSession),
  'GET /api/plantops/account': signedIn((account, _request, response) => sendJson(response, 200, account)),
  'POST /api/plantops/mail': signedIn(answerAboutMail),
  'POST /api/plantops/documents': signedIn(writeDocument),
  'POST /api/plantops/delete': signedIn((account, _request, response) => {
    accounts.remove(account.email);
    sendJson(response, 200, {}, endSession);
  }),
};
