import { isOn, textOf } from '../engines/harness/find.js';
import { sees } from '../engines/harness/interface.js';
import { settle } from '../engines/harness/probe.js';
import { expect, type Tab } from '../engines/harness/test.js';
import { clockAt } from './harness/edits.js';
import { leavesNoTrace } from './harness/essential-only.js';
import { newAddress, submit } from './harness/forms.js';
import { promisesOf } from './harness/promise.js';
import { away, cookies, stored } from './harness/witness.js';
import * as cookieLies from './lies/cookies.js';
import * as mail from './lies/mail.js';

/** What the privacy policy of PlantOps AI promises: one cookie of seven days, nobody else on the page, mail by consent. */
const promise = promisesOf('PlantOps AI', 'plantops');

const PAGES = ['', 'documents.html', 'settings.html', 'privacy.html', 'sign-in.html'];
const BOX = ['#mail'];
const WORDS = 'Send me tips and offers by email, about once a month';
const WEEK_COOKIE = {
  name: 'plantops_session',
  domain: 'www.shop.example.com',
  path: '/',
  httpOnly: true,
  secure: true,
  days: 7,
};

const signIn = async (tab: Tab, open: (path: string) => Promise<void>) => {
  await open('sign-in.html');
  await submit(tab, '#sign-in', { email: newAddress(), password: 'x' });
  await sees(tab, ['#app']);
};
const account = (tab: Tab) => tab.evaluate(async () => (await fetch('/api/plantops/account')).json());

promise(
  'no page tracks, stores or asks anything, and none asks another server',
  { consent: 'every run', isAudited: true },
  (visit) => leavesNoTrace(visit, PAGES),
);

promise(
  'a sign-in sets one cookie that no script can read, that travels encrypted only, and that ends after seven days',
  {
    consent: true,
    lies: [cookieLies.longLife, cookieLies.readable, cookieLies.unencrypted, cookieLies.widened, cookieLies.companion],
  },
  async ({ tab, server, open }) => {
    await signIn(tab, open);
    expect(await cookies(tab)).toEqual([WEEK_COOKIE]);
    expect(await tab.evaluate(() => document.cookie)).toBe('');
    await submit(tab, '#write', { kind: 'LOTO', task: 'Clean the dough divider' });
    await sees(tab, ['#documents li']);
    expect(await cookies(tab)).toEqual([WEEK_COOKIE]);
    expect(await stored(tab)).toEqual([]);
    expect(away(server)).toEqual([]);
  },
);

promise(
  'signing out or deleting the account removes the cookie at once',
  { lies: [cookieLies.signOutStays] },
  async ({ tab, open }) => {
    for (const leave of [['#sign-out'], ['#app summary', '#delete']]) {
      await signIn(tab, open);
      await open('settings.html');
      for (const button of leave) await tab.click([button]);
      await sees(tab, ['#away']);
      expect(await cookies(tab), 'what is there after sign-out').toEqual([]);
    }
  },
);

promise(
  'mail beyond the account needs a yes, kept with its words and time, and one click takes it back',
  { consent: true, lies: [mail.tickedLater('#mail'), mail.swallowed('/api/plantops/mail')] },
  async ({ tab, open }) => {
    const answers = async () => {
      await settle(200);
      await tab.reload();
      await sees(tab, ['#app']);
      return (await account(tab)).mail?.answers ?? [];
    };
    await signIn(tab, open);
    await open('settings.html');
    await sees(tab, BOX);
    await settle(100);
    expect(await isOn(tab, BOX), 'the box before anybody touched it').toBe(false);
    expect(await textOf(tab, ['label[for="mail"]'])).toBe(WORDS);
    expect(await answers()).toEqual([]);
    await tab.click(BOX);
    const yes = expect.objectContaining({ granted: true, label: WORDS, policy: '2026-03', at: expect.any(String) });
    expect(await answers(), 'what the account holds').toEqual([yes]);
    expect(await isOn(tab, BOX)).toBe(true);
    await tab.click(BOX);
    expect(await answers(), 'what the account holds').toEqual([yes, expect.objectContaining({ granted: false })]);
    expect(await isOn(tab, BOX)).toBe(false);
    expect(await stored(tab)).toEqual([]);
  },
);

promise(
  'going on using the site agrees to nothing: not by scrolling, twenty pages or another day',
  { consent: true, lies: [mail.yesByUse('/api/plantops/mail', 'marketing-mail')] },
  async ({ tab, open, edit }) => {
    let today = '2026-11-20T12:00:00Z';
    edit(clockAt(() => today));
    await signIn(tab, open);
    for (let page = 0; page < 20; page += 1) {
      if (page === 10) today = '2026-11-21T13:00:00Z';
      await open(PAGES[page % PAGES.length]);
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await settle(30);
      expect((await account(tab)).mail, 'what the account holds').toBeNull();
    }
    expect(await stored(tab)).toEqual([]);
  },
);
