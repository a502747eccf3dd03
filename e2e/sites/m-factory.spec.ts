import type { Path } from '../engines/harness/engine.js';
import { isOn, isSeen, textOf } from '../engines/harness/find.js';
import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { settle, storedText } from '../engines/harness/probe.js';
import { expect, type Server, type Tab } from '../engines/harness/test.js';
import { clockAt } from './harness/edits.js';
import { newAddress, submit } from './harness/forms.js';
import { promisesOf } from './harness/promise.js';
import { away, cookies, declared, jar, stored } from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/m-factory.js';

/** What the privacy policy of M-Factory promises: analytics by consent, proof of it, a version of its own to accept. */
const promise = promisesOf('M-Factory', 'spa-react');

const SCREENS = ['studio', 'projects', 'settings', 'settings/legal', 'privacy', 'sign-in'];
const EVENTS = 'analytics.m-factory.example/events';
const REPORTS = 'errors.m-factory.example/reports';
const SWITCH = (purpose: string): Path => [`[role="switch"][aria-labelledby="${purpose}-label"]`];
const ACCEPTANCE: Path = ['askfirst-acceptance', '[part~="accept"]'];

/** Opens a screen: within the app, once it runs. */
const show = (tab: Tab, screen: string, language = 'en') =>
  tab.evaluate((hash) => void (location.hash = hash), `/${language}/${screen}`);
const isSwitchedOn = (tab: Tab, purpose: string) =>
  tab.evaluate((selector) => document.querySelector(selector)?.getAttribute('aria-checked'), SWITCH(purpose)[0] ?? '');
const showsOn = (tab: Tab, purpose: string, on: boolean) =>
  expect.poll(() => isSwitchedOn(tab, purpose), { timeout: 2_000 }).toBe(String(on));
const recordOf = async (tab: Tab) => JSON.parse((await storedText(tab)) ?? 'null');
const answersOf = async (tab: Tab) =>
  Object.fromEntries(
    Object.entries<{ granted: boolean }>((await recordOf(tab))?.choices ?? {}).map(([key, { granted }]) => [
      key,
      granted,
    ]),
  );
const log = (tab: Tab, record: string) =>
  tab.evaluate(async (id) => (await (await fetch(`/api/m-factory/records?record=${id}`)).json()).events, record);
const bodies = (server: Server) => {
  for (const url of [EVENTS, REPORTS])
    server.reply(`https://${url}`, { status: 204, headers: { 'access-control-allow-origin': '*' } });
};
async function signIn(tab: Tab, email = newAddress()) {
  await show(tab, 'sign-in');
  await sees(tab, ['form.door']);
  await submit(tab, 'form.door', { email });
  return email;
}

