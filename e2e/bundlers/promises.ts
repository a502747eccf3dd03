import { ids } from '@askfirst/data/services/ids';
import { seen } from '../harness/interface.js';
import { consent, dataLayer, googleHost, settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

const GTAG = 'www.googletagmanager.com/gtag/js';
/** What only the interface and its words have in them. */
const INTERFACE = ['askfirst-ui', 'Accept all'];

/** The app's own scripts a page has asked for: path and text. */
const scripts = (page: Page) => {
  const texts = new Map<string, Promise<string>>();
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin === SITE && response.request().resourceType() === 'script')
      texts.set(
        url.pathname,
        response.text().catch(() => ''),
      );
  });
  return {
    forget: () => texts.clear(),
    count: () => texts.size,
    withInterface: async () => {
      const all = await Promise.all([...texts].map(async ([path, text]) => ({ path, text: await text })));
      return all.filter(({ text }) => INTERFACE.some((word) => text.includes(word))).map(({ path }) => path);
    },
  };
};

const cookies = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).sort();

/** What every app has to keep, whoever bundled it. `open` puts it on the site and gives the address of its page. */
export function keepsItsPromises(open: (server: Server) => string): void {
  test('asks, and nothing goes to anybody before Accept; then each tag loads once, after its signal', async ({
    page,
    server,
    said,
  }) => {
    await page.goto(SITE + open(server));
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    expect(server.requests(googleHost)).toEqual([]);
    expect(server.requests('tags.example.net')).toEqual([]);
    expect(await cookies(page)).toEqual([]);
    // Content blockers hold back files with the names of vendors. The question must not wait for one.
    const files = server.log.map(({ path }) => path.split('/').pop() ?? '');
    expect(files.filter((file) => ids.some((id) => file.startsWith(`${id}-`)))).toEqual([]);

    await seen(page).accept.click();
    await expect.poll(() => cookies(page)).toEqual(['_ga', '_ga_TEST1', '_heat']);
    await settle(page);
    expect(server.requests(GTAG)).toHaveLength(1);
    expect(server.requests('tags.example.net/heat.js')).toHaveLength(1);
    expect(await page.evaluate(() => window.heard)).toEqual([false, true]);
    const order = (await dataLayer(page)).map(({ command, object }) => command?.slice(0, 2).join(' ') ?? object?.event);
    expect(order.slice(0, 5)).toEqual([
      'consent default',
      'consent update',
      'consent_update',
      'js date',
      'config G-TEST1',
    ]);
    const [first, second] = await dataLayer(page);
    expect(first?.command?.[2]).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' });
    expect(second?.command?.[2]).toMatchObject({ analytics_storage: 'granted' });
    expect(said.messages).toEqual([]);
  });

  test('a returning visitor is not asked and does not download the interface', async ({ page, server, said }) => {
    const loaded = scripts(page);
    await page.goto(SITE + open(server));
    await seen(page).reject.click();
    await settle(page);
    expect(await loaded.withInterface(), 'a first visit needs it').not.toEqual([]);

    loaded.forget();
    await page.reload();
    await consent(page);
    await settle(page);
    expect(loaded.count()).toBeGreaterThan(0);
    expect(await loaded.withInterface()).toEqual([]);
    await expect(seen(page).banner).toHaveCount(0);
    expect(server.requests(googleHost)).toEqual([]);
    expect(said.messages).toEqual([]);
  });

  test('the first JavaScript of a page has none of the banner in it', async ({ page, server }) => {
    const path = open(server);
    const html = await (await page.goto(SITE + path))?.text();
    await expect(seen(page).banner).toBeVisible();
    // Those the page names, and those they import at once.
    const first = new Set([...(html ?? '').matchAll(/(?:src|href)="([^"]+\.js)[^"]*"/g)].map(([, src]) => src ?? ''));
    expect(first.size).toBeGreaterThan(0);
    for (const src of first) {
      const url = new URL(src, SITE + path).href;
      const text = await page.evaluate(async (address) => (await fetch(address)).text(), url);
      for (const [, name] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
        first.add(new URL(name ?? '', url).href);
      for (const word of INTERFACE) expect(text.includes(word), `${word} in ${src}`).toBe(false);
    }
  });

  test('withdrawing removes what was stored, and the next page asks nobody', async ({ page, server, said }) => {
    const path = open(server);
    await page.goto(SITE + path);
    await seen(page).accept.click();
    await expect.poll(() => cookies(page)).toEqual(['_ga', '_ga_TEST1', '_heat']);
    await page.locator('#withdraw').click();
    await expect.poll(() => cookies(page)).toEqual([]);
    expect(await page.evaluate(() => window.heard)).toEqual([false, true, false]);
    server.log.length = 0;
    await page.reload();
    await consent(page);
    await settle(page);
    expect(server.requests(/^(?!www\.shop\.example\.com)/)).toEqual([]);
    expect(await cookies(page)).toEqual([]);
    await expect(seen(page).banner).toHaveCount(0);
    expect(said.messages).toEqual([]);
  });
}
