import { recordService } from 'examples/server/records.mjs';
import type { Path } from '../../engines/harness/engine.js';
import { sees } from '../../engines/harness/interface.js';
import { storedText } from '../../engines/harness/probe.js';
import { expect, type Server, type Tab, test } from '../../engines/harness/test.js';
import { newAddress, submit } from './forms.js';
import { promisesOf } from './promise.js';

/** What the promises of M-Factory have in common. */
export const promise = promisesOf('M-Factory', 'spa-react');

// Its database takes seconds to start, once for each worker.
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await recordService();
});

export const SCREENS = ['studio', 'projects', 'settings', 'settings/legal', 'privacy', 'sign-in'];
export const EVENTS = 'analytics.m-factory.example/events';
export const REPORTS = 'errors.m-factory.example/reports';
export const SWITCH = (purpose: string): Path => [`[role="switch"][aria-labelledby="${purpose}-label"]`];
export const ACCEPTANCE: Path = ['askfirst-acceptance', '[part~="accept"]'];

/** Opens a screen: within the app, once it runs. */
export const show = (tab: Tab, screen: string, language = 'en') =>
  tab.evaluate((hash) => void (location.hash = hash), `/${language}/${screen}`);
export const isSwitchedOn = (tab: Tab, purpose: string) =>
  tab.evaluate((selector) => document.querySelector(selector)?.getAttribute('aria-checked'), SWITCH(purpose)[0] ?? '');
export const showsOn = (tab: Tab, purpose: string, on: boolean) =>
  expect.poll(() => isSwitchedOn(tab, purpose), { timeout: 2_000 }).toBe(String(on));
export const recordOf = async (tab: Tab) => JSON.parse((await storedText(tab)) ?? 'null');
export const answersOf = async (tab: Tab) =>
  Object.fromEntries(
    Object.entries<{ granted: boolean }>((await recordOf(tab))?.choices ?? {}).map(([key, { granted }]) => [
      key,
      granted,
    ]),
  );
export const log = (tab: Tab, record: string) =>
  tab.evaluate(async (id) => (await (await fetch(`/api/m-factory/records?record=${id}`)).json()).events, record);
export const bodies = (server: Server) => {
  for (const url of [EVENTS, REPORTS])
    server.reply(`https://${url}`, { status: 204, headers: { 'access-control-allow-origin': '*' } });
};
export async function signIn(tab: Tab, email = newAddress()) {
  await show(tab, 'sign-in');
  await sees(tab, ['form.door']);
  await submit(tab, 'form.door', { email });
  return email;
}
