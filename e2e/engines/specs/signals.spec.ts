import { ATTRIBUTES, INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { sees, UI } from '../harness/interface.js';
import { arrived, dataLayer, isGranted, settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

const BODY = '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>';
const DEFAULT = ['consent default denied'];
const GRANTED = ['consent update granted', 'event consent_update'];
const DENIED = ['consent update denied', 'event consent_update'];
const TAG = ['js', 'config G-TEST1'];

for (const install of INSTALLS) {
  test(`Google hears one default, one update a change, then the tag, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ tab, server, visit }) => {
    await visit({ install, attributes: `${ATTRIBUTES} data-asked="analytics:ga4"`, body: BODY });
    await sees(tab, UI.banner);
    expect(await dataLayer(tab)).toEqual(DEFAULT);

    await tab.click(UI.accept);
    await arrived(server, '/g/collect?');
    expect(await dataLayer(tab)).toEqual([...DEFAULT, ...GRANTED, ...TAG]);
    expect(server.requests('/g/collect?')[0]).toContain('gcs=G101');

    await tab.click(UI.settings);
    await tab.click(UI.rejectInDialog);
    await isGranted(tab, false);
    await settle();
    expect(await dataLayer(tab)).toEqual([...DEFAULT, ...GRANTED, ...TAG, ...DENIED]);

    await tab.evaluate(() => window.askfirst.acceptAll());
    await isGranted(tab, true);
    await tab.reload();
    await arrived(server, '/g/collect?', 2);
    expect(await dataLayer(tab)).toEqual([...DEFAULT, ...GRANTED, ...TAG]);
  });
}

test('advanced mode: the tag loads at once and its first hit says denied, without cookies', async ({
  tab,
  server,
  visit,
}) => {
  await visit({ attributes: `${ATTRIBUTES} data-consent-mode="advanced"`, body: BODY });
  await arrived(server, '/g/collect?');
  expect(server.requests('/g/collect?')[0]).toContain('gcs=G100');
  expect(await tab.cookies()).toEqual([]);
  await tab.click(UI.accept);
  await expect.poll(() => tab.cookies()).toEqual(['_ga', '_ga_TEST1']);
});
