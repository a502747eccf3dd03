import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { arrived, isGranted, settle, storedText } from '../engines/harness/probe.js';
import { expect } from '../engines/harness/test.js';
import { fastClock, inBody } from './harness/edits.js';
import { ANALYTICS, CHOICE, GA_COOKIES, hasCookies, promise } from './harness/factoryops.js';
import { away, countFingerprints, declared, jar, recordCookieWrites, stored, updates } from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/factoryops.js';

/** What the privacy policy of FactoryOps AI promises about what lies in the browser. */

const DAY = 86_400_000;

promise(
  'an answer is remembered: after a reload, on the next page and in a new tab nobody asks again',
  { consent: true, lies: [lies.alwaysNew, lies.forgetful] },
  async ({ tab, profile, server, open }) => {
    await open();
    await tab.click(UI.reject);
    await seesNo(tab, UI.banner);
    const second = await profile.newTab();
    for (const answer of [false, true]) {
      server.log.length = 0;
      await tab.reload();
      await open('product.html', second);
      await settle(200);
      expect(server.requests('askfirst-ui.js'), 'nobody asks again').toEqual([]);
      for (const each of [tab, second]) await isGranted(each, answer);
      await tab.evaluate(() => window.askfirst.acceptAll());
      await isGranted(tab, true);
    }
  },
);

promise(
  'the chat and an unlocked page are necessary: no answer and no withdrawal touches what they keep',
  { consent: true, lies: [lies.chatAsAnalytics, lies.emptiedStorage] },
  async ({ tab, open, edit }) => {
    edit(fastClock);
    await open('case-study.html?unlock=lead-7f3a9c');
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    await tab.click(['.chat-toggle']);
    await tab.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('.chat-form');
      for (const field of form?.querySelectorAll('input') ?? []) field.value = 'someone@plant.example';
      form?.requestSubmit();
    });
    const kept = [...CHOICE, 'localStorage chat_session', 'localStorage unlock_case-study'];
    await expect.poll(() => stored(tab)).toEqual(kept);

    await open('privacy.html');
    await tab.click(ANALYTICS);
    await hasCookies(tab, []);
    await settle();
    expect(await stored(tab)).toEqual(kept);
    await open('case-study.html');
    await sees(tab, ['article']);
  },
);

promise(
  'clearing site data removes all of it: no id and no answer comes back, and the question does',
  { consent: true, lies: [lies.backup, common.serverCookie, common.storedId] },
  async ({ tab, server, open }) => {
    await open();
    await tab.click(UI.accept);
    await expect.poll(() => jar(tab)).toEqual(expect.arrayContaining(GA_COOKIES));
    await tab.clearCookies();
    server.page('/cleared', '<!doctype html><title>Cleared</title>', { 'clear-site-data': '"storage"' });
    await open('cleared');
    expect([...(await jar(tab)), ...(await stored(tab))], 'the browser has cleared').toEqual([]);
    server.log.length = 0;
    await open();
    await settle();
    expect([...(await jar(tab)), ...(await stored(tab))]).toEqual([]);
    expect(away(server)).toEqual([]);
    await sees(tab, UI.banner);
  },
);

promise(
  'the analytics cookies are asked for 24 months, as declared, and kept no longer',
  { consent: true, lies: [lies.greedyTag, lies.shortDeclaration] },
  async ({ tab, open, edit, engineName }) => {
    edit(recordCookieWrites);
    await open('privacy.html');
    await sees(tab, ANALYTICS);
    // WebKitGTK keeps what was asked for; the others end cookies after 400 days, and the list says so.
    const shown = engineName === 'webkit' ? '24 months' : '24 months (≤\u00A0400 days)';
    const { _ga, '_ga_*': session } = await declared(tab);
    expect([_ga, session].map((row) => row?.at(-1))).toEqual([shown, shown]);
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    const asked = await tab.evaluate(() => window.cookieWrites.map((write) => /max-age=\d+/.exec(write)?.[0]));
    expect(new Set(asked)).toEqual(new Set(['max-age=63072000']));
    const days = (await tab.cookieJar()).map(({ expires = 0 }) => Math.round((expires - Date.now()) / DAY));
    expect(days).toEqual(engineName === 'webkit' ? [730, 730] : [400, 400]);
  },
);

promise(
  'no script of the site asks what fingerprints are made of, and the record holds none',
  { lies: [common.canvasReader, common.audioReader, common.hintReader] },
  async ({ tab, open, edit }) => {
    edit(countFingerprints);
    const asked = () => tab.evaluate(() => window.asked);
    await open('privacy.html');
    await tab.click(UI.choose);
    await sees(tab, UI.toggle('analytics'));
    expect(await asked()).toEqual([]);
    await tab.click(UI.close);
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    expect(await asked()).toEqual([]);
    const record = JSON.parse((await storedText(tab)) ?? '{}');
    expect(Object.keys(record).sort()).toEqual([
      'checked',
      'choices',
      'id',
      'locale',
      'method',
      'policy',
      'regime',
      'seal',
      'site',
      'v',
    ]);
  },
);

promise(
  'a page the Back button brings back is as undecided as it was left',
  {
    consent: true,
    lies: [common.yesOn('coming back', 'addEventListener("pageshow", ({ persisted }) => persisted && yes());')],
  },
  async ({ tab, server, open }) => {
    await open();
    await sees(tab, UI.banner);
    await open('product.html');
    await tab.back();
    await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/');
    expect(await tab.evaluate(() => window.restored), 'the very page').toBe(true);
    await settle(200);
    expect(await updates(tab)).toEqual([]);
    expect(away(server)).toEqual([]);
    expect(await stored(tab)).toEqual([]);
    await sees(tab, UI.banner);
  },
);

promise(
  'a page the browser prepares ahead stores nothing and asks nobody',
  { lies: [lies.tagInNextPage] },
  async ({ tab, server, open, edit }) => {
    const rules = { prerender: [{ urls: ['/product.html'], eagerness: 'immediate' }] };
    edit(inBody(`<script type="speculationrules">${JSON.stringify(rules)}</script>`));
    await open();
    await expect
      .poll(() => server.log.find(({ path }) => path === '/product.html')?.headers['sec-purpose'])
      .toBe('prefetch;prerender');
    await arrived(server, '/askfirst/askfirst.js', 2);
    await settle();
    expect(away(server)).toEqual([]);
    expect(await stored(tab)).toEqual([]);
    expect(await jar(tab)).toEqual([]);
  },
);
