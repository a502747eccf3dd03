import { eraseLocalData } from 'askfirst/records';
import { consent, shared } from '../consent/consent.js';
import { acceptance } from '../consent/policy.js';
import { records } from '../consent/records.js';
import { createStore } from '../store.js';
import { projects } from '../studio/projects.js';
import { ask } from './server.js';

export interface Account {
  id: string;
  email: string;
}

/** Who is signed in; `undefined` while that is not known yet. */
export const account = createStore<Account | null | undefined>(undefined);

function enter(found: Account): void {
  records.identify(found.id);
  shared.signIn(found.id);
  account.set(found);
}

/** Takes up the session of the cookie that only the server reads. */
export async function resume(): Promise<void> {
  const found = await ask<{ account: Account | null }>('GET', 'session').catch(() => ({ account: null }));
  if (found.account) enter(found.account);
  else account.set(null);
}

/**
 * Signs in, links the choices made here to the account, and asks to accept the policy if there is a newer one.
 *
 * @returns Whether the visitor is signed in: not without the current policy.
 */
export async function signIn(email: string): Promise<boolean> {
  const { account: found } = await ask<{ account: Account }>('POST', 'session', { email });
  if (!(await acceptance.prompt(found.id))) {
    await ask('DELETE', 'session');
    return false;
  }
  enter(found);
  return true;
}

export async function signOut(): Promise<void> {
  await ask('DELETE', 'session');
  records.identify(null);
  shared.signOut();
  account.set(null);
}

/**
 * Deletes the account and all that lies here.
 *
 * @returns Until when the log of choices is kept, ISO 8601; `null` if there is none.
 */
export async function deleteAccount(): Promise<string | null> {
  const hasLog = account.get() || consent.record();
  if (account.get()) await ask('DELETE', 'account');
  const keptUntil = records.erase();
  await records.flush();
  eraseLocalData();
  projects.set([]);
  account.set(null);
  return hasLog ? keptUntil : null;
}
