import { ATTRIBUTES, INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { arrived, googleHost, isGranted, reason, settle, storedText } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

const GTAG = 'www.googletagmanager.com/gtag/js?id=G-TEST1';
const BODY = '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>';

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    const attributes = `${ATTRIBUTES} data-asked="analytics:ga4"`;

    test.beforeEach(async ({ visit, tab }) => {
      await visit({ install, attributes, body: BODY });
      await sees(tab, UI.banner);
    });

    test('it asks, and nothing leaves or is stored before the answer', async ({ tab, server }) => {
      await settle();
      expect(server.requests(googleHost)).toEqual([]);
      expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
      expect(await tab.cookies()).toEqual([]);
      await isGranted(tab, false);
    });

    test('Accept all loads the tag once, and the answer holds on the next page', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ tab, server }) => {
      await tab.click(UI.accept);
      await seesNo(tab, UI.banner);
      await arrived(server, '/g/collect?');
      expect(server.requests(GTAG)).toEqual([GTAG]);
      expect(await tab.cookies()).toEqual(['_ga', '_ga_TEST1']);

      server.log.length = 0;
      await tab.reload();
      await arrived(server, '/g/collect?');
      expect(server.requests(GTAG)).toEqual([GTAG]);
      expect(server.requests('/askfirst/').map((url) => url.split('/').pop())).toEqual(['askfirst.js']);
    });

    test('Reject all: nothing leaves, on this page and on the next, and nobody asks again', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ tab, server }) => {
      await tab.click(UI.reject);
      await seesNo(tab, UI.banner);
      await tab.reload();
      await isGranted(tab, false);
      await settle();
      await seesNo(tab, UI.banner);
      expect(await reason(tab, 'analytics')).toBe('choice');
      expect(server.requests(googleHost)).toEqual([]);
      expect(await tab.cookies()).toEqual([]);
    });

    test('a choice in the dialog counts when it is saved, not before', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ tab, server }) => {
      await tab.click(UI.choose);
      await sees(tab, UI.dialog);
      await tab.click(UI.toggle('analytics'));
      await settle(200);
      expect(server.requests(googleHost)).toEqual([]);
      await tab.click(UI.save);
      await arrived(server, GTAG);
      await isGranted(tab, true);
      await seesNo(tab, UI.dialog);
      expect(JSON.parse((await storedText(tab)) ?? '')).toMatchObject({ method: 'preferences' });
    });

    test('withdrawing takes the cookies away and silences the tag that runs, and the next page', async ({
      tab,
      server,
    }) => {
      await tab.click(UI.accept);
      await arrived(server, '/g/collect?');
      // WebKit writes cookies in another process than the one that sends.
      await expect.poll(() => tab.cookies()).toEqual(['_ga', '_ga_TEST1']);

      await tab.click(UI.settings);
      await tab.click(UI.rejectInDialog);
      await isGranted(tab, false);
      await expect.poll(() => tab.cookies()).toEqual([]);
      server.log.length = 0;
      await tab.evaluate(() => window.gtag('event', 'after_withdrawal'));
      await settle(600);
      await tab.reload();
      await isGranted(tab, false);
      await settle();
      expect(server.requests(googleHost)).toEqual([]);
      expect(await tab.cookies()).toEqual([]);
    });
  });
}
