import type { Path } from '../engines/harness/engine.js';
import { isOn, isSeen, textOf } from '../engines/harness/find.js';
import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { arrived, dataLayer, isGranted, settle, storedText } from '../engines/harness/probe.js';
import { expect, type Tab } from '../engines/harness/test.js';
import { fastClock, inBody } from './harness/edits.js';
import { promisesOf } from './harness/promise.js';
import {
  away,
  countFingerprints,
  decisions,
  declared,
  jar,
  recordCookieWrites,
  stored,
  updates,
} from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/factoryops.js';

/** What the privacy policy of FactoryOps AI promises, in its order: storage, analytics, the way back. */
const promise = promisesOf('FactoryOps AI', 'marketing-site');

const PAGES = ['', 'product.html', 'pricing.html', 'case-study.html', 'contact.html', 'privacy.html'];
const GA_COOKIES = ['_ga', '_ga_EXAMPLE000'];
const CHOICE = ['localStorage askfirst'];
const ANALYTICS = UI.inlineToggle('analytics');
const FOOTER = ['footer [data-consent-open]'];
const DAY = 86_400_000;

const hasCookies = (tab: Tab, names: string[]) => expect.poll(() => jar(tab), { timeout: 2_500 }).toEqual(names);

/** The address of the link that has the focus. */
const focusedLink = (tab: Tab) =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element as HTMLAnchorElement | null)?.href ?? '';
  });

/** Analytics and nothing of advertising, said once; the tag once; its cookies; one key. */
async function onlyAnalytics(tab: Tab, requests: (match: string) => string[]) {
  await hasCookies(tab, GA_COOKIES);
  await settle();
  expect(await updates(tab)).toEqual([
    expect.objectContaining({
      analytics_storage: 'granted',
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
    }),
  ]);
  expect(requests('/gtag/js')).toEqual(['www.googletagmanager.com/gtag/js?id=G-EXAMPLE000']);
  expect(await jar(tab)).toEqual(GA_COOKIES);
  expect(await stored(tab)).toEqual(CHOICE);
}

promise(
  'until somebody answers, no page stores anything or asks another server, and Google’s default is “denied”',
  {
    consent: true,
    lies: [
      common.strayGtag,
      common.webFont,
      common.trackingPixel,
      common.beacon,
      common.serverCookie,
      common.scriptCookie,
      common.storedId,
      common.sessionId,
      common.database,
      lies.grantedDefault,
      lies.advancedMode,
    ],
  },
  async ({ tab, server, open }) => {
    const nothingHappens = async () => {
      expect(away(server)).toEqual([]);
      expect(await jar(tab)).toEqual([]);
      expect(await stored(tab)).toEqual([]);
      expect(await dataLayer(tab)).toEqual(['consent default denied']);
    };
    for (const path of PAGES) {
      await open(path);
      await sees(tab, UI.banner);
      await nothingHappens();
    }
    await settle();
    await nothingHappens();
  },
);

promise(
  'after Reject all it stays so, and the answer is one key in localStorage, no cookie',
  { consent: true, lies: [lies.cookieMirror, common.serverCookie, common.storedId] },
  async ({ tab, server, open }) => {
    await open();
    await tab.click(UI.reject);
    await seesNo(tab, UI.banner);
    for (const path of PAGES.slice(1)) {
      await open(path);
      expect(await jar(tab)).toEqual([]);
      expect(await stored(tab)).toEqual(CHOICE);
    }
    await settle();
    await seesNo(tab, UI.banner);
    expect(away(server)).toEqual([]);
    expect(await jar(tab)).toEqual([]);
  },
);

promise(
  '“Accept all” turns analytics on, tells Google once, and grants nothing to advertising',
  { consent: true, lies: [lies.adsRideAlong, lies.secondTag, lies.cookieMirror] },
  async ({ tab, server, open }) => {
    await open();
    await sees(tab, UI.accept);
    expect(await textOf(tab, UI.accept)).toBe('Accept all');
    await tab.click(UI.accept);
    await onlyAnalytics(tab, server.requests);
  },
);

promise(
  'so does “Analytics”, off at first, with Save in the dialog, and nothing else comes with it',
  { consent: true, lies: [lies.preTicked, lies.saveAcceptsAll] },
  async ({ tab, server, open }) => {
    const toggle = UI.toggle('analytics');
    await open();
    await tab.click(UI.choose);
    await sees(tab, toggle);
    await settle(100);
    expect(await isOn(tab, toggle), 'Analytics before anybody touched it').toBe(false);
    await tab.click(toggle);
    expect(await updates(tab), 'nothing before Save').toEqual([]);
    await tab.click(UI.save);
    await isGranted(tab, true);
    await settle(100);
    expect(await decisions(tab)).toEqual({ necessary: true, functional: false, analytics: true });
    await onlyAnalytics(tab, server.requests);
  },
);

