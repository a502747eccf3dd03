import { ATTRIBUTES, INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { arrived, dataLayer, googleHost, isGranted, settle } from '../harness/probe.js';
import { expect, SITE, type Tab, test } from '../harness/test.js';

const PAGE = { attributes: `${ATTRIBUTES} data-asked="analytics:ga4"` };
const BODY = '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>';

/** Goes back and makes sure that it is the old page which is shown, not the same address loaded anew. */
async function backToOldPage(tab: Tab) {
  await tab.back();
  await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/');
  expect(await tab.evaluate(() => window.restored), 'pageshow.persisted').toBe(true);
}

for (const install of INSTALLS) {
  test(`Back after a withdrawal in another tab: the old page denies too, with the ${install}`, async ({
    profile,
    tab,
    server,
    visit,
  }) => {
    await visit({ ...PAGE, install, body: BODY });
    await tab.click(UI.accept);
    await arrived(server, '/g/collect?');
    await tab.open(`${SITE}/empty/`);

    const second = await profile.newTab();
    await second.open(`${SITE}/`);
    await arrived(server, '/g/collect?', 2);
    await second.click(UI.settings);
    await second.click(UI.rejectInDialog);
    await isGranted(second, false);
    await second.close();
    server.log.length = 0;

    await backToOldPage(tab);
    await isGranted(tab, false);
    await expect
      .poll(async () => (await dataLayer(tab)).slice(-2))
      .toEqual(['consent update denied', 'event consent_update']);
    await tab.evaluate(() => window.gtag('event', 'after_withdrawal'));
    await settle(600);
    expect(server.requests(googleHost)).toEqual([]);
    expect(await tab.cookies()).toEqual([]);
  });

  test(`Back after a grant in another tab: the old page stops asking and loads the tag once, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ profile, tab, server, visit }) => {
    await visit({ ...PAGE, install });
    await sees(tab, UI.banner);
    await tab.open(`${SITE}/empty/`);

    const second = await profile.newTab();
    await second.open(`${SITE}/`);
    await second.click(UI.accept);
    await arrived(server, '/g/collect?');
    await second.close();
    server.log.length = 0;

    await backToOldPage(tab);
    await isGranted(tab, true);
    await seesNo(tab, UI.banner);
    await arrived(server, '/g/collect?');
    expect(server.requests('gtag/js')).toHaveLength(1);
    expect(await dataLayer(tab)).toEqual([
      'consent default denied',
      'consent update granted',
      'event consent_update',
      'js',
      'config G-TEST1',
    ]);
  });
}
