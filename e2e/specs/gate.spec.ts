import { seen } from '../harness/interface.js';
import { decide, ran, settle } from '../harness/probe.js';
import { asked, expectAsked } from '../harness/tags.js';
import { expect, SITE, test } from '../harness/test.js';

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

  test('after Accept all each is requested and runs once, in its order, with its attributes, and markup is shown', async ({
    page,
    server,
  }) => {
    await seen(page).accept.click();
    await test.step('each exactly once', async () => {
      await expectAsked(page, server, [...ANALYTICS, ...BOTH, ...MARKETING]);
      const done = await ran(page);
      expect(new Set(done).size, `each once: ${done}`).toBe(done.length);
      expect(done).toEqual(
        expect.arrayContaining([...INLINE, '/classic.js', '/both.js', '/template.js', '/integrity.js']),
      );
    });

    await test.step('in document order, where one may depend on another', async () => {
      const done = await ran(page);
      expect(done.filter((name) => SCRIPTS_IN_ORDER.includes(name))).toEqual(SCRIPTS_IN_ORDER);
      expect(done.indexOf('/template.js')).toBeLessThan(done.indexOf('template inline'));
    });

    await test.step('with the attributes of each script', async () => {
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
          // What has run stands there as a held tag again.
          module: [tag('module.mjs').type, tag('module.mjs').dataset.type],
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
        module: ['text/plain', 'module'],
        attributes: { id: 'attributes', className: 'tag', site: '42', fetchPriority: 'low' },
      });
      const headersOf = (path: string) => server.log.find((request) => request.path === path)?.headers;
      expect(headersOf('/referrer.js')?.referer).toBeUndefined();
      expect(headersOf('/classic.js')?.referer).toBe(`${SITE}/`);
      expect(headersOf('/integrity.js')?.origin).toBe(SITE);
    });

    await test.step('template, style sheet, frame and pictures', async () => {
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
  });

  test('releases only what was granted; two categories on one tag mean both', async ({ page, server }) => {
    await decide(page, { analytics: true, marketing: false });
    await expectAsked(page, server, ANALYTICS);
    await decide(page, { marketing: true });
    await expectAsked(page, server, [...ANALYTICS, ...BOTH, ...MARKETING]);
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
