import { ATTRIBUTES, INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { arrived, googleHost, isGranted, settle, storedText } from '../harness/probe.js';
import { expect, SITE, type Tab, test } from '../harness/test.js';

/** What a second tab may take to follow the first, in milliseconds. */
const SOON = 500;
const BODY = '<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>';

/** Writes down when a page hears of each change of consent. */
const listen = (tab: Tab) =>
  tab.evaluate(() => {
    window.heardAt = [];
    window.askfirst.$consent.listen(() => window.heardAt.push(Date.now()));
  });
const heardAt = (tab: Tab) => tab.evaluate(() => window.heardAt.at(-1) ?? Number.NaN);

async function delay(first: Tab, second: Tab, wanted: boolean): Promise<number> {
  await isGranted(first, wanted);
  await isGranted(second, wanted);
  return (await heardAt(second)) - (await heardAt(first));
}

for (const install of INSTALLS) {
  test(`a second tab follows a grant and a withdrawal within ${SOON} ms, with the ${install}`, {
    tag: ['@timed', ...wholeIf(install === 'fast path')],
  }, async ({ profile, tab, server, visit }) => {
    await visit({ install, attributes: `${ATTRIBUTES} data-asked="analytics:ga4"`, body: BODY });
    const second = await profile.newTab();
    await second.open(`${SITE}/`);
    for (const each of [second, tab]) {
      await sees(each, UI.banner);
      await listen(each);
    }

    await tab.click(UI.accept);
    expect(await delay(tab, second, true)).toBeLessThan(SOON);
    await seesNo(second, UI.banner);
    await arrived(server, '/g/collect?', 2);

    await second.click(UI.settings);
    await second.click(UI.rejectInDialog);
    expect(await delay(second, tab, false)).toBeLessThan(SOON);
    await expect.poll(() => tab.cookies()).toEqual([]);

    server.log.length = 0;
    for (const each of [tab, second]) await each.evaluate(() => window.gtag('event', 'after_withdrawal'));
    await settle(600);
    expect(server.requests(googleHost)).toEqual([]);
    expect(await tab.cookies()).toEqual([]);
  });
}

test('cleared storage means undecided in the other tab too, and it asks again', async ({ profile, tab, visit }) => {
  await visit({ attributes: 'data-categories="analytics"' });
  await tab.click(UI.accept);
  const second = await profile.newTab();
  await second.open(`${SITE}/`);
  await isGranted(second, true);
  await tab.evaluate(() => localStorage.clear());
  await isGranted(second, false);
  await sees(second, UI.banner);
  expect(await storedText(second)).toBeNull();
});
