import { sees } from '../engines/harness/interface.js';
import { settle } from '../engines/harness/probe.js';
import { expect } from '../engines/harness/test.js';
import { instead } from './harness/edits.js';
import { leavesNoTrace } from './harness/essential-only.js';
import { newAddress, submit } from './harness/forms.js';
import { promisesOf } from './harness/promise.js';
import { jar, stored } from './harness/witness.js';
import * as lies from './lies/factorylm.js';

/** What the privacy policy of FactoryLM promises: no tracker, no banner, one token in one tab. */
const promise = promisesOf('FactoryLM', 'factorylm');

const PAGES = ['', 'pricing.html', 'troubleshooter.html', 'privacy.html', 'sign-in.html'];
const TOKEN = ['sessionStorage factorylm_token'];

promise(
  'no page tracks, stores or asks anything, and none asks another server',
  { consent: 'every run', isAudited: true },
  (visit) => leavesNoTrace(visit, PAGES),
);

promise(
  'a new version of the policy is no reason to ask',
  { consent: true, lies: [lies.newQuestion] },
  async (visit) => {
    visit.edit(instead('data-policy-version="2026-04-11"', 'data-policy-version="2027-01-01"'));
    await leavesNoTrace(visit, ['', 'privacy.html']);
  },
);

promise(
  'the token of a sign-in lies in the tab’s own storage, and goes with the tab or at sign-out',
  { consent: true, lies: [lies.tokenKept, lies.tokenCookie, lies.tokenShared, lies.tokenStays] },
  async ({ tab, profile, open }) => {
    await open('sign-in.html');
    await submit(tab, '#sign-in', { email: newAddress(), password: 'x' });
    await sees(tab, ['#app']);
    expect(await stored(tab)).toEqual(TOKEN);
    expect(await jar(tab)).toEqual([]);

    const second = await profile.newTab();
    await open('troubleshooter.html', second);
    await settle(100);
    expect(await stored(second), 'what the new tab holds').toEqual([]);
    await sees(second, ['#away']);
    await second.close();

    await tab.click(['#sign-out']);
    await sees(tab, ['#away']);
    expect(await stored(tab), 'what is there after sign-out').toEqual([]);

    await open('sign-in.html');
    await submit(tab, '#sign-in', { email: newAddress(), password: 'x' });
    await sees(tab, ['#app']);
    const third = await profile.newTab();
    await tab.close();
    await open('troubleshooter.html', third);
    await sees(third, ['#away']);
    expect(await stored(third), 'what the closed tab has left').toEqual([]);
  },
);
