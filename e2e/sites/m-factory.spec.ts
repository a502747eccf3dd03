import { isOn, isSeen, textOf } from '../engines/harness/find.js';
import { sees, UI } from '../engines/harness/interface.js';
import { settle } from '../engines/harness/probe.js';
import { expect } from '../engines/harness/test.js';
import {
  answersOf,
  bodies,
  EVENTS,
  isSwitchedOn,
  promise,
  REPORTS,
  SCREENS,
  SWITCH,
  show,
  showsOn,
} from './harness/m-factory.js';
import { away, jar, stored } from './harness/witness.js';
import * as common from './lies/common.js';
import * as lies from './lies/m-factory.js';

/** What the privacy policy of M-Factory promises about consent: asked for each purpose, taken back with one click. */

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
  { consent: 'every run', lies: [lies.goesOn] },
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
      const report = () => server.log.find(({ host }) => REPORTS.startsWith(host))?.body;
      await expect.poll(report).toBeTruthy();
      expect(report()).not.toContain('@plant.example');
      expect(away(server)).toEqual([REPORTS]);
    } finally {
      // These errors were made on purpose.
      server.log.length = 0;
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
    // The old yes counts once the changed record is checked and the law of the place is there.
    await expect.poll(() => isSwitchedOn(tab, 'analytics')).toBe('true');
    expect(await isSwitchedOn(tab, 'errors'), 'the new purpose').toBe('false');
    await sees(tab, UI.banner);
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