promise(
  'so does “Analytics” in the text of the privacy page, at once',
  { consent: true, lies: [lies.switchAcceptsAll] },
  async ({ tab, server, open }) => {
    await open('privacy.html');
    await tab.click(ANALYTICS);
    await isGranted(tab, true);
    await settle(100);
    expect(await decisions(tab)).toEqual({ necessary: true, functional: false, analytics: true });
    await onlyAnalytics(tab, server.requests);
  },
);

promise(
  'scrolling, Escape, closing the dialog, waiting a minute or going on is no yes',
  {
    consent: true,
    lies: [
      common.yesOn('scrolling', 'addEventListener("scroll", yes, { once: true });'),
      common.yesOn('Escape', 'addEventListener("keydown", ({ key }) => key === "Escape" && yes());'),
      common.yesOn('closing', 'addEventListener("click", (e) => e.composedPath()[0].part.contains("close") && yes());'),
      common.yesOn('time', 'setTimeout(yes, 30_000);'),
      common.yesOn('the next page', 'if (document.referrer) addEventListener("load", yes);'),
    ],
  },
  async ({ tab, server, open, edit }) => {
    const isNoYes = async () => {
      await settle(150);
      expect(await updates(tab)).toEqual([]);
    };
    edit(fastClock);
    await open();
    await sees(tab, UI.banner);
    await settle(1_000);
    await isNoYes();
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await isNoYes();
    await tab.press('Escape');
    await isNoYes();
    for (const leave of [() => tab.click(UI.close), () => tab.press('Escape')]) {
      await tab.click(UI.choose);
      await tab.click(UI.toggle('analytics'));
      await leave();
      await seesNo(tab, UI.dialog);
      await isNoYes();
    }

    await tab.evaluate(() => document.querySelector<HTMLAnchorElement>('nav a[href="pricing.html"]')?.click());
    await expect.poll(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/pricing.html');
    await isNoYes();
    await sees(tab, UI.banner);
    expect(await stored(tab)).toEqual([]);
    expect(away(server)).toEqual([]);
  },
);

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
    const { _ga, '_ga_*': session } = await declared(tab);
    expect([_ga, session].map((row) => row?.at(-1))).toEqual(['24 months', '24 months']);
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    const asked = await tab.evaluate(() => window.cookieWrites.map((write) => /max-age=\d+/.exec(write)?.[0]));
    expect(new Set(asked)).toEqual(new Set(['max-age=63072000']));
    const days = (await tab.cookieJar()).map(({ expires = 0 }) => Math.round((expires - Date.now()) / DAY));
    // WebKitGTK keeps what was asked for; the others end cookies after 400 days.
    expect(days).toEqual(engineName === 'webkit' ? [730, 730] : [400, 400]);
  },
);

promise(
  'Google’s own policy is linked beside the service, with its name, and the keyboard reaches it',
  { lies: [lies.missingLink] },
  async ({ tab, open }) => {
    await open('privacy.html');
    await sees(tab, ['consent-declaration', 'table']);
    const link = await tab.evaluate(() => {
      const root = document.querySelector('consent-declaration')?.shadowRoot;
      const links = [...(root?.querySelectorAll('a') ?? [])];
      const found = links.find(({ textContent }) => textContent === 'Privacy policy of Google Analytics 4');
      return found && { href: found.href, rel: found.rel };
    });
    expect(link, 'the link to Google’s policy').toEqual({
      href: 'https://policies.google.com/privacy',
      rel: 'noopener',
    });
    const steps: string[] = [];
    for (let presses = 0; presses < 30 && !steps.includes('https://policies.google.com/privacy'); presses += 1) {
      await tab.press('Tab');
      steps.push(await focusedLink(tab));
    }
    expect(steps).toContain('https://policies.google.com/privacy');
  },
);

promise(
  'the control stands right after the sentence that promises it, shows what holds, and takes it back at once',
  { consent: true, lies: [lies.untoldGoogle, lies.controlElsewhere, lies.cookieAgain] },
  async ({ tab, server, open }) => {
    await open('privacy.html');
    await sees(tab, ANALYTICS);
    await sees(tab, UI.banner);
    const before = await tab.evaluate(() => {
      const range = document.createRange();
      range.setStart(document.body, 0);
      range.setEndBefore(document.querySelector('consent-preferences') as Element);
      return range.toString().trim().replace(/\s+/g, ' ').slice(-60);
    });
    expect(before).toMatch(/You can change your choice [\w ]+:$/);
    expect(await isOn(tab, ANALYTICS)).toBe(false);
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    expect(await isOn(tab, ANALYTICS)).toBe(true);

    await tab.click(ANALYTICS);
    await isGranted(tab, false);
    const last = async () => (await updates(tab)).at(-1)?.analytics_storage;
    await expect.poll(last, { message: 'what Google heard last', timeout: 1_000 }).toBe('denied');
    await hasCookies(tab, []);
    server.log.length = 0;
    await open('pricing.html');
    await settle(600);
    expect(await jar(tab)).toEqual([]);
    expect(await stored(tab)).toEqual(CHOICE);
    expect(away(server)).toEqual([]);
  },
);

