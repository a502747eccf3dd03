import { readFileSync } from 'node:fs';
import { hashOf, type RecordEvent } from 'askfirst/records';
import { axe } from '../harness/axe.js';
import { endpoint } from '../harness/endpoint.js';
import { seen } from '../harness/interface.js';
import { expect, type Page, test } from '../harness/test.js';

const NONCE = 'dGVzdC1ub25jZQ';
const POLICY = `default-src 'self'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types askfirst`;
const page = (lang: string, options = '') => ({
  lang,
  nonce: NONCE,
  attributes: `data-region="DE" data-lang="${lang}"`,
  config: { categories: { analytics: {}, marketing: {} } },
  head: `<meta name="color-scheme" content="light dark"><script nonce="${NONCE}" type="module" src="/askfirst/askfirst-records.js" data-url="/api/records"></script>`,
  body: `<main><h1>My account</h1><h2>My consent</h2><div id="record"></div></main>
    <script nonce="${NONCE}" type="module">
      import { showRecords } from '/askfirst/askfirst-record-view.js';
      window.hide = showRecords(document.querySelector('#record'), window.askfirst${options});
    </script>`,
});
const list = (tab: Page) => tab.locator('#record');
const decide = (tab: Page, choice: object) => tab.evaluate((wanted) => window.askfirst.decide(wanted), choice);

test('the visitor sees each answer, copies the list and downloads it, under a strict policy and for screen readers', async ({
  page: tab,
  visit,
  server,
  said,
  context,
}) => {
  const events = endpoint(server).events as unknown as RecordEvent[];
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page('en'), '/account', { 'content-security-policy': POLICY });
  await expect(list(tab)).toContainText('No choice has been noted in this browser.');
  await seen(tab).accept.click();
  await expect(list(tab).locator('li.event')).toHaveCount(1);
  await decide(tab, { marketing: false });
  await expect(list(tab).locator('li.event h3')).toHaveText([/ – Consent withdrawn$/, / – Consent given$/]);
  await expect(list(tab).locator('li.event').first().locator('li')).toHaveText(['Analytics: On', 'Marketing: Off']);
  await expect.poll(() => events.length).toBe(2);

  const wanted = events.map((event) => ({ hash: hashOf(event), event }));
  await list(tab).getByRole('button', { name: 'Copy' }).click();
  await expect(list(tab).getByRole('status')).toHaveText('Copied.');
  expect(JSON.parse(await tab.evaluate(() => navigator.clipboard.readText()))).toEqual(wanted);
  const downloading = tab.waitForEvent('download');
  await list(tab).getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('consent-record.json');
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(wanted);

  await list(tab).getByText('All details').first().click();
  await expect(list(tab).locator('pre').first()).toContainText('"kind": "withdrawn"');
  await decide(tab, { marketing: true });
  await expect(list(tab).locator('li.event')).toHaveCount(3);
  await expect(list(tab).locator('details[open] pre')).toContainText('"kind": "withdrawn"');
  await tab.evaluate(() => (window as never as { hide(): void }).hide());
  await expect(list(tab).locator('li')).toHaveCount(0);
  expect([said.violations, said.messages]).toEqual([[], []]);
});

test("labels and dates are in the visitor's language, from right to left too, and what is English says so", async ({
  page: tab,
  visit,
  server,
}) => {
  endpoint(server);
  await visit(page('ar', ", { words: { copy: 'نسخ' } }"), '/account');
  await seen(tab).accept.click();
  const first = list(tab).locator('li.event').first();
  await expect(list(tab).locator('ol')).toHaveAttribute('dir', 'rtl');
  await expect(first.locator('li').first()).not.toContainText('Analytics');
  await expect(first.locator('h3 [lang=en]')).toHaveText('Consent given');
  await expect(list(tab).getByRole('button', { name: 'نسخ' }).locator('[lang=en]')).toHaveCount(0);
  await list(tab).locator('summary').first().click();
  expect(await axe(tab, '#record')).toEqual([]);
});

test('a category may be called like a method, and an element that cannot be filled is named', async ({
  page: tab,
  visit,
  server,
  said,
}) => {
  endpoint(server);
  await visit({ ...page('en'), config: { categories: { constructor: {} } } }, '/account');
  await seen(tab).accept.click();
  await expect(list(tab).locator('li.event li')).toHaveText(['constructor: On']);
  await tab.evaluate(async () => {
    const file = '/askfirst/askfirst-record-view.js';
    const { showRecords } = await import(file);
    showRecords(document.createElement('ul'), window.askfirst)();
  });
  expect(said.messages.join()).toContain('showRecords cannot fill <ul>. Give it a <div>.');
});
