import { type Message, published, test } from '../harness/autoconsent.js';
import { ATTRIBUTES, type PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { asked, heldFile } from '../harness/tags.js';
import { expect, type Page, type Server } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** The rule we publish for DuckDuckGo's autoconsent, which answers for a visitor: packages/sdk/autoconsent.json. */

const LANGUAGES = ['en', 'th'];
const parts = (layout: string, lang = 'en'): PageParts => ({
  lang,
  attributes: `${ATTRIBUTES} data-layout="${layout}"`,
  head: heldFile('stats.js'),
});
/** Requests of a tag that a no forbids. */
const ofTags = (server: Server) => [...asked(server), ...server.requests('google')];
const found = (messages: Message[], type: string) => messages.filter((message) => message.type === type);
const forget = (page: Page) => page.evaluate(() => localStorage.clear());

for (const layout of ['bar', 'card', 'modal'])
  test(`${layout}: autoconsent refuses for the visitor, nothing held is requested, and no later page asks`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ autoconsent, page, visit, server, said }) => {
    const messages = await autoconsent('optOut');
    for (const lang of LANGUAGES) {
      messages.length = 0;
      await visit(parts(layout, lang));
      await expect.poll(() => found(messages, 'selfTestResult')).toMatchObject([{ cmp: 'askfirst', result: true }]);
      expect(found(messages, 'optOutResult')).toMatchObject([{ cmp: 'askfirst', result: true }]);
      expect(found(messages, 'cmpDetected')).toMatchObject([{ cmp: 'askfirst' }]);
      expect(found(messages, 'autoconsentError')).toEqual([]);
      await expect(seen(page).banner).toHaveCount(0);
      expect(await consent(page)).toMatchObject({ granted: { analytics: false }, reasons: { analytics: 'choice' } });

      messages.length = 0;
      await page.reload();
      expect((await consent(page)).reasons.analytics).toBe('choice');
      await settle(page);
      await expect(seen(page).banner).toHaveCount(0);
      expect(found(messages, 'cmpDetected')).toEqual([]);
      expect(ofTags(server)).toEqual([]);
      expect(said.messages).toEqual([]);
      await forget(page);
    }
  });

test('autoconsent that may accept does so, and the held tag runs', async ({ autoconsent, page, visit, server }) => {
  const messages = await autoconsent('optIn');
  await visit(parts('bar'));
  await expect.poll(() => found(messages, 'optInResult')).toMatchObject([{ cmp: 'askfirst', result: true }]);
  await expect(seen(page).banner).toHaveCount(0);
  await expect.poll(() => asked(server)).toEqual(['stats.js']);
});

test('autoconsent refuses the plain question, too, which asks where the interface does not load', async ({
  autoconsent,
  page,
  visit,
  server,
}) => {
  const messages = await autoconsent('optOut');
  server.reply('/askfirst/askfirst-ui.js', { status: 404 });
  await visit(parts('bar'));
  await expect.poll(() => found(messages, 'selfTestResult')).toMatchObject([{ cmp: 'askfirst', result: true }]);
  await expect(page.locator('askfirst-plain')).toHaveCount(0);
  expect(await consent(page)).toMatchObject({ granted: { analytics: false }, reasons: { analytics: 'choice' } });
  expect(ofTags(server)).toEqual([]);
});

test('autoconsent without the rule sees no question, and with one that presses nothing it says so', async ({
  autoconsent,
  page,
  visit,
}) => {
  const withoutRule = await autoconsent('optOut', null);
  await visit(parts('bar'));
  await expect(seen(page).banner).toBeVisible();
  await settle(page, 1000);
  expect(found(withoutRule, 'init')).toHaveLength(1);
  expect(found(withoutRule, 'cmpDetected')).toEqual([]);

  const idle = await autoconsent('optOut', { ...published, optOut: published.detectPopup });
  await page.reload();
  await expect.poll(() => found(idle, 'selfTestResult')).toMatchObject([{ cmp: 'askfirst', result: false }]);
  await expect(seen(page).banner).toBeVisible();
});