promise(
  'the control follows a choice made in another tab',
  { consent: true, lies: [lies.deafTab] },
  async ({ tab, profile, open }) => {
    const second = await profile.newTab();
    await open('privacy.html', second);
    await open();
    const shows = (on: boolean) =>
      expect.poll(() => isOn(second, ANALYTICS), { message: 'the other tab’s switch', timeout: 1_500 }).toBe(on);
    await tab.click(UI.accept);
    await isGranted(tab, true);
    await shows(true);
    await seesNo(second, UI.banner);
    await tab.click(FOOTER);
    await tab.click(UI.rejectInDialog);
    await isGranted(tab, false);
    await shows(false);
  },
);

promise(
  'every page has the way back, and from there No is one click',
  { lies: [lies.noWayBack] },
  async ({ tab, open }) => {
    await open();
    await tab.click(UI.accept);
    await isGranted(tab, true);
    for (const path of PAGES) {
      await open(path);
      const buttons = () => tab.evaluate(() => document.querySelectorAll('footer [data-consent-open]').length);
      expect(await buttons(), `buttons in the footer of ${path}`).toBe(1);
    }
    await tab.click(FOOTER);
    await tab.click(UI.rejectInDialog);
    await isGranted(tab, false);
  },
);

promise(
  'without JavaScript the page says that analytics is off, and it is',
  { lies: [lies.noWords, lies.noscriptPixel] },
  async ({ tab, profile, server, open }) => {
    const plain = await profile.newTab({ javaScript: false });
    await open('privacy.html', plain);
    const words: Path = ['consent-preferences noscript p'];
    expect(await textOf(plain, words), 'what stands there without JavaScript').toMatch(/analytics is off/);
    await sees(plain, words);
    expect(away(server)).toEqual([]);
    expect(await jar(tab)).toEqual([]);
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
      'v',
    ]);
  },
);

promise(
  'writing to the company before a choice asks nobody else, and counts as nothing else',
  { consent: true, lies: [lies.conversion] },
  async ({ tab, server, open }) => {
    await open('contact.html');
    await sees(tab, UI.banner);
    await tab.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#contact');
      for (const field of form?.querySelectorAll<HTMLInputElement>('[name]') ?? []) field.value = 'a@plant.example';
      form?.requestSubmit();
    });
    await sees(tab, ['.status.good']);
    await settle(100);
    expect(server.log.filter(({ path }) => path === '/api/contact')).toHaveLength(1);
    expect(away(server)).toEqual([]);
    expect(await updates(tab)).toEqual([]);
    await sees(tab, UI.banner);
  },
);

promise(
  'after a withdrawal only analytics is cut off: the processor at Google that keeps the chats still answers',
  { consent: true, lies: [lies.allOfGoogle] },
  async ({ tab, server, open }) => {
    const processor = 'https://firestore.googleapis.com/v1/chats';
    const analytics = 'https://www.google-analytics.com/g/collect?late';
    server.reply(processor, { body: '{}', headers: { 'access-control-allow-origin': '*' } });
    await open('privacy.html');
    await tab.click(UI.accept);
    await hasCookies(tab, GA_COOKIES);
    await tab.click(ANALYTICS);
    await hasCookies(tab, []);
    server.log.length = 0;
    const answers = await tab.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            fetch(url)
              .then(({ ok }) => ok)
              .catch(() => false),
          ),
        ),
      [processor, analytics],
    );
    expect(Object.fromEntries([processor, analytics].map((url, index) => [url, answers[index]]))).toEqual({
      [processor]: true,
      [analytics]: false,
    });
    expect(away(server)).toEqual(['firestore.googleapis.com/v1/chats']);
  },
);

promise(
  'it makes no difference where somebody comes from',
  { consent: true, lies: [lies.regional] },
  async ({ tab, server, open, edit }) => {
    let region = '';
    edit((html, request) => {
      request.headers['x-visitor-region'] = region;
      return html;
    });
    for (region of ['US-TX', 'DE', '']) {
      await open();
      await expect.poll(async () => away(server).length > 0 || (await isSeen(tab, UI.banner))).toBe(true);
      await settle(100);
      expect(away(server), `asked for a visitor from ${region}`).toEqual([]);
      await sees(tab, UI.banner);
      expect(await updates(tab)).toEqual([]);
      await isGranted(tab, false);
    }
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