promise(
  'in Thailand nothing is measured, sent or stored before a yes, on any screen, and using the studio is none',
  {
    consent: true,
    lies: [
      lies.useGrants,
      common.strayGtag,
      common.webFont,
      common.trackingPixel,
      common.serverCookie,
      common.scriptCookie,
      common.storedId,
    ],
  },
  async ({ tab, server, open }) => {
    await open('#/en/studio');
    await sees(tab, UI.banner);
    for (const screen of SCREENS) {
      await show(tab, screen);
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await settle(100);
      expect(await stored(tab)).toEqual([]);
      expect(away(server)).toEqual([]);
      expect(await jar(tab)).toEqual([]);
    }
    await sees(tab, UI.banner);
    expect(server.log.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/'))).toEqual([]);
  },
);

promise(
  'only what needs consent has a switch, and each is off until somebody turns it on',
  { consent: true, lies: [lies.contractSwitch] },
  async ({ tab, open }) => {
    await open('#/en/settings/legal');
    await sees(tab, SWITCH('analytics'));
    const switches = await tab.evaluate(() =>
      [...document.querySelectorAll('[role="switch"], input[type="checkbox"]')].map(
        (each) => each.getAttribute('aria-labelledby') ?? each.getAttribute('name'),
      ),
    );
    expect(switches).toEqual(['analytics-label', 'errors-label']);
    await tab.click(UI.choose);
    for (const purpose of ['analytics', 'errors']) {
      expect(await isSwitchedOn(tab, purpose)).toBe('false');
      await sees(tab, UI.toggle(purpose));
      expect(await isOn(tab, UI.toggle(purpose))).toBe(false);
    }
    expect(await isOn(tab, UI.toggle('necessary'))).toBeNull();
  },
);

promise(
  'a yes in the settings starts the count, one click takes it back, and then nothing more is sent, on no screen',
  { consent: true, lies: [lies.goesOn] },
  async ({ tab, server, open }) => {
    bodies(server);
    await open('#/en/settings/legal');
    await tab.click(UI.reject);
    await tab.click(SWITCH('analytics'));
    await showsOn(tab, 'analytics', true);
    await show(tab, 'studio');
    await expect.poll(() => server.requests(EVENTS).length).toBeGreaterThan(0);
    expect(server.requests(REPORTS)).toEqual([]);

    await show(tab, 'settings/legal');
    await tab.click(SWITCH('analytics'));
    await showsOn(tab, 'analytics', false);
    server.log.length = 0;
    for (const screen of ['studio', 'projects', 'settings/legal']) {
      await show(tab, screen);
      await settle(150);
    }
    expect(await isSwitchedOn(tab, 'analytics')).toBe('false');
    expect(away(server)).toEqual([]);
    expect(await answersOf(tab)).toEqual({ analytics: false, errors: false });
  },
);

promise(
  'what breaks is reported only with consent, and without e-mail addresses',
  { lies: [lies.sessionReplay, lies.addressInReport] },
  async ({ tab, server, open }) => {
    const fail = () =>
      tab.evaluate(() => {
        const error = new Error('No picture for somchai@plant.example');
        dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
      });
    bodies(server);
    await open('#/en/settings/legal');
    await sees(tab, UI.banner);
    try {
      await fail();
      await settle(200);
      expect(away(server), 'asked before consent').toEqual([]);
      await tab.click(UI.reject);
      await tab.click(SWITCH('errors'));
      await showsOn(tab, 'errors', true);
      await fail();
      await expect.poll(() => server.requests(REPORTS).length).toBe(1);
      await expect.poll(() => server.log.at(-1)?.body).toContain('No picture for');
      expect(server.log.at(-1)?.body).not.toContain('@plant.example');
      expect(away(server)).toEqual([REPORTS]);
    } finally {
      // These errors were made on purpose.
      server.log.length = 0;
    }
  },
);

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
  'a purpose that is new is off and asked about; an old yes stays what it was',
  { consent: true, lies: [lies.bundled] },
  async ({ tab, open }) => {
    await open('#/en/settings/legal');
    await tab.click(UI.accept);
    await showsOn(tab, 'analytics', true);
    // As if error reports had not existed when the visitor answered.
    await tab.evaluate(() => {
      const record = JSON.parse(localStorage.getItem('askfirst') ?? '{}');
      delete record.choices.errors;
      localStorage.setItem('askfirst', JSON.stringify(record));
    });
    await tab.reload();
    await sees(tab, SWITCH('errors'));
    await settle(300);
    expect(await isSwitchedOn(tab, 'errors'), 'the new purpose').toBe('false');
    expect(await isSwitchedOn(tab, 'analytics')).toBe('true');
    await sees(tab, UI.banner);
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

promise(
  'the settings name the authority to complain to, in both languages, and the page says which one it speaks',
  { lies: [lies.hiddenAuthority, lies.oneLanguage] },
  async ({ tab, open }) => {
    await open('#/en/settings/legal');
    for (const [language, acceptAll] of [
      ['en', 'Accept all'],
      ['th', 'ยอมรับทั้งหมด'],
    ] as const) {
      await show(tab, 'settings/legal', language);
      await expect.poll(() => isSeen(tab, ['a[href*="pdpc.or.th"]']), { message: 'pdpc', timeout: 2_000 }).toBe(true);
      const said = () => tab.evaluate(() => document.documentElement.lang);
      await expect.poll(said, { message: 'the language it says', timeout: 1_500 }).toBe(language);
      await expect.poll(() => textOf(tab, UI.accept)).toBe(acceptAll);
    }
  },
);

promise(
  'the payment provider is met on the screen of credits, and not before',
  { lies: [lies.paymentEverywhere] },
  async ({ tab, server, open }) => {
    server.reply('https://js.siam-pay.example/v1.js', { type: 'text/javascript', body: '' });
    await open('#/en/studio');
    for (const screen of SCREENS) await show(tab, screen);
    await settle(200);
    expect(away(server), 'asked before the credits').toEqual([]);
    await show(tab, 'credits');
    await expect.poll(() => away(server)).toEqual(['js.siam-pay.example/v1.js']);
  },
);
