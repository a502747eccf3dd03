import type { RecordLog } from 'askfirst/records';
import { sees, UI } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, type Tab, test } from '../harness/test.js';

declare global {
  interface Window {
    log: RecordLog;
  }
}

const waiting = (tab: Tab) => tab.evaluate(() => window.log.events().length);

test('an event knows what was shown; a redirect keeps no event and gets none; who leaves takes along what waited for its turn', async ({
  tab,
  server,
  visit,
}) => {
  const posts = () => server.log.filter(({ path, method }) => path === '/api/records' && method === 'POST').length;
  const body = `<h1>Shop</h1><script type="module">
    import { sendRecords } from '/askfirst/askfirst-records.js';
    window.log = sendRecords(askfirst, { url: '/api/records' });</script>`;
  server.reply('/api/records', { status: 302, headers: { location: '/sign-in' } });
  server.page('/sign-in', '<title>Sign in</title>');
  await visit({ attributes: 'data-categories="analytics"', body });
  await sees(tab, UI.banner);
  await tab.click(UI.accept);
  await expect.poll(posts).toBe(1);
  await settle();
  expect([await waiting(tab), server.requests('sign-in')]).toEqual([1, []]);
  // Seen from outside, while the browser tells of the click.
  const [event] = await tab.evaluate(() => window.log.events());
  expect(event).toMatchObject({ control: 'accept', layout: 'bar', texts: expect.stringMatching(/^[0-9a-f]{64}$/) });

  server.reply('/api/records', { status: 204 });
  await tab.evaluate(() => window.log.flush());
  expect([await waiting(tab), posts()]).toEqual([0, 2]);
  await tab.evaluate(async () => {
    // An answer by code waits for a file.
    await window.askfirst.withdraw();
    setTimeout(() => {
      location.href = '/empty/';
    });
  });
  await expect.poll(posts).toBe(3);
});

test('a form that was sent, and the Back button: what is unticked hands over no proof, and none lies about', async ({
  tab,
  server,
  visit,
}) => {
  const FIELD = 'askfirst-updates';
  const body = `<form action="/empty/"><label><input type="checkbox" id="box"> Mail me</label><button id="send">Send</button></form>
    <script type="module">
      import { formConsent } from '/askfirst/askfirst-forms.js';
      formConsent({ purpose: 'updates' }).bind(document.querySelector('#box'));
      window.bound = true;</script>`;
  const sent = () => server.requests('/empty/?').map((url) => url.includes(FIELD));
  const bound = () => expect.poll(() => tab.evaluate(() => 'bound' in window)).toBe(true);
  await visit({ attributes: 'data-categories=""', body });
  await bound();
  await tab.click(['#box']);
  await tab.click(['#send']);
  await expect.poll(sent).toEqual([true]);
  const here = () => tab.evaluate(() => location.pathname + document.readyState).catch(() => '');
  await expect.poll(here).toBe('/empty/complete');
  await tab.back();
  await bound();
  const [ticked, has, lies] = await tab.evaluate((field) => {
    const box = document.querySelector('#box') as HTMLInputElement;
    return [
      box.checked,
      new FormData(box.form as HTMLFormElement).has(field),
      document.querySelector(`[name="${field}"]`) !== null,
    ];
  }, FIELD);
  expect([has, lies]).toEqual([ticked, false]);
  await tab.evaluate(() => {
    const box = document.querySelector('#box') as HTMLInputElement;
    box.checked = false;
    box.form?.submit();
  });
  await expect.poll(sent).toEqual([true, false]);
});
