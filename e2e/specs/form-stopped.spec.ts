import type { FormConsent, FormProof } from 'askfirst/forms';
import { app, appPage } from '../harness/app.js';
import { endpoint } from '../harness/endpoint.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    updates: FormConsent;
    bindAgain: () => void;
    stops: boolean;
    taken: unknown[];
  }
}

const FIELD = 'askfirst-product-updates';

const BODY = `<main><h1>Sign up</h1>
  <form id="form" action="/api/form" method="post" target="answer">
    <label>Mail <input name="mail"></label>
    <fieldset><label><input type="checkbox" id="updates" name="tick"> Mail me about product updates</label></fieldset>
    <button>Sign up</button> <button name="later" formnovalidate>Later</button>
  </form>
  <form id="other"></form>
  <iframe name="answer" title="Answer"></iframe></main>`;

/** The page's own validation, as many write it: it stops the form and shows what is missing. */
const CODE = `
  import { formConsent } from 'askfirst/forms';
  const box = document.querySelector('#updates');
  const form = box.form;
  window.taken = [];
  form.addEventListener('submit', (event) => {
    if (form.elements.mail.value && !window.stops) return;
    event.preventDefault();
    // Frameworks bind again as they show what is missing.
    setTimeout(window.bindAgain);
    window.taken.push(new URLSearchParams(new FormData(form)).get('${FIELD}') && 'proof');
  });
  window.updates = formConsent({ purpose: 'product-updates' });
  window.bindAgain = () => updates.bind(box);
  bindAgain();`;

async function open(page: Page, server: Server, body = BODY, code = CODE) {
  const own = endpoint(server);
  server.page('/', appPage(await app(server, code), body));
  await page.goto(SITE);
  return () =>
    own.forms.map((fields) => (JSON.parse(fields.get(FIELD) ?? 'null') as FormProof | null)?.granted ?? null);
}

const box = (page: Page) => page.locator('#updates');
const submit = (page: Page) => page.getByRole('button', { name: 'Sign up' }).click();
const answers = (page: Page) =>
  page.evaluate(() => window.updates.record()?.answers.map(({ granted }) => granted) ?? []);

test('a form that the page stopped: who then takes the tick out has not agreed, and the next form says so', async ({
  page,
  server,
}) => {
  const sent = await open(page, server);
  await box(page).check();
  await submit(page);
  expect(await answers(page)).toEqual([true]);
  await box(page).uncheck();
  expect(await answers(page)).toEqual([true, false]);
  expect(await page.evaluate(() => window.updates.$answer.get()?.granted)).toBe(false);
  // Stopped once more: the server has heard of none.
  await submit(page);
  await page.locator('[name=mail]').fill('ann@example.org');
  await submit(page);
  await expect.poll(sent).toEqual([false]);
  await submit(page);
  await expect.poll(sent).toEqual([false, null]);
  expect(await answers(page)).toEqual([true, false]);
  // A tick left in, or put in again, goes with the form once the page lets it, whichever button sends it.
  await box(page).check();
  await page.evaluate(() => {
    window.stops = true;
  });
  await submit(page);
  await page.evaluate(() => {
    window.stops = false;
  });
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.poll(sent).toEqual([false, null, true]);
  // Sent by the browser: an untick counts with the next form, as ever.
  await box(page).uncheck();
  expect((await answers(page)).at(-1)).toBe(true);
  await submit(page);
  await expect.poll(sent).toEqual([false, null, true, false]);
});

