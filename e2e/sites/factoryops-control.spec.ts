import type { Path } from '../engines/harness/engine.js';
import { isOn, seenText } from '../engines/harness/find.js';
import { sees, seesNo, UI } from '../engines/harness/interface.js';
import { arrived, isGranted, settle } from '../engines/harness/probe.js';
import { expect, type Tab } from '../engines/harness/test.js';
import { ANALYTICS, CHOICE, FOOTER, GA_COOKIES, hasCookies, PAGES, promise } from './harness/factoryops.js';
import { away, jar, stored, updates } from './harness/witness.js';
import * as lies from './lies/factoryops.js';

/** What the privacy policy of FactoryOps AI promises about changing one’s mind, and about the others involved. */

/** The address of the link that has the focus. */
const focusedLink = (tab: Tab) =>
  tab.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element as HTMLAnchorElement | null)?.href ?? '';
  });

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
    expect(await seenText(plain, words), 'what stands there without JavaScript').toMatch(/analytics is off/);
    expect(away(server)).toEqual([]);
    expect(await jar(tab)).toEqual([]);
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
    // Its first hit leaves a moment after its cookies are there.
    await arrived(server, '/g/collect?v=');
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
