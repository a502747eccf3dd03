import { seen } from '../harness/interface.js';
import { decide, ran, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

const TAGS = 'tags.example.net/';
const BOTH = ['both.js'];
const MARKETING = ['marketing.js'];
const ANALYTICS = [
  'async.js',
  'attributes.js',
  'audio.wav',
  'classic.js',
  'defer.js',
  'embed.svg',
  'frame.html',
  'image.svg',
  'imported.mjs',
  'integrity.js',
  'module.mjs',
  'nonce.js',
  'object.svg',
  'picture.svg',
  'poster.svg',
  'referrer.js',
  'srcset.svg',
  'style.css',
  'template.js',
  'template.svg',
  'video.wav',
];
const INLINE = ['inline', 'inline module', 'template inline'];
const SCRIPTS_IN_ORDER = ['/classic.js', 'inline', '/nonce.js', '/integrity.js', '/referrer.js', '/attributes.js'];

/** Names asked of the tag server so far. */
const asked = (server: Server) =>
  server
    .requests(TAGS)
    .map((url) => url.slice(TAGS.length))
    .sort();

/** Waits until just these have been asked for, and that nothing comes after. */
async function expectAsked(page: Page, server: Server, names: string[]) {
  await expect.poll(() => asked(server)).toEqual([...names].sort());
  await settle(page);
  expect(asked(server)).toEqual([...names].sort());
}

test.describe('a page with more than 20 kinds of declared tags', () => {
  test.beforeEach(async ({ page, said }) => {
    void said;
    await page.goto(`${SITE}/gate/`);
    await settle(page);
  });

  test('makes no request and runs no line before consent, nor after Reject all', async ({ page, server }) => {
    const before = asked(server);
    await seen(page).reject.click();
    await settle(page);
    expect(before).toEqual([]);
    expect(asked(server)).toEqual([]);
    expect(await ran(page)).toEqual([]);
  });

  test('requests and runs each exactly once after Accept all', async ({ page, server }) => {
    await seen(page).accept.click();
    await expectAsked(page, server, [...ANALYTICS, ...BOTH, ...MARKETING]);
    const done = await ran(page);
    expect(new Set(done).size, `each once: ${done}`).toBe(done.length);
    expect(done).toEqual(
      expect.arrayContaining([...INLINE, '/classic.js', '/both.js', '/template.js', '/integrity.js']),
    );
  });

  test('keeps document order among scripts that may depend on each other', async ({ page }) => {
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(expect.arrayContaining(INLINE));
    const done = await ran(page);
    expect(done.filter((name) => SCRIPTS_IN_ORDER.includes(name))).toEqual(SCRIPTS_IN_ORDER);
    expect(done.indexOf('/template.js')).toBeLessThan(done.indexOf('template inline'));
  });

  test('releases only what was granted; two categories on one tag mean both', async ({ page, server }) => {
    await decide(page, { analytics: true, marketing: false });
    await expectAsked(page, server, ANALYTICS);
    await decide(page, { marketing: true });
    await expectAsked(page, server, [...ANALYTICS, ...BOTH, ...MARKETING]);
  });

  test('keeps the attributes of a released script', async ({ page, server }) => {
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toContain('inline module');
    const kept = await page.evaluate(() => {
      const tag = (name: string) => document.querySelector(`script[src$="/${name}"]`) as HTMLScriptElement;
      const { id, className, dataset, fetchPriority } = tag('attributes.js') as HTMLScriptElement & {
        fetchPriority: string;
      };
      return {
        nonce: tag('nonce.js').nonce,
        integrity: tag('integrity.js').integrity.slice(0, 7),
        crossOrigin: tag('integrity.js').crossOrigin,
        referrerPolicy: tag('referrer.js').referrerPolicy,
        async: tag('async.js').hasAttribute('async'),
        defer: tag('defer.js').hasAttribute('defer'),
        module: tag('module.mjs').type,
        attributes: { id, className, site: dataset.site, fetchPriority },
      };
    });
    expect(kept).toEqual({
      nonce: 'r4nd0m',
      integrity: 'sha384-',
      crossOrigin: 'anonymous',
      referrerPolicy: 'no-referrer',
      async: true,
      defer: true,
      module: 'module',
      attributes: { id: 'attributes', className: 'tag', site: '42', fetchPriority: 'low' },
    });
    const headersOf = (path: string) => server.log.find((request) => request.path === path)?.headers;
    expect(headersOf('/referrer.js')?.referer).toBeUndefined();
    expect(headersOf('/classic.js')?.referer).toBe(`${SITE}/`);
    expect(headersOf('/integrity.js')?.origin).toBe(SITE);
  });

  test('shows released markup: template, style sheet, frame and pictures', async ({ page }) => {
    await seen(page).accept.click();
    await expect(page.locator('#from-template')).toBeVisible();
    await settle(page);
    expect(
      await page
        .frameLocator('iframe[title="Frame"]')
        .locator('html')
        .evaluate(() => document.title),
    ).toBe('Embedded');
    const shown = await page.evaluate(() => ({
      styled: [...document.styleSheets].some((sheet) => sheet.href?.endsWith('/style.css')),
      pictures: [...document.querySelectorAll('img')].every((img) => img.complete && img.naturalWidth > 0),
    }));
    expect(shown).toEqual({ styled: true, pictures: true });
  });

  test('Accept after Reject releases everything once', async ({ page, server }) => {
    await seen(page).reject.click();
    await decide(page, { analytics: true, marketing: true });
    await expectAsked(page, server, [...ANALYTICS, ...BOTH, ...MARKETING]);
  });

  test('accept, withdraw, accept runs no script twice', async ({ page, server }) => {
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(expect.arrayContaining([...INLINE, '/marketing.js']));
    const first = await ran(page);
    await decide(page, { analytics: false, marketing: false });
    await settle(page);
    await decide(page, { analytics: true, marketing: true });
    await settle(page);
    expect(await ran(page)).toEqual(first);
    const scripts = asked(server).filter((name) => /\.m?js$/.test(name));
    expect(new Set(scripts).size, scripts.join()).toBe(scripts.length);
  });

  test('withdrawing takes embedded frames and pictures away again', async ({ page }) => {
    await seen(page).accept.click();
    await expect(page.locator('#from-template')).toBeVisible();
    await decide(page, { analytics: false, marketing: false });
    await expect(page.locator('iframe[title="Frame"]')).not.toHaveAttribute('src');
    await expect(page.locator('#from-template')).toHaveCount(0);
  });
});

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
  await expect.poll(() => ran(page)).toEqual(['/markup.js', 'markup inline', '/in-template.js']);
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

test('a script that hangs and one that is missing do not stop the others', async ({ page, server }) => {
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

test('a tag that is released leaves nothing of the gate behind', async ({ page, visit }) => {
  await visit({
    attributes: 'data-categories="analytics"',
    body: `<script type="text/plain" data-consent="analytics">document.body.dataset.current = document.currentScript?.outerHTML ?? 'none';</script>`,
  });
  await seen(page).accept.click();
  await expect(page.locator('body')).toHaveAttribute('data-current', /^<script/);
  expect(await page.locator('script[type="text/plain"]').count()).toBe(0);
});
