import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { arrived, settle } from '../harness/probe.js';
import { expect, type Tab, test } from '../harness/test.js';

const FILM = 'https://www.youtube-nocookie.com/embed/1';
const films = ['a', 'b'].map(
  (id) =>
    `<iframe id="${id}" data-consent="marketing" data-src="${FILM}" title="Film ${id}" width="320" height="180"></iframe>`,
);

/** What stands in each frame, where the empty document is the page's own. */
const words = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('iframe')].map((frame) =>
      [...(frame.contentDocument?.querySelectorAll('.card') ?? [])].map(({ textContent }) => textContent).join('|'),
    ),
  );
const press = (tab: Tab, id: string, button: string) =>
  tab.evaluate(
    (which, selector) =>
      document
        .querySelector<HTMLIFrameElement>(`#${which}`)
        ?.contentDocument?.querySelector<HTMLElement>(selector)
        ?.click(),
    id,
    button,
  );
const places = (tab: Tab) =>
  tab.evaluate(() => [...document.querySelectorAll('iframe, p')].map((each) => each.getBoundingClientRect().toJSON()));

test('a card stands in each frame that waits: accessible, of its size, gone with the yes and back with the no', async ({
  tab,
  server,
  visit,
}) => {
  const headers = { 'cache-control': 'no-store' };
  server.reply(FILM, { type: 'text/html', headers, body: '<!doctype html><title>Film</title>' });
  const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  server.reply('/axe.js', { type: 'text/javascript', body: axe });
  await visit({ attributes: 'data-categories="marketing"', body: `<main>${films.join('')}<p>Below</p></main>` });
  const before = await places(tab);
  const card =
    /^Film \wIf you load this content, your browser connects to YouTube \(Google\)\.Load onceAlways allow: MarketingPrivacy policy of YouTube$/;
  const both = [expect.stringMatching(card), expect.stringMatching(card)];
  await expect.poll(() => words(tab)).toEqual(both);
  await settle();
  // One card each, also where the browser has given the frame a second document.
  expect(await words(tab)).toEqual(both);
  expect(server.requests('embed/1')).toEqual([]);
  const found = await tab.evaluate(async () => {
    const inside = document.querySelector('iframe')?.contentWindow as Window & typeof globalThis;
    const script = inside.document.createElement('script');
    script.src = '/axe.js';
    const loading = new Promise((done) => script.addEventListener('load', done));
    inside.document.head.append(script);
    await loading;
    const { violations } = await inside.axe.run('.card');
    return violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);

  await press(tab, 'a', '.once');
  await arrived(server, 'embed/1');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('a');
  await settle();
  expect(server.requests('embed/1')).toHaveLength(1);
  expect(await tab.evaluate(() => localStorage.length)).toBe(0);
  await press(tab, 'b', '.always');
  await arrived(server, 'embed/1', 2);
  await tab.evaluate(() => window.askfirst.withdraw());
  await expect.poll(() => words(tab)).toEqual(both);
  expect(await places(tab)).toEqual(before);
  expect(await tab.evaluate(() => window.askfirst.record()?.method)).toBe('api');
});
