import { app, appPage } from '../harness/app.js';
import { html, INSTALLS, snippet } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, ran, settle, updates } from '../harness/probe.js';
import { heldFile, heldInline } from '../harness/tags.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Askfirst more than once on one page: one question, one default, each tag once, one truth. */

const GA4 = 'data-ga4="G-TEST1"';
const BODY = `<main><h1>Shop</h1></main>${heldFile('held.js')}${heldInline('inline')}`;
const APP = `
  import { createConsent } from 'askfirst';
  import { googleAnalytics } from 'askfirst/services';
  const make = () => createConsent({ services: [googleAnalytics('G-TEST1')] });
  const consents = (window.consents = []);`;

/** What all objects on the page say, without repetition: one truth is one word. */
const grants = (page: Page) =>
  page.evaluate(() => [
    ...new Set(
      [window.askfirst, ...(window.consents ?? [])].flatMap((each) => each?.$consent.get().granted.analytics ?? []),
    ),
  ]);
const defaults = async (page: Page) => (await commands(page, 'consent')).filter(([, verb]) => verb === 'default');

/** From the question to a yes, a no and the next page: everything once. */
async function expectOnce(page: Page) {
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  await expect(seen(page).banner).toHaveCount(1);
  expect(await defaults(page)).toHaveLength(1);
  expect(await grants(page)).toEqual([false]);
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await expect.poll(() => grants(page)).toEqual([true]);
  await settle(page);
  expect(await ran(page)).toEqual(['/held.js', 'inline']);
  expect(await page.evaluate(() => window.gtagLoads)).toEqual(['G-TEST1']);
  expect(await commands(page, 'config')).toHaveLength(1);
  expect(await updates(page)).toHaveLength(1);
  await page.evaluate(() => (window.consents?.[0] ?? window.askfirst).withdraw());
  await expect.poll(() => grants(page)).toEqual([false]);
  await settle(page);
  expect(await updates(page)).toHaveLength(2);
  expect(await defaults(page)).toHaveLength(1);
}

for (const first of INSTALLS)
  for (const second of INSTALLS)
    test(`the ${first} and then the ${second}`, { tag: wholeIf(first === second) }, async ({ page, visit }) => {
      await visit({ install: first, attributes: GA4, head: snippet({ install: second, attributes: GA4 }), body: BODY });
      await expectOnce(page);
    });

test('the script tag once more, inserted late', async ({ page, visit }) => {
  await visit({ attributes: GA4, body: BODY });
  await consent(page);
  await page.evaluate(() => {
    const again = document.createElement('script');
    again.src = '/askfirst/askfirst.js';
    again.dataset.ga4 = 'G-TEST1';
    document.head.append(again);
  });
  await expectOnce(page);
});

for (const install of INSTALLS)
  test(`the ${install} and the import`, async ({ page, server }) => {
    const src = await app(server, `${APP} consents.push(make()); consents[0].start();`);
    const both = `<script type="module" src="${src}"></script>`;
    server.page('/both/', html({ install, attributes: GA4, body: BODY, head: both }));
    await page.goto(`${SITE}/both/`);
    await expectOnce(page);
  });

test('two instances of an app', async ({ page, server }) => {
  const src = await app(server, `${APP} consents.push(make(), make()); for (const each of consents) each.start();`);
  server.page('/two/', appPage(src, BODY));
  await page.goto(`${SITE}/two/`);
  await expectOnce(page);
});

test('an app that starts, stops and starts again at once, as strict modes of frameworks do', async ({
  page,
  server,
}) => {
  const src = await app(
    server,
    `${APP} consents.push(make()); consents[0].start()(); consents[0].start(); consents[0].start();`,
  );
  server.page('/strict/', appPage(src, BODY));
  await page.goto(`${SITE}/strict/`);
  await expectOnce(page);
});

test('an app that makes its object twice, and stops the first, as strict modes of frameworks do', async ({
  page,
  server,
}) => {
  const src = await app(server, `${APP} make().start()(); consents.push(make()); consents[0].start();`);
  server.page('/effect/', appPage(src, BODY));
  await page.goto(`${SITE}/effect/`);
  await expectOnce(page);
});

test('with a stored yes, start, stop and start load everything once', async ({ page, server, said }) => {
  const src = await app(
    server,
    `${APP} consents.push(make()); consents[0].start()(); const stop = consents[0].start(); setTimeout(() => { stop(); consents[0].start(); }, 700);`,
  );
  server.page('/stored/', appPage(src, BODY));
  await page.goto(`${SITE}/stored/`);
  await settle(page, 1000);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await page.reload();
  await settle(page, 1600);
  expect(await ran(page)).toEqual(['/held.js', 'inline']);
  expect(await page.evaluate(() => window.gtagLoads)).toEqual(['G-TEST1']);
  expect(await commands(page, 'config')).toHaveLength(1);
  expect(await updates(page)).toHaveLength(1);
  expect(said.messages).toEqual([]);
});

test('stopped after the question was shown and started again: the question is back, tags that ran do not run again', async ({
  page,
  server,
  said,
}) => {
  const src = await app(server, `${APP} consents.push(make()); window.stopConsent = consents[0].start();`);
  server.page('/later/', appPage(src, BODY));
  await page.goto(`${SITE}/later/`);
  const restart = () =>
    page.evaluate(() => {
      window.stopConsent();
      window.stopConsent = window.consents[0]?.start() as () => void;
    });
  await expect(seen(page).banner).toBeVisible();
  await restart();
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await settle(page);
  await restart();
  await settle(page);
  expect(await ran(page)).toEqual(['/held.js', 'inline']);
  expect(await page.evaluate(() => window.gtagLoads)).toEqual(['G-TEST1']);
  expect(await defaults(page)).toHaveLength(1);
  await expect(seen(page).banner).toHaveCount(0);
  expect(said.messages).toEqual([]);
});
