import { html, INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { ran, settle } from '../harness/probe.js';
import { asked, expectAsked, heldInline } from '../harness/tags.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

/** Ten kinds of tags, made by a script of the page, not by the parser. */
const insertTen = (page: Page) =>
  page.evaluate(() => {
    const add = (name: string, attributes: Record<string, string>, content = '') => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (name === 'script') element.textContent = content;
      else if (content) element.innerHTML = content;
      document.body.append(element);
    };
    const held = { 'data-consent': 'analytics' };
    const script = { ...held, type: 'text/plain' };
    const at = (file: string) => `https://tags.example.net/${file}`;
    add('script', { ...script, src: at('late-1.js') });
    add('script', script, 'ran.push("late inline")');
    add('script', { ...script, src: at('late-3.js'), async: '' });
    add('script', { ...script, src: at('late-4.mjs'), 'data-type': 'module' });
    add('img', { ...held, alt: '', 'data-src': at('late-5.svg') });
    add('iframe', { ...held, title: 'Late', 'data-src': at('late-6.html') });
    add('link', { ...held, rel: 'stylesheet', 'data-href': at('late-7.css') });
    add('embed', { ...held, type: 'image/svg+xml', 'data-src': at('late-8.svg') });
    const template = document.createElement('template');
    template.dataset.consent = 'analytics';
    template.content.append(Object.assign(document.createElement('script'), { src: at('late-9.js') }));
    document.body.append(template);
    add('div', {}, `<p><img data-consent="analytics" alt="" data-src="${at('late-10.svg')}"></p>`);
  });
const TEN = ['1.js', '10.svg', '3.js', '4.mjs', '5.svg', '6.html', '7.css', '8.svg', '9.js'].map(
  (end) => `late-${end}`,
);

test.describe('ten tags inserted later', () => {
  test.beforeEach(async ({ page, visit }) => {
    await visit({ attributes: 'data-categories="analytics"', head: '<script>window.ran = [];</script>' });
    await expect(seen(page).banner).toBeVisible();
  });

  test('wait for consent and are released once', async ({ page, server }) => {
    await insertTen(page);
    await settle(page);
    expect(asked(server)).toEqual([]);
    await seen(page).accept.click();
    await expectAsked(page, server, TEN);
    expect((await ran(page)).sort()).toEqual(['/late-1.js', '/late-3.js', '/late-4.mjs', '/late-9.js', 'late inline']);
  });

  test('are released at once where consent is there already', async ({ page, server }) => {
    await seen(page).accept.click();
    await insertTen(page);
    await expectAsked(page, server, TEN);
    expect((await ran(page)).sort()).toEqual(['/late-1.js', '/late-3.js', '/late-4.mjs', '/late-9.js', 'late inline']);
  });
});

test('tags that a page puts in through innerHTML are released too', async ({ page, visit }) => {
  await visit({ attributes: 'data-categories="analytics"', head: '<script>window.ran = [];</script>' });
  // Browsers mark scripts made by innerHTML as already run, and copies of them as well.
  await page.evaluate(() => {
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = `
      <script type="text/plain" data-consent="analytics" src="https://tags.example.net/markup.js"></script>
      <script type="text/plain" data-consent="analytics">ran.push('markup inline')</script>
      <template data-consent="analytics"><script src="https://tags.example.net/in-template.js"></script></template>`;
  });
  await seen(page).accept.click();
  await expect.poll(async () => (await ran(page)).sort()).toEqual(['/in-template.js', '/markup.js', 'markup inline']);
  // What a template releases does not wait for the others: docs/limits.md.
  const held = (await ran(page)).filter((name) => name !== '/in-template.js');
  expect(held).toEqual(['/markup.js', 'markup inline']);
});

