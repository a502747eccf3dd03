import { isOn, seenText, textOf } from '../engines/harness/find.js';
import { sees } from '../engines/harness/interface.js';
import { settle } from '../engines/harness/probe.js';
import { expect, type Tab } from '../engines/harness/test.js';
import { clockAt, recordComplaints } from './harness/edits.js';
import { leavesNoTrace, SOME_STRAYS, UNDECLARED, watched } from './harness/essential-only.js';
import { newAddress, submit } from './harness/forms.js';
import { promisesOf } from './harness/promise.js';
import { away, cookies, declared, stored } from './harness/witness.js';
import * as cookieLies from './lies/cookies.js';
import * as mail from './lies/mail.js';
import * as policy from './lies/policy.js';

/** What the privacy policy of OOretz Factory promises: one session cookie, mail by opt-in, changes announced. */
const promise = promisesOf('OOretz Factory', 'ooretz');

const PAGES = ['', 'sign-up.html', 'sign-in.html', 'settings.html', 'privacy.html'];
const BOX = ['#updates'];
const WORDS = 'Send me product updates by email. I can stop them at any time in my account.';
/** Between the publication of the next version and the day it takes effect. */
const NOVEMBER = '2026-11-20T12:00:00Z';
const DECEMBER = '2026-12-16T12:00:00Z';

const account = (tab: Tab) => tab.evaluate(async () => (await fetch('/api/ooretz/account')).json());
const answers = async (tab: Tab) => (await account(tab)).updates?.answers ?? [];
const signUp = (tab: Tab) => submit(tab, '#sign-up', { name: 'Ada', email: newAddress(), password: 'x' });

const dateAtTop = (tab: Tab) => tab.evaluate(() => document.querySelector<HTMLTimeElement>('#in-force')?.dateTime);

promise(
  'no page tracks, stores or asks anything, and none asks another server',
  { consent: 'every run', lies: SOME_STRAYS },
  (visit) => leavesNoTrace(visit, PAGES),
);

promise(
  'a sign-in sets one cookie: of this host, for this session of the browser, and a sign-out removes it',
  {
    consent: true,
    lies: [
      cookieLies.datedSession,
      cookieLies.companion,
      cookieLies.widened,
      cookieLies.readable,
      cookieLies.signOutStays,
    ],
  },
  async ({ tab, server, open }) => {
    await open('sign-in.html');
    await submit(tab, '#sign-in', { email: newAddress(), password: 'x' });
    await sees(tab, ['#app']);
    expect(await cookies(tab)).toEqual([
      { name: 'ooretz_session', domain: 'www.shop.example.com', path: '/', httpOnly: true, secure: true },
    ]);
    expect(await stored(tab)).toEqual([]);
    await tab.click(['#sign-out']);
    await sees(tab, ['#away']);
    expect(await cookies(tab), 'what is there after sign-out').toEqual([]);
    expect(away(server)).toEqual([]);
  },
);

promise(
  'product updates are asked for by an empty box, and without a tick nothing is agreed',
  { consent: true, lies: [mail.tickedLater('#updates'), mail.mailWithoutTick] },
  async ({ tab, open }) => {
    await open('sign-up.html');
    await settle(150);
    expect(await isOn(tab, BOX), 'the box before anybody touched it').toBe(false);
    await signUp(tab);
    await sees(tab, ['#app']);
    expect(await answers(tab), 'what the account holds').toEqual([]);
    expect(await isOn(tab, BOX)).toBe(false);
    expect(await stored(tab)).toEqual([]);
  },
);

promise(
  'a tick is kept with its words, its time and the policy in force, and one click in the account takes it back',
  { consent: true, lies: [mail.otherWords, mail.swallowed('/api/ooretz/updates')] },
  async ({ tab, open, edit }) => {
    edit(clockAt(() => NOVEMBER));
    await open('sign-up.html');
    expect(await textOf(tab, ['label[for="updates"]'])).toBe(WORDS);
    await tab.click(BOX);
    await signUp(tab);
    await sees(tab, ['#app']);
    const given = { granted: true, label: WORDS, policy: '2026-05-17', at: expect.stringMatching(/^2026-11-20T12:0/) };
    expect(await answers(tab), 'what the account holds').toEqual([expect.objectContaining(given)]);

    await tab.click(BOX);
    await expect.poll(() => isOn(tab, BOX)).toBe(false);
    await settle(200);
    await tab.reload();
    await sees(tab, ['#app']);
    const both = [expect.objectContaining({ granted: true }), expect.objectContaining({ granted: false })];
    expect(await answers(tab), 'what the account holds').toEqual(both);
    expect(await isOn(tab, BOX)).toBe(false);
    expect(await stored(tab)).toEqual([]);
  },
);

promise(
  'a new version of the policy is announced a month ahead, holds from its day on, and asks nobody anything',
  { lies: [policy.shortNotice, policy.heldBack, policy.atOnce] },
  async ({ tab, open, edit }) => {
    let now = NOVEMBER;
    edit(clockAt(() => now));
    edit(recordComplaints);
    const read = async () => {
      await open('privacy.html');
      await sees(tab, ['#versions tr:last-child']);
      await settle(100);
      expect(await tab.evaluate(() => window.complaints), 'what the page complains about').toEqual([]);
      return { holds: await dateAtTop(tab), notice: await seenText(tab, ['#notice']) };
    };
    const announced = { holds: '2026-05-17', notice: expect.stringContaining('15 December 2026') };
    expect(await read(), 'in November').toEqual(announced);
    now = DECEMBER;
    expect(await read(), 'in December').toEqual({ holds: '2026-12-15', notice: '' });
    expect(await stored(tab)).toEqual([]);
  },
);

promise(
  'the date at the top is the version a new answer names',
  { lies: [policy.staleDate] },
  async ({ tab, open, edit }) => {
    let now = '';
    edit(clockAt(() => now));
    for (now of [NOVEMBER, DECEMBER]) {
      await open('privacy.html');
      await sees(tab, ['#versions tr:last-child']);
      const date = await dateAtTop(tab);
      await open('sign-up.html');
      await tab.click(BOX);
      await signUp(tab);
      await sees(tab, ['#app']);
      expect(date, 'the date at the top').toBe((await answers(tab))[0].policy);
      await tab.clearCookies();
    }
  },
);

promise('the declaration names the cookie and its life', { lies: [policy.wrongDeclaration] }, async ({ tab, open }) => {
  await open('privacy.html');
  expect(await declared(tab)).toEqual({ ooretz_session: ['Cookie', 'until you close the tab or browser'] });
});

promise(
  'the site checks itself in development: what the policy does not list is reported on the page',
  { lies: UNDECLARED },
  async (visit) => expect(await watched(visit, PAGES)).toEqual([]),
);
