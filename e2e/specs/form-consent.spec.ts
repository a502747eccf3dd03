import type { FormConsent, FormProof } from 'askfirst/forms';
import { app, appPage } from '../harness/app.js';
import { endpoint } from '../harness/endpoint.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    updates: FormConsent;
  }
}

const KEY = 'askfirst.form.product-updates';
const LABEL = 'Mail me about product updates';

const form = (box = '') => `<main><h1>Sign up</h1>
  <form action="/api/form" method="post" target="answer">
    <label>Mail <input name="mail" value="ann@example.org"></label>
    <label><input type="checkbox" id="updates" ${box}>
      Mail me about
      <em>product updates</em></label>
    <button>Sign up</button>
  </form>
  <iframe name="answer" title="Answer"></iframe></main>`;

const settings = `<main><h1>Settings</h1><label><input type="checkbox" id="updates"> ${LABEL}</label></main>`;

const code = (verb: string, before = '') => `
  import { formConsent } from 'askfirst/forms';
  const box = document.querySelector('#updates');
  ${before}
  window.updates = formConsent({ purpose: 'product-updates', policyVersion: '2.1' });
  updates.${verb}(box);`;

const box = (page: Page) => page.locator('#updates');
const submit = (page: Page) => page.getByRole('button', { name: 'Sign up' }).click();
const record = (page: Page) => page.evaluate(() => window.updates.record());
const proofs = ({ forms }: ReturnType<typeof endpoint>) =>
  forms.map((fields) => JSON.parse(fields.get('askfirst-product-updates') ?? 'null') as FormProof | null);