test('scripts run in document order even if the first is slow', async ({ page, server }) => {
  const slow = (name: string) => ({
    type: 'text/javascript',
    delay: 500,
    body: `(window.ran ??= []).push('${name}')`,
    headers: { 'access-control-allow-origin': '*' },
  });
  server.reply('https://tags.example.net/slow.js', slow('slow'));
  server.reply('https://tags.example.net/slow-module.mjs', slow('slow module'));
  await page.goto(`${SITE}/gate-order/`);
  await seen(page).accept.click();
  await expect
    .poll(() => ran(page))
    .toEqual(['slow', 'after slow', '/quick.js', '/deferred.js', 'last inline', 'slow module', 'inline module']);
});

test('a script that hangs and one that is missing do not stop the others', { tag: '@timed' }, async ({
  page,
  server,
}) => {
  server.reply('https://tags.example.net/hanging.js', { hang: true });
  server.reply('https://tags.example.net/missing.js', { status: 404 });
  await page.goto(`${SITE}/gate-hanging/`);
  await seen(page).accept.click();
  const start = Date.now();
  await expect.poll(() => ran(page), { intervals: [50] }).toEqual(expect.arrayContaining(['/before.js', '/aside.js']));
  expect(Date.now() - start, 'what does not wait for the hanging one').toBeLessThan(1500);
  await expect.poll(() => server.requests('image.svg'), { intervals: [50] }).toHaveLength(1);
  await expect.poll(() => ran(page), { intervals: [50] }).toContain('/after.js');
  expect(Date.now() - start, 'what waits for the hanging one').toBeLessThan(4500);
});

test('a tag that is released runs as itself, and stands in the page as the owner wrote it', async ({ page, visit }) => {
  await visit({
    attributes: 'data-categories="analytics"',
    body: `<script type="text/plain" data-consent="analytics">document.body.dataset.current = document.currentScript?.outerHTML ?? 'none';</script>`,
  });
  await seen(page).accept.click();
  await expect(page.locator('body')).toHaveAttribute('data-current', /^<script/);
  expect(await page.locator('body > script').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([
    `<script type="text/plain" data-consent="analytics">document.body.dataset.current = document.currentScript?.outerHTML ?? 'none';</script>`,
  ]);
});

for (const install of INSTALLS) {
  test.describe(`a page that is still on its way, with the ${install}`, () => {
    /** Opens a later visit to a page whose markup stops at `<!-- stop -->` until `goOn` is called. */
    const openSlowly = async (page: Page, server: Server, markup: string) => {
      const [body = '', rest = ''] = html({
        install,
        attributes: 'data-categories="analytics" data-asked="analytics:"',
        body: markup,
      }).split('<!-- stop -->');
      server.page('/slow/', html({ install, attributes: 'data-categories="analytics"' }));
      await page.goto(`${SITE}/slow/`);
      await seen(page).accept.click();
      let goOn = () => {};
      const later = new Promise<string>((resolve) => {
        goOn = () => resolve(rest);
      });
      server.reply('/slow/', { type: 'text/html; charset=utf-8', body, rest: later });
      await page.goto(`${SITE}/slow/`, { waitUntil: 'commit' });
      return { goOn };
    };

    test('a held inline script runs as soon as the parser has passed it', async ({ page, server }) => {
      const { goOn } = await openSlowly(
        page,
        server,
        `${heldInline('early')}<p>Text.</p><!-- stop --><p id="end">End.</p>`,
      );
      await expect.poll(() => ran(page)).toEqual(['early']);
      expect(await page.locator('#end').count()).toBe(0);
      goOn();
      await expect(page.locator('#end')).toBeVisible();
      await settle(page);
      expect(await ran(page)).toEqual(['early']);
    });

    test('half a script does not run', async ({ page, server }) => {
      const [script, end] = [
        heldInline('first').replace('</script>', ''),
        `(window.ran ??= []).push('second');</script>`,
      ];
      const { goOn } = await openSlowly(page, server, `<p id="start">Text.</p>${script}<!-- stop -->${end}`);
      await expect(page.locator('#start')).toBeVisible();
      await page.waitForTimeout(500);
      expect(await ran(page)).toEqual([]);
      goOn();
      await expect.poll(() => ran(page)).toEqual(['first', 'second']);
    });
  });
}
