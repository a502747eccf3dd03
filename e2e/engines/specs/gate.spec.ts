import { INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { seesNo, UI } from '../harness/interface.js';
import { arrived, isGranted, ran, settle } from '../harness/probe.js';
import { expect, type Server, test } from '../harness/test.js';

const at = (file: string) => `https://tags.example.net/${file}`;
const held = 'data-consent="analytics"';
const script = `<script type="text/plain" ${held}`;

const BODY = `
  <main><h1>Tags of each kind</h1><button data-consent-open>Privacy settings</button></main>
  ${script} src="${at('slow.js')}"></script>
  ${script}>ran.push('after ' + ran.at(-1));</script>
  ${script} src="${at('quick.js')}"></script>
  ${script} data-type="module" src="${at('module.mjs')}"></script>
  <script type="text/plain" data-consent="analytics marketing" src="${at('both.js')}"></script>
  <template ${held}><p id="in-template">Shown with consent</p><script>ran.push('in template');</script></template>
  <img ${held} data-src="${at('image.svg')}" alt="" width="8" height="8">
  <iframe ${held} data-src="${at('frame.html')}" title="Frame" width="80" height="40"></iframe>
  <link rel="stylesheet" ${held} data-href="${at('style.css')}">`;

const FILES = ['both.js', 'frame.html', 'image.svg', 'module.mjs', 'quick.js', 'slow.js', 'style.css'];
const IN_ORDER = ['/slow.js', 'after /slow.js', '/quick.js'];
const CATEGORIES = 'data-categories="analytics marketing"';

const asked = (server: Server) =>
  server
    .requests('tags.example.net/')
    .map((url) => url.replace('tags.example.net/', ''))
    .sort();

for (const install of INSTALLS) {
  test.describe(`tags of each kind, with the ${install}`, () => {
    test.beforeEach(async ({ visit, server }) => {
      const body = `(window.ran ??= []).push('/slow.js')`;
      server.reply(at('slow.js'), { type: 'text/javascript', delay: 300, body });
      await visit({ install, attributes: CATEGORIES, body: BODY });
    });

    test('wait, and after Reject all stay away', async ({ tab, server }) => {
      await isGranted(tab, false);
      await tab.click(UI.reject);
      await seesNo(tab, UI.banner);
      await settle();
      await tab.reload();
      await isGranted(tab, false);
      await settle();
      expect(asked(server)).toEqual([]);
      expect(await ran(tab)).toEqual([]);
    });

    test('come after Accept all, each once, scripts in document order', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ tab, server }) => {
      await tab.click(UI.accept);
      await expect.poll(() => asked(server)).toEqual(FILES);
      await expect.poll(() => ran(tab)).toHaveLength(6);
      await settle();
      expect(asked(server)).toEqual(FILES);
      const done = await ran(tab);
      expect(new Set(done).size).toBe(6);
      expect(done.filter((name) => IN_ORDER.includes(name))).toEqual(IN_ORDER);
    });
  });
}

test('a tag of two categories waits for both; withdrawing takes markup away and nothing runs twice', async ({
  tab,
  server,
  visit,
}) => {
  await visit({ attributes: CATEGORIES, body: BODY });
  await tab.click(UI.choose);
  await tab.click(UI.toggle('analytics'));
  await tab.click(UI.save);
  const analytics = FILES.filter((name) => name !== 'both.js');
  await expect.poll(() => asked(server)).toEqual(analytics);
  await expect.poll(() => ran(tab)).toHaveLength(5);

  const shown = () =>
    tab.evaluate(() => [!!document.querySelector('#in-template'), !!document.querySelector('iframe[src]')]);
  expect(await shown()).toEqual([true, true]);
  await tab.click(UI.settings);
  await tab.click(UI.rejectInDialog);
  await expect.poll(shown).toEqual([false, false]);

  await tab.evaluate(() => window.askfirst.acceptAll());
  await isGranted(tab, true, 'marketing');
  await arrived(server, 'both.js');
  await expect.poll(() => ran(tab)).toHaveLength(6);
  await settle();
  const scripts = asked(server).filter((name) => /js$/.test(name));
  expect(scripts).toEqual(FILES.filter((name) => /js$/.test(name)));
  expect(new Set(await ran(tab)).size).toBe(6);
});

test('a template whose content names its addresses waits for consent, except in Firefox', async ({
  tab,
  server,
  visit,
  engineName,
}) => {
  const picture = `tags.example.net/image.svg`;
  await visit({
    attributes: CATEGORIES,
    body: `<p>Film</p><template ${held}><p><img src="https://${picture}" alt=""></p></template>`,
  });
  await isGranted(tab, false);
  await settle();
  // Firefox fetches ahead while it parses, also from templates, with or without a consent tool on the page.
  expect(server.requests(picture)).toEqual(engineName === 'firefox' ? [picture] : []);
  await tab.click(UI.accept);
  await arrived(server, picture);
  await expect.poll(() => tab.evaluate(() => document.images.length)).toBe(1);
});
