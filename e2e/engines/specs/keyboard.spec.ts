import { wholeIf } from '../../harness/whole.js';
import { focused, sees, seesNo, UI } from '../harness/interface.js';
import { googleHost, isGranted, reason, settle, storedText } from '../harness/probe.js';
import { expect, type Tab, test } from '../harness/test.js';

const ATTRIBUTES = 'data-ga4="G-TEST1"';
const hasFocus = async (tab: Tab, part: string) => (await focused(tab)).split(' ').includes(part);

/** How often Tab has to be pressed until a part has the focus. */
async function tabsTo(tab: Tab, part: string): Promise<number> {
  for (let presses = 0; presses <= 15; presses += 1) {
    if (await hasFocus(tab, part)) return presses;
    await tab.press('Tab');
  }
  throw new Error(`Tab never reached ${part}`);
}

for (const layout of ['bar', 'modal']) {
  test(`${layout}: rejecting takes no more key presses than accepting`, { tag: wholeIf(layout !== 'bar') }, async ({
    tab,
    visit,
    server,
  }) => {
    const attributes = `${ATTRIBUTES} data-layout="${layout}"`;
    await visit({ attributes });
    await sees(tab, UI.banner);
    const reject = await tabsTo(tab, 'reject');
    await tab.press('Enter');
    await seesNo(tab, UI.banner);
    await isGranted(tab, false);
    expect(await reason(tab, 'analytics')).toBe('choice');
    expect(server.requests(googleHost)).toEqual([]);

    await tab.evaluate(() => localStorage.clear());
    await visit({ attributes });
    await sees(tab, UI.banner);
    const accept = await tabsTo(tab, 'accept');
    await tab.press('Enter');
    await isGranted(tab, true);
    expect(reject).toBeLessThanOrEqual(accept);
    expect(accept).toBeGreaterThan(0);
    // Else it arrives during the next test, and counts as that one's.
    await expect.poll(() => server.requests(googleHost).length).toBeGreaterThan(0);
  });
}

test('the dialog opens by Enter, closes by Escape without consent, and the focus returns', async ({
  tab,
  visit,
  server,
}) => {
  await visit({ attributes: ATTRIBUTES });
  await sees(tab, UI.banner);
  await tabsTo(tab, 'choose');
  await tab.press('Enter');
  await sees(tab, UI.dialog);
  await tab.click(UI.toggle('analytics'));
  await tab.press('Escape');
  await seesNo(tab, UI.dialog);
  await sees(tab, UI.banner);
  await settle();
  await isGranted(tab, false);
  expect(await storedText(tab)).toBeNull();
  expect(server.requests(googleHost)).toEqual([]);
  expect(await hasFocus(tab, 'choose')).toBe(true);
});

test('a choice in the dialog by keyboard alone: Tab, Space, Tab, Enter', async ({ tab, visit }) => {
  await visit({ attributes: ATTRIBUTES });
  await sees(tab, UI.banner);
  await tabsTo(tab, 'choose');
  await tab.press('Enter');
  await sees(tab, UI.dialog);
  for (let presses = 0; presses < 15; presses += 1) {
    const name = await tab.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return inside instanceof HTMLInputElement ? inside.name : undefined;
    });
    if (name === 'analytics') break;
    await tab.press('Tab');
  }
  await tab.press('Space');
  await tabsTo(tab, 'save');
  await tab.press('Enter');
  await seesNo(tab, UI.dialog);
  await isGranted(tab, true);
  expect(JSON.parse((await storedText(tab)) ?? '')).toMatchObject({ method: 'preferences' });
});

test('the dialog keeps the focus: Tab never reaches the page behind', async ({ tab, visit }) => {
  await visit({ attributes: ATTRIBUTES });
  await sees(tab, UI.banner);
  await tabsTo(tab, 'choose');
  await tab.press('Enter');
  await sees(tab, UI.dialog);
  const reached = new Set<string | undefined>();
  for (let presses = 0; presses < 12; presses += 1) {
    await tab.press('Tab');
    reached.add(await tab.evaluate(() => document.activeElement?.localName));
  }
  expect(reached).toContain('askfirst-ui');
  // Between the last and the first control the focus may be in the browser's own bar, which reads as body.
  for (const name of reached) expect(['askfirst-ui', 'body', 'html']).toContain(name);
});