test('unticked by a script, by a reset, disabled, moved away: no form hands over the old proof', async ({
  page,
  server,
}) => {
  const sent = await open(page, server);
  /** What a script that sends the form itself would send now, and whether anything is left in the page. */
  const left = () =>
    page.evaluate((field) => {
      const form = document.querySelector('form') as HTMLFormElement;
      form.submit();
      return [new FormData(form).has(field), form.elements.namedItem(field) !== null];
    }, FIELD);
  const tick = async () => {
    await page.reload();
    await box(page).check();
    await submit(page);
    expect(await page.evaluate(() => window.taken)).toEqual(['proof']);
  };
  await tick();
  expect(await left(), 'ticked').toEqual([true, false]);
  await expect.poll(sent).toEqual([true]);
  const ways: [string, (tick: HTMLInputElement) => void][] = [
    ['by a script', (it) => Object.assign(it, { checked: false })],
    ['by a reset', (it) => it.form?.reset()],
    ['disabled', (it) => Object.assign(it, { disabled: true })],
    ['in a disabled group', (it) => Object.assign(it.closest('fieldset') as object, { disabled: true })],
    ['moved to another form', (it) => it.setAttribute('form', 'other')],
    ['taken out', (it) => it.remove()],
  ];
  for (const [place, [name, way]] of ways.entries()) {
    await tick();
    await box(page).evaluate(way);
    expect(await left(), name).toEqual([false, false]);
    await expect.poll(sent).toHaveLength(place + 2);
  }
  expect(sent().slice(1)).toEqual(ways.map(() => null));
});

test('a tick that no visitor made is none: a script, a framework that ticks again, a page that binds again', async ({
  page,
  server,
  said,
}) => {
  const sent = await open(page, server);
  await page.locator('[name=mail]').fill('ann@example.org');
  await page.evaluate(() => {
    (document.querySelector('#updates') as HTMLInputElement).checked = true;
  });
  await submit(page);
  await expect.poll(sent).toEqual([null]);
  await expect(box(page)).not.toBeChecked();
  expect([await answers(page), said.messages]).toEqual([[], [expect.stringMatching(/but not by the visitor.*grant/)]]);
  // Frameworks bind at each rendering: the visitor's own tick stays, and one form is one answer.
  await box(page).check();
  await page.evaluate(() => {
    for (let time = 0; time < 3; time += 1) window.bindAgain();
  });
  await expect(box(page)).toBeChecked();
  await submit(page);
  await expect.poll(sent).toEqual([null, true]);
  expect(await answers(page)).toEqual([true]);
  // What stands for a box, such as a styled one, tells it so.
  await page.evaluate(() => {
    const it = document.querySelector('#updates') as HTMLInputElement;
    it.checked = false;
    it.checked = true;
    it.dispatchEvent(new Event('click', { bubbles: true }));
  });
  await submit(page);
  await expect.poll(sent).toEqual([null, true, true]);
});

test('a dialog that is closed sends nothing, so nothing is agreed to until the page takes what is in it', async ({
  page,
  server,
}) => {
  const body = `<main><h1>Sign up</h1><dialog open><form method="dialog">
    <label><input type="checkbox" id="updates"> Mail me about product updates</label>
    <button value="no">Cancel</button> <button value="yes">Sign up</button></form></dialog></main>`;
  const code = `
    import { formConsent } from 'askfirst/forms';
    const box = document.querySelector('#updates');
    const dialog = document.querySelector('dialog');
    window.updates = formConsent({ purpose: 'product-updates' });
    updates.bind(box);
    window.taken = [];
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') window.taken.push(new FormData(box.form).get('${FIELD}'));
    });`;
  await open(page, server, body, code);
  await box(page).check();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('dialog')).toBeHidden();
  expect(await answers(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('dialog')?.show());
  await submit(page);
  await expect.poll(() => page.evaluate(() => window.taken.length)).toBe(1);
  expect(JSON.parse(String((await page.evaluate(() => window.taken))[0])).granted).toBe(true);
  expect(await answers(page)).toEqual([true]);
});

test('a switch goes back to the answer when its form is reset, and answers once however often it is bound', async ({
  page,
  server,
}) => {
  const code = CODE.replace('updates.bind(box)', 'updates.bindToggle(box)').replace(
    'bindAgain();',
    'bindAgain(); bindAgain();',
  );
  await open(page, server, BODY, code);
  await box(page).check();
  await page.evaluate(() => document.querySelector('form')?.reset());
  await expect(box(page)).toBeChecked();
  await box(page).uncheck();
  await page.evaluate(() => document.querySelector('form')?.reset());
  await expect(box(page)).not.toBeChecked();
  expect(await answers(page)).toEqual([true, false]);
});
