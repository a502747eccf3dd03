import { isOn, seenText } from '../engines/harness/find.js';
import { sees, UI } from '../engines/harness/interface.js';
import { isGranted, settle } from '../engines/harness/probe.js';
import { expect } from '../engines/harness/test.js';
import { first, script } from './harness/edits.js';
import { leavesNoTrace, STRAYS } from './harness/essential-only.js';
import { promisesOf, type Visit } from './harness/promise.js';
import { updates } from './harness/witness.js';
import { adsRideAlong } from './lies/factoryops.js';
import * as lies from './lies/gpc.js';

/** What visitors with Global Privacy Control may expect of sites that say they sell nothing. */
// Firefox sends the real signal: its project says so. The others have none, so the page gives itself what other browsers have.
function withSignal({ engineName, edit }: Visit) {
  if (engineName !== 'firefox')
    edit(first(script('Object.defineProperty(navigator, "globalPrivacyControl", { value: true });')));
}

const PRIVACY = ['', 'privacy.html'];

promisesOf('FactoryOps AI', 'marketing-site')(
  'the signal is heard, advertising stays denied, and analytics is still the visitor’s own choice',
  { consent: true, lies: [lies.lockedAnalytics, adsRideAlong] },
  async (visit) => {
    const { tab, server, open, engineName } = visit;
    withSignal(visit);
    await open();
    if (engineName === 'firefox') expect(server.log[0]?.headers['sec-gpc']).toBe('1');
    await sees(tab, UI.banner);
    expect(await tab.evaluate(() => window.askfirst.$consent.get().gpc)).toBe(true);
    await tab.click(UI.choose);
    await sees(tab, UI.toggle('analytics'));
    const isLocked = await tab.evaluate(
      () =>
        document.querySelector('askfirst-ui')?.shadowRoot?.querySelector<HTMLInputElement>('[name="analytics"]')
          ?.disabled,
    );
    expect(isLocked, 'whether analytics is locked').toBe(false);
    expect(await isOn(tab, UI.toggle('analytics'))).toBe(false);
    await tab.click(UI.close);
    await tab.click(UI.accept);
    await isGranted(tab, true);
    await settle(150);
    expect(await updates(tab)).toEqual([
      expect.objectContaining({ analytics_storage: 'granted', ad_storage: 'denied', ad_user_data: 'denied' }),
    ]);
  },
);

promisesOf('OOretz Factory', 'ooretz')(
  'the signal is shown as honoured, and nobody asks to take it back',
  { consent: true, lies: [lies.silent, ...STRAYS.slice(-2)] },
  async (visit) => {
    withSignal(visit);
    await leavesNoTrace(visit, PRIVACY);
    expect(await seenText(visit.tab, ['#gpc'])).toContain('Opt-Out Request Honored');
  },
);

promisesOf('FactoryLM', 'factorylm')(
  'the signal changes nothing where nothing is sold: no banner, nothing stored',
  { consent: true, lies: STRAYS.slice(-2) },
  async (visit) => {
    withSignal(visit);
    await leavesNoTrace(visit, PRIVACY);
  },
);
