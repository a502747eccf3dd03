import { isSeen, textOf } from '../engines/harness/find.js';
import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { settle } from '../engines/harness/probe.js';
import { expect } from '../engines/harness/test.js';
import { clockAt } from './harness/edits.js';
import {
  ACCEPTANCE,
  answersOf,
  bodies,
  log,
  promise,
  recordOf,
  SWITCH,
  show,
  showsOn,
  signIn,
} from './harness/m-factory.js';
import { away, cookies, declared, jar, stored } from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/m-factory.js';

/** What the privacy policy of M-Factory promises about proof, versions and what is kept. */

promise(
  'each answer goes into a log that is kept as proof, with the version of the policy, and finds the account later',
  { consent: true, lies: [lies.otherVersion, lies.lostLog] },
  async ({ tab, server, open }) => {
    bodies(server);
    await open('#/en/settings/legal');
    await tab.click(UI.accept);
    await showsOn(tab, 'analytics', true);
    await tab.click(SWITCH('errors'));
    await showsOn(tab, 'errors', false);
    await tab.click(SWITCH('analytics'));
    await showsOn(tab, 'analytics', false);
    const { id } = await recordOf(tab);
    const answers = async () =>
      (await log(tab, id)).map(({ recordId, policy, choices }: Record<string, never>) => ({
        recordId,
        policy,
        analytics: (choices as Record<string, { granted: boolean }>).analytics?.granted,
        errors: (choices as Record<string, { granted: boolean }>).errors?.granted,
      }));
    const common = { recordId: id, policy: '2026-05-12' };
    await expect.poll(async () => (await log(tab, id)).length, { message: 'the log', timeout: 2_500 }).toBe(3);
    expect(await answers(), 'the log').toEqual([
      { ...common, analytics: true, errors: true },
      { ...common, analytics: true, errors: false },
      { ...common, analytics: false, errors: false },
    ]);
    const numbers = (await log(tab, id)).map(({ seq }: { seq: number }) => seq);
    expect(numbers, 'growing').toEqual([...new Set<number>(numbers)].sort((one, other) => one - other));

    await signIn(tab);
    await tab.click(ACCEPTANCE);
    await expect.poll(async () => (await log(tab, id)).some(({ subject }: { subject?: string }) => subject)).toBe(true);
  },
);

promise(
  'an answer given without a network reaches the log once there is one',
  { lies: [{ ...lies.lostLog, shows: /after the network is back/ }] },
  async ({ tab, open }) => {
    await open('#/en/settings/legal');
    await tab.evaluate(() => {
      const ask = window.fetch;
      window.fetch = (url, options) =>
        String(url).includes('/records') ? Promise.reject(new TypeError('no network')) : ask(url, options);
    });
    await tab.click(UI.reject);
    await seesNo(tab, UI.banner);
    await settle(200);
    const { id } = await recordOf(tab);
    await tab.reload();
    const arrived = async () => (await log(tab, id)).length;
    await expect.poll(arrived, { message: 'after the network is back', timeout: 2_500 }).toBe(1);
  },
);

promise(
  'deleting the account removes what lies here, and the log ends 30 days later',
  { lies: [common.storedId] },
  async ({ tab, open }) => {
    await open('#/en/settings/legal');
    await tab.click(UI.reject);
    await signIn(tab);
    await tab.click(ACCEPTANCE);
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#/en/projects');
    const { id } = await recordOf(tab);
    await show(tab, 'settings/legal');
    await tab.click(['[aria-labelledby="erase"] button']);
    await tab.click(['[aria-labelledby="erase"] button.danger']);
    await expect.poll(() => jar(tab)).toEqual([]);
    await expect.poll(async () => (await log(tab, id)).at(-1)?.keepUntil, { message: 'the log' }).toBeTruthy();
    const last = (await log(tab, id)).at(-1);
    expect((Date.parse(last.keepUntil) - Date.parse(last.at)) / 86_400_000, 'days').toBeCloseTo(30, 0);
    await settle(200);
    expect(await stored(tab)).toEqual([]);
  },
);

promise(
  'a newer policy is put before whoever signs in next, and accepting it allows nothing else',
  { consent: true, lies: [lies.acceptanceGrants] },
  async ({ tab, server, open, edit }) => {
    let now = '2025-10-01T12:00:00Z';
    edit(clockAt(() => now));
    bodies(server);
    await open('#/en/studio');
    await sees(tab, UI.banner);
    const email = await signIn(tab);
    for (const { version, next } of [
      { version: '2025-09-01', next: now },
      { version: null, next: '2026-11-20T12:00:00Z' },
      { version: '2026-05-12', next: now },
    ]) {
      if (version) {
        await sees(tab, ACCEPTANCE);
        expect(await textOf(tab, ['askfirst-acceptance', 'dialog'])).toContain(version);
        await tab.click(ACCEPTANCE);
      }
      await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#/en/projects');
      await settle(150);
      expect(await isSeen(tab, ACCEPTANCE)).toBe(false);
      expect(await answersOf(tab), 'allowed after the acceptance').toEqual({});
      expect(away(server)).toEqual([]);
      await sees(tab, UI.banner);
      await tab.clearCookies();
      now = next;
      await tab.reload();
      await sees(tab, UI.banner);
      await signIn(tab, email);
    }
  },
);

promise(
  'all that lies in the browser is in the list on the privacy page, the session out of reach of scripts',
  { lies: [common.scriptCookie, common.storedId] },
  async ({ tab, open, server }) => {
    bodies(server);
    await open('#/en/studio');
    await tab.click(UI.accept);
    await signIn(tab);
    await tab.click(ACCEPTANCE);
    await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#/en/projects');
    await show(tab, 'privacy');
    const list = Object.keys(await declared(tab));
    const isListed = (name = '') =>
      list.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known));
    const found = [...(await jar(tab)).map((name) => `cookie ${name}`), ...(await stored(tab))];
    expect(found.filter((entry) => !isListed(entry.split(' ')[1]))).toEqual([]);
    const session = (await cookies(tab)).find(({ name }) => name === 'm-factory-session');
    expect(session).toMatchObject({ httpOnly: true, secure: true });
    expect(session).not.toHaveProperty('days');
  },
);
