import { isOn, isSeen, textOf } from '../engines/harness/find.js';
import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { dataLayer, isGranted, settle } from '../engines/harness/probe.js';
import { expect, type Tab } from '../engines/harness/test.js';
import { fastClock } from './harness/edits.js';
import { ANALYTICS, CHOICE, GA_COOKIES, hasCookies, PAGES, promise } from './harness/factoryops.js';
import { away, decisions, jar, stored, updates } from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/factoryops.js';

/** What the privacy policy of FactoryOps AI promises about the question: what waits for it, and what answers it. */

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
  { consent: 'every run', lies: [lies.adsRideAlong, lies.secondTag, lies.cookieMirror] },
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
      common.yesOn(
        'closing',
        'addEventListener("click", (e) => e.composedPath()[0].part.contains("close") && yes(), true);',
      ),
      lies.timeAsYes,
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