test.describe('a box in a form', () => {
  test('who listens to the answer may ask for the record, and nothing is lost', async ({ page, server, said }) => {
    void said;
    const src = await app(
      server,
      `import { formConsent } from 'askfirst/forms';
     const updates = formConsent({ purpose: 'product-updates' });
     window.heard = [];
     updates.$answer.listen(() => window.heard.push(updates.record()?.answers.length));
     updates.grant('Yes, please');
     updates.withdraw();`,
    );
    server.page('/', appPage(src));
    await page.goto(SITE);
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual([1, 2]);
    const stored = await page.evaluate(() => JSON.parse(localStorage['askfirst.form.product-updates'] ?? 'null'));
    expect(stored.answers.map(({ granted }: { granted: boolean }) => granted)).toEqual([true, false]);
  });

  test('is not ticked, and a form without the tick makes no record', async ({ page, server }) => {
    const { forms } = endpoint(server);
    server.page('/', appPage(await app(server, code('bind')), form()));
    await page.goto(SITE);
    await expect(box(page)).not.toBeChecked();
    await submit(page);
    await expect.poll(() => forms.length).toBe(1);
    expect([...(forms[0]?.keys() ?? [])]).toEqual(['mail']);
    expect(await record(page)).toBeNull();
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  });

  test('ticked: the server gets the words that were shown, time, language, policy, under a random id', async ({
    page,
    server,
  }) => {
    const own = endpoint(server);
    server.page('/', appPage(await app(server, code('bind')), form()));
    await page.goto(SITE);
    await box(page).check();
    expect(await record(page), 'before the form is sent').toBeNull();
    await submit(page);
    await expect.poll(() => own.forms.length).toBe(1);
    const [proof] = proofs(own);
    expect(proof).toEqual({
      v: 1,
      id: expect.stringMatching(/^\d+-\d+-\d+-\d+$/),
      purpose: 'product-updates',
      granted: true,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      label: LABEL,
      locale: 'en',
      policy: '2.1',
      method: 'form',
    });
    expect(Math.abs(Date.parse(proof?.at ?? '') - Date.now())).toBeLessThan(60_000);
    const { id, answers } = (await record(page)) as NonNullable<Awaited<ReturnType<typeof record>>>;
    expect([id, answers.length]).toEqual([proof?.id, 1]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([KEY]);
  });

  test('sent again without the tick: what this form has granted is taken back, and the server hears of it', async ({
    page,
    server,
  }) => {
    const own = endpoint(server);
    server.page('/', appPage(await app(server, code('bind')), form()));
    await page.goto(SITE);
    await box(page).check();
    await submit(page);
    await box(page).uncheck();
    await submit(page);
    await submit(page);
    await expect.poll(() => proofs(own).map((proof) => proof?.granted)).toEqual([true, false, undefined]);
    expect((await record(page))?.answers.map(({ granted }) => granted)).toEqual([true, false]);
  });

  test('a box that the page has ticked is unticked and named in one message, also after a reset', async ({
    page,
    server,
    said,
  }) => {
    const { forms } = endpoint(server);
    server.page('/', appPage(await app(server, code('bind')), form('checked')));
    await page.goto(SITE);
    await expect(box(page)).not.toBeChecked();
    await page.evaluate(() => document.querySelector('form')?.reset());
    await expect(box(page)).not.toBeChecked();
    await submit(page);
    await expect.poll(() => forms.length).toBe(1);
    expect(await record(page)).toBeNull();
    expect(said.messages).toEqual([expect.stringMatching(/"product-updates" was ticked beforehand.*Remove "checked"/)]);
  });

  test('a script that sends the form itself finds the proof in it', async ({ page, server }) => {
    const own = `document.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      window.heard = [...new FormData(event.target).keys()];
    });`;
    server.page('/', appPage(await app(server, code('bind', own)), form()));
    await page.goto(SITE);
    await box(page).check();
    await submit(page);
    expect(await page.evaluate(() => window.heard)).toEqual(['mail', 'askfirst-product-updates']);
  });

  test('a box without words beside it proves nothing, so nothing is recorded, and the owner is told', async ({
    page,
    server,
    said,
  }) => {
    const own = endpoint(server);
    const bare = form().replace(/<label><input type="checkbox"([^>]*)>.*?<\/label>/s, '<input type="checkbox"$1>');
    server.page('/', appPage(await app(server, code('bind')), bare));
    await page.goto(SITE);
    await box(page).check();
    await submit(page);
    await expect.poll(() => own.forms.length).toBe(1);
    expect([proofs(own), await record(page)]).toEqual([[null], null]);
    expect(said.messages).toEqual([expect.stringContaining('no label')]);
  });

  test('its words may stand in aria-label or aria-labelledby; those that nobody could see are not in the proof', async ({
    page,
    server,
  }) => {
    const bare = (label: string) =>
      `<form><i id="one">Mail me about</i><i id="two">product updates</i><input type="checkbox" ${label}><button>Sign up</button></form>`;
    const body = `${bare('aria-label=" Mail  me about\nproduct updates"')}${bare('aria-labelledby="one two"')}
      <form><label><input type="checkbox"> Mail me about <b hidden>and sell my address</b>
      <em>product updates</em></label><button>Sign up</button></form>`;
    const each = `import { formConsent } from 'askfirst/forms';
      window.updates = formConsent({ purpose: 'product-updates' });
      for (const form of document.forms) {
        form.onsubmit = (event) => event.preventDefault();
        updates.bind(form.querySelector('input'));
      }`;
    server.page('/', appPage(await app(server, each), body));
    await page.goto(SITE);
    for (const place of [0, 1, 2]) {
      await page.getByRole('checkbox').nth(place).check();
      await page.getByRole('button').nth(place).click();
    }
    expect((await record(page))?.answers.map(({ label }) => label)).toEqual([LABEL, LABEL, LABEL]);
  });

  test('once let go, a form is a form', async ({ page, server }) => {
    const { forms } = endpoint(server);
    server.page(
      '/',
      appPage(await app(server, `${code('bind')} updates.bind(box)();`.replace('updates.bind(box);', '')), form()),
    );
    await page.goto(SITE);
    await box(page).check();
    await submit(page);
    await expect.poll(() => forms.length).toBe(1);
    expect([...(forms[0]?.keys() ?? [])]).toEqual(['mail']);
    expect(await record(page)).toBeNull();
  });
});

test.describe('a switch in the settings', () => {
  test('shows the answer, acts at once, and follows another tab', async ({ page, server, context }) => {
    server.page('/', appPage(await app(server, code('bindToggle')), settings));
    const other = await context.newPage();
    await page.goto(SITE);
    await other.goto(SITE);
    await expect(box(page)).not.toBeChecked();
    await box(page).check();
    expect((await record(page))?.answers).toEqual([
      expect.objectContaining({ granted: true, label: LABEL, method: 'toggle' }),
    ]);
    await expect(box(other)).toBeChecked();
    await other.reload();
    await expect(box(other)).toBeChecked();
    await box(other).uncheck();
    await expect(box(page)).not.toBeChecked();
    expect((await record(page))?.answers.map(({ granted }) => granted)).toEqual([true, false]);
    await page.evaluate((key) => localStorage.removeItem(key), KEY);
    await expect.poll(() => other.evaluate(() => window.updates.$answer.get())).toBeNull();
  });

  test('goes off when code withdraws', async ({ page, server }) => {
    server.page('/', appPage(await app(server, code('bindToggle')), settings));
    await page.goto(SITE);
    await box(page).check();
    await page.evaluate(() => window.updates.withdraw());
    await expect(box(page)).not.toBeChecked();
  });
});

test('a yes to mail grants no category, and no record of consent is made', async ({ page, server }) => {
  const consent = `import { createConsent } from 'askfirst';
    window.askfirst = createConsent({ categories: { analytics: {}, marketing: {} } }); askfirst.start();`;
  server.page('/', appPage(await app(server, consent + code('bindToggle')), settings));
  await page.goto(SITE);
  await box(page).check();
  await settle(page);
  expect(await page.evaluate(() => window.askfirst.$consent.get().granted)).toEqual({
    necessary: true,
    analytics: false,
    marketing: false,
  });
  expect(await page.evaluate(() => [window.askfirst.record(), localStorage.getItem('askfirst')])).toEqual([null, null]);
  await page.evaluate(() => window.askfirst.acceptAll());
  await page.evaluate(() => window.askfirst.withdraw());
  expect(await page.evaluate(() => window.updates.$answer.get()?.granted), 'nor the other way round').toBe(true);
});
