import { wholeIf } from '../../harness/whole.js';
import { isOn } from '../harness/find.js';
import { focused, sees, seesNo, UI } from '../harness/interface.js';
import { isGranted, settle, storedText } from '../harness/probe.js';
import { expect, type Tab, test } from '../harness/test.js';

/** Pages that replace their markup, open dialogs, and listen to everything: the question stays, and so does the page. */

const CATEGORIES = 'data-categories="analytics marketing"';
const MAIN = `<main><h1>Shop</h1><input id="field"><button id="own" onclick="window.owned = (window.owned ?? 0) + 1">Own</button>
  <button type="button" id="settings" data-consent-open>Privacy settings</button></main>`;

/** What stands in the way of the next view, by what routers and libraries do with the page. */
const SWAPS: Record<string, (main: string) => void> = {
  'another body': (main) => {
    const next = new DOMParser().parseFromString(main, 'text/html');
    document.body.replaceWith(next.body);
  },
  'other markup in the body': (main) => {
    document.body.innerHTML = main;
  },
  'the body out of a cache, with a copy of the interface': (main) => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    copy.append(new DOMParser().parseFromString(main, 'text/html').querySelector('main') as Element);
    document.body.replaceWith(copy);
  },
  'merged markup, which does not know the interface': () => {
    for (const child of [...document.body.children]) if (child.localName !== 'main') child.remove();
  },
  'another document element': (main) => {
    const { documentElement } = document;
    const next = document.createElement('html');
    next.lang = 'en';
    next.append(document.head, document.createElement('body'));
    documentElement.remove();
    document.append(next);
    document.body.innerHTML = main;
  },
};

const hosts = (tab: Tab) =>
  tab.evaluate(() => [
    document.querySelectorAll('askfirst-ui').length,
    document.body.firstElementChild?.localName,
    document.querySelector('askfirst-ui')?.matches(':popover-open'),
  ]);
/** By key presses, as a visitor moves it. */
async function tabTo(tab: Tab, part: string) {
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focused(tab)).split(' ').includes(part)) return;
    await tab.press('Tab');
  }
  throw new Error(`Tab never reached ${part}`);
}
const focusOn = (tab: Tab, part: string) =>
  tab.evaluate((wanted) => {
    document.querySelector('askfirst-ui')?.shadowRoot?.querySelector<HTMLElement>(`[part~="${wanted}"]`)?.focus();
  }, part);

for (const layout of ['bar', 'modal'])
  test(`whatever replaces the page, the question, the open preferences and the focus come back, as a ${layout}`, {
    tag: wholeIf(layout !== 'bar'),
  }, async ({ tab, visit }) => {
    await visit({ attributes: `${CATEGORIES} data-layout="${layout}"`, body: MAIN });
    await sees(tab, UI.banner);
    for (const [what, swap] of Object.entries(SWAPS)) {
      await tabTo(tab, 'reject');
      await tab.evaluate(swap, MAIN);
      await sees(tab, UI.banner);
      await expect.poll(() => hosts(tab), { message: what }).toEqual([1, 'askfirst-ui', true]);
      expect(await focused(tab), what).toBe('button reject');
    }
    await tab.click(UI.choose);
    await sees(tab, UI.dialog);
    await tab.click(UI.toggle('analytics'));
    for (const [what, swap] of Object.entries(SWAPS)) {
      await tab.evaluate(swap, MAIN);
      await sees(tab, UI.dialog);
      expect(await isOn(tab, UI.toggle('analytics')), what).toBe(true);
      expect(await isOn(tab, UI.toggle('marketing')), what).toBe(false);
    }
    await tab.press('Escape');
    await seesNo(tab, UI.dialog);
    await sees(tab, UI.banner);
    await tab.click(UI.reject);
    await seesNo(tab, UI.banner);
    await isGranted(tab, false);
    expect(JSON.parse((await storedText(tab)) ?? '').method).toBe('banner');
    expect(await tab.evaluate(() => getComputedStyle(document.documentElement).marginBottom), 'no room is left').toBe(
      '0px',
    );
    for (const swap of Object.values(SWAPS)) {
      await tab.evaluate(swap, MAIN);
      await settle(100);
      await tab.click(['#settings']);
      await sees(tab, UI.dialog);
      await tab.click(UI.close);
      await seesNo(tab, UI.dialog);
    }
  });

