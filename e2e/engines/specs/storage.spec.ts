import { wholeIf } from '../../harness/whole.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { arrived, haveRun, isGranted, reason, settle, storedText } from '../harness/probe.js';
import { expect, SITE, type Tab, test } from '../harness/test.js';

const TAG = 'tags.example.net/tag.js';
const PAGE = {
  attributes: 'data-categories="analytics"',
  head: `<script type="text/plain" data-consent="analytics" src="https://${TAG}"></script>`,
};

/** Leaves room for not one more character. */
const fill = (tab: Tab) =>
  tab.evaluate(() => {
    for (let size = 4 * 1024 * 1024, i = 0; size >= 1; i += 1) {
      try {
        localStorage.setItem(`shop${i}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
    return localStorage.length;
  });

test('storage that throws when touched: the choice holds for the page, and the next page asks again', async ({
  tab,
  server,
  visit,
}) => {
  // A sandboxed document has no origin, and so no storage, in each engine.
  await visit(PAGE, '/', { 'content-security-policy': 'sandbox allow-scripts' });
  const touch = () =>
    tab.evaluate(() => {
      try {
        return String(localStorage);
      } catch (error) {
        return (error as Error).name;
      }
    });
  expect(await touch()).toBe('SecurityError');
  await sees(tab, UI.banner);
  await settle();
  expect(server.requests(TAG)).toEqual([]);
  await tab.click(UI.accept);
  await haveRun(tab, ['/tag.js']);
  await isGranted(tab, true);

  server.log.length = 0;
  await tab.reload();
  await sees(tab, UI.banner);
  await isGranted(tab, false);
  await settle();
  expect(server.requests(TAG)).toEqual([]);
});

test('storage that is full: the choice holds for the page, and what filled it stays', async ({
  tab,
  server,
  visit,
}) => {
  await tab.open(`${SITE}/empty/`);
  const keys = await fill(tab);
  await visit(PAGE);
  await tab.click(UI.accept);
  await haveRun(tab, ['/tag.js']);
  await isGranted(tab, true);
  expect(await storedText(tab)).toBeNull();
  expect(await tab.evaluate(() => localStorage.length)).toBe(keys);

  server.log.length = 0;
  await tab.reload();
  await sees(tab, UI.banner);
  await isGranted(tab, false);
  expect(server.requests(TAG)).toEqual([]);
});

const yes = { granted: true, at: '2026-01-01T00:00:00.000Z', until: '2099-01-01T00:00:00.000Z', asked: [] };
const whole = { v: 1, id: 'x', policy: null, locale: 'en', method: 'banner', regime: 'gdpr', checked: null };

const GARBAGE: Record<string, string> = {
  'is no JSON': '{"v":1,',
  'is no object': '[true]',
  'is of another version': JSON.stringify({ ...whole, v: 99, choices: { analytics: yes } }),
  'has a grant that is no boolean': JSON.stringify({ ...whole, choices: { analytics: { ...yes, granted: 'true' } } }),
  'is too long': JSON.stringify({ ...whole, id: 'x'.repeat(9000), choices: { analytics: yes } }),
};

test('a stored record that is whole counts', async ({ tab, visit }) => {
  await tab.open(`${SITE}/empty/`);
  const record = JSON.stringify({ ...whole, choices: { analytics: yes } });
  await tab.evaluate((text) => localStorage.setItem('askfirst', text), record);
  await visit(PAGE);
  await haveRun(tab, ['/tag.js']);
  await seesNo(tab, UI.banner);
});

for (const [what, text] of Object.entries(GARBAGE)) {
  test(`a stored record that ${what} counts as undecided: denied, and asked again`, {
    tag: wholeIf(what !== 'is no JSON'),
  }, async ({ tab, server, visit }) => {
    await tab.open(`${SITE}/empty/`);
    await tab.evaluate((garbage) => localStorage.setItem('askfirst', garbage), text);
    await visit(PAGE);
    await sees(tab, UI.banner);
    await isGranted(tab, false);
    expect(await reason(tab, 'analytics')).toBe('undecided');
    await settle(200);
    expect(server.requests(TAG)).toEqual([]);
    await tab.click(UI.accept);
    await arrived(server, TAG);
    expect(JSON.parse((await storedText(tab)) ?? '')).toMatchObject({
      v: 1,
      choices: { analytics: { granted: true } },
    });
  });
}
