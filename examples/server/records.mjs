import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';

const SITE = 'm-factory';
/** The app's own server names itself: the service takes events of pages of this machine only. */
const ORIGIN = 'http://localhost';
const TOKEN_LIFE = '1 minute';

/** Shared by the app's server and the service: who holds it says which account a visitor has. */
const secret = randomBytes(32).toString('hex');
let folder;
let running;

/** Where records are kept. Without it they end with the server. */
export function keepRecordsIn(path) {
  folder = path;
}

function start() {
  const child = fork(
    fileURLToPath(new URL('records-process.mjs', import.meta.url)),
    [SITE, secret, folder ?? []].flat(),
  );
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      // The service ends with this process, and does not keep it alive.
      child.unref();
      child.channel.unref();
      resolve(message);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      running = undefined;
      reject(new Error(`The record service has ended with ${code}.`));
    });
  });
}

/** The record service. It starts with the first visitor of M-Factory, so that the gallery is there at once. */
export function recordService() {
  running ??= start();
  return running;
}

async function call(path, init = {}) {
  const { address, adminToken } = await recordService();
  const { headers = { authorization: `Bearer ${adminToken}` }, ...rest } = init;
  return fetch(`${address}/v1/${SITE}/${path}`, {
    ...rest,
    headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
  });
}

/** A token that says who is signed in. Only the app's server can make one. */
const tokenOf = (subject) =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setExpirationTime(TOKEN_LIFE)
    .sign(new TextEncoder().encode(secret));

/** Hands events of a page to the service. @returns Its answer. */
export const sendEvents = async (body, subject) =>
  call('events', {
    method: 'POST',
    body,
    headers: subject ? { authorization: `Bearer ${await tokenOf(subject)}` } : {},
  });

async function eventsIn(path) {
  const { chains = [] } = await (await call(path)).json();
  return chains.flatMap(({ entries }) =>
    entries.filter(({ event }) => event).map(({ event, receivedAt }) => ({ ...event, receivedAt })),
  );
}

/** What is kept of a browser's record. */
export const eventsOfRecord = (record) => eventsIn(`records/${encodeURIComponent(record)}`);

/** What is kept of an account. */
export const eventsOfAccount = (subject) => eventsIn(`subjects/${encodeURIComponent(subject)}`);

/** The chains of an account as they are kept, and whether they are what was written. */
export async function chainsOfAccount(subject) {
  const path = `subjects/${encodeURIComponent(subject)}`;
  const [{ chains }, verdict] = await Promise.all(
    [path, `${path}/verify`].map(async (each) => (await call(each)).json()),
  );
  return { chains, verdict };
}

/** The account is deleted: its records end after the time that the service is told. */
export const eraseRecords = (subject) => call('erasures', { method: 'POST', body: JSON.stringify({ subject }) });