const DIALOG = `<dialog id="page" style="width:90vw;height:90vh"><p>Are you of age?</p><button id="yes" onclick="window.said = 'yes'">Yes</button></dialog>`;
const HOST_OF = (tab: Tab) =>
  tab.evaluate(
    () =>
      document.querySelector('askfirst-ui')?.parentElement?.id ||
      document.querySelector('askfirst-ui')?.parentElement?.localName,
  );

const ENDS: Record<string, () => void> = {
  closed: () => document.querySelector<HTMLDialogElement>('#page')?.close(),
  'taken out of the page': () => document.querySelector('#page')?.remove(),
  'replaced by another one': () => {
    const next = document.querySelector('#page')?.cloneNode(true) as HTMLDialogElement;
    next.open = false;
    next.querySelector('askfirst-ui')?.remove();
    document.querySelector('#page')?.replaceWith(next);
    next.showModal();
    setTimeout(() => next.close(), 300);
  },
};
test('over a modal dialog of the page the question can be answered, and after it', async ({ tab, visit }) => {
  const body = `${MAIN}${DIALOG}<script>document.querySelector('#page').showModal()</script>`;
  await visit({ attributes: CATEGORIES, body });
  await sees(tab, UI.banner);
  await expect.poll(() => HOST_OF(tab)).toBe('page');
  await tab.click(['#yes']);
  expect(await tab.evaluate(() => (window as { said?: string }).said), 'the dialog works, too').toBe('yes');
  // By keyboard: what is inert cannot have the focus.
  await focusOn(tab, 'reject');
  expect(await focused(tab)).toBe('button reject');
  await tab.press('Enter');
  await seesNo(tab, UI.banner);
  await isGranted(tab, false);
  expect(await storedText(tab)).not.toBeNull();

  for (const [how, end] of Object.entries(ENDS)) {
    await tab.evaluate(() => localStorage.clear());
    await visit({ attributes: CATEGORIES, body });
    await sees(tab, UI.banner);
    await tab.evaluate(end);
    await expect.poll(() => HOST_OF(tab), { message: how }).toBe('body');
    await sees(tab, UI.banner);
    await tab.click(UI.accept);
    await isGranted(tab, true);
  }
});

test('a dialog that opens later lies over the question, and gives it back', async ({ tab, visit }) => {
  await visit({ attributes: CATEGORIES, body: MAIN + DIALOG });
  await sees(tab, UI.banner);
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#page')?.showModal());
  await tab.click(['#yes']);
  expect(await tab.evaluate(() => (window as { said?: string }).said)).toBe('yes');
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#page')?.close());
  await tab.evaluate(() => {
    const host = document.querySelector('askfirst-ui') as HTMLElement;
    // As libraries do with everything that is not their dialog.
    host.inert = true;
    host.setAttribute('aria-hidden', 'true');
  });
  await expect
    .poll(() => tab.evaluate(() => document.querySelector('askfirst-ui')?.matches('[inert],[aria-hidden]')))
    .toBe(false);
  await tab.click(UI.reject);
  await seesNo(tab, UI.banner);
  await isGranted(tab, false);
});

const LISTENING = `<script>
  window.heard = [];
  const take = (event) => { if (event.target.localName === 'askfirst-ui') { heard.push(event.type); event.preventDefault(); event.stopPropagation(); } };
  for (const type of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'mousedown', 'focusin'])
    for (const [target, capture] of [[document, true], [document, false], [window, false]]) target.addEventListener(type, take, capture);
</script>`;
test('keys and clicks in the interface are its own; those of the page are left to it', async ({ tab, visit }) => {
  for (const key of ['Enter', 'Space'] as const) {
    await visit({ attributes: CATEGORIES, head: LISTENING, body: MAIN });
    await sees(tab, UI.banner);
    await focusOn(tab, 'reject');
    await tab.press(key);
    await seesNo(tab, UI.banner);
    await isGranted(tab, false);
    expect(await tab.evaluate(() => (window as { heard?: string[] }).heard)).toEqual([]);
    await tab.evaluate(() => localStorage.clear());
  }
  // A shortcut that hears of the key before anybody else.
  const early = `<script>addEventListener('keydown', (event) => { if (event.target.localName === 'askfirst-ui') event.preventDefault(); }, true)</script>`;
  for (const key of ['Enter', 'Space'] as const) {
    await visit({ attributes: CATEGORIES, head: early, body: MAIN });
    await sees(tab, UI.banner);
    await focusOn(tab, 'accept');
    await tab.press(key);
    await isGranted(tab, true);
    await tab.evaluate(() => localStorage.clear());
  }
  await tab.evaluate(() => document.querySelector<HTMLElement>('#own')?.focus());
  await tab.press('Enter');
  await tab.press('Space');
  expect(await tab.evaluate(() => (window as { owned?: number }).owned)).toBe(2);
});

const OPENERS = `<script>
  addEventListener('hashchange', () => { window.went = true; });
  document.addEventListener('click', (event) => { if (event.target.closest?.('a')) window.went = true; });
  addEventListener('DOMContentLoaded', () => {
    document.querySelector('nav').addEventListener('click', (event) => event.stopPropagation());
    const later = document.createElement('div');
    document.querySelector('main').append(later);
    later.attachShadow({ mode: 'open' }).innerHTML = '<a id="inner" href="#inner" data-consent-open>Privacy settings</a>';
  });
</script>`;
const LINKS = `<main style="padding-top:1500px"><nav><button id="menu" type="button" data-consent-open>1</button></nav>
  <a id="hash" href="#" data-consent-open>2</a><a id="real" href="/elsewhere/" data-consent-open><b id="word">3</b></a>
  <form action="/sent/"><input name="q"><button id="form" data-consent-open>4</button></form></main>`;
test('every way back opens the preferences, and nothing else happens', async ({ tab, visit, server }) => {
  await visit({ attributes: CATEGORIES, head: OPENERS, body: LINKS }, '/openers/#/products/7');
  await sees(tab, UI.banner);
  await tab.click(UI.reject);
  await seesNo(tab, UI.banner);
  const place = () => tab.evaluate(() => [location.href, history.length, (window as { went?: boolean }).went ?? false]);
  await tab.evaluate(() => scrollTo(0, 1e6));
  const before = await place();
  for (const path of [['#menu'], ['#hash'], ['#word'], ['#form'], ['main > div', '#inner']]) {
    await tab.click(path);
    await sees(tab, UI.dialog);
    await tab.press('Escape');
    await seesNo(tab, UI.dialog);
    expect(await place(), path.join(' ')).toEqual(before);
    expect(await tab.evaluate(() => scrollY), path.join(' ')).toBeGreaterThan(100);
  }
  for (const id of ['#hash', '#form']) {
    await tab.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), id);
    await tab.press('Enter');
    await sees(tab, UI.dialog);
    await tab.press('Escape');
    await seesNo(tab, UI.dialog);
    expect(await place()).toEqual(before);
    expect(await focused(tab), 'the focus is back').toBe(id.slice(1));
  }
  expect(server.requests(/elsewhere|sent/)).toEqual([]);
});

test('after a modal question the focus is back in the field, by every answer', async ({ tab, visit }) => {
  const body = `${MAIN}<script>document.querySelector('#field').focus()</script>`;
  for (const [first, second] of [[UI.reject], [UI.choose, UI.save]] as const) {
    await visit({ attributes: `${CATEGORIES} data-layout="modal"`, body });
    await sees(tab, UI.banner);
    await tab.click(first);
    if (second) await tab.click(second);
    await seesNo(tab, UI.banner);
    await expect.poll(() => focused(tab)).toBe('field');
    await tab.evaluate(() => localStorage.clear());
  }
});
