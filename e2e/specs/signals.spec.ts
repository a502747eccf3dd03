import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, DENIED, dataLayer, SIGNALS, settle, updates } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

const GTAG = 'www.googletagmanager.com/gtag/js';
const COLLECT = 'www.google-analytics.com/g/collect';
const ANALYTICS_ONLY = { ...DENIED, analytics_storage: 'granted' };

for (const install of INSTALLS) {
  test.describe(`with the ${install}`, () => {
    test('the first dataLayer entry is one denied default of seven signals, as an arguments object', async ({
      page,
      visit,
    }) => {
      await visit({ install });
      await consent(page);
      await settle(page);
      const entries = await dataLayer(page);
      expect(entries[0]).toEqual({ command: ['consent', 'default', { ...DENIED, wait_for_update: 500 }], length: 3 });
      expect(await commands(page, 'consent')).toHaveLength(1);
      expect(entries.filter((entry) => entry.array)).toEqual([]);
      expect(Object.keys(DENIED).sort()).toEqual([...SIGNALS].sort());
    });

    test('a choice gives default, one update, the event, then js, config and one load of gtag.js', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit, server }) => {
      await visit({ install });
      await seen(page).accept.click();
      await expect.poll(() => server.requests(GTAG).length).toBe(1);
      const entries = await dataLayer(page);
      const shape = entries.map(({ command, object }) => (command ? command.slice(0, 2).join(' ') : object?.event));
      expect(shape).toEqual(['consent default', 'consent update', 'consent_update', 'js date', 'config G-TEST1']);
      expect(entries[1]).toEqual({ command: ['consent', 'update', ANALYTICS_ONLY], length: 3 });
      await settle(page);
      expect(server.requests(GTAG)).toEqual([`${GTAG}?id=G-TEST1`]);
    });

    test('Google hears analytics granted and advertising denied with the very first hit', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit, server }) => {
      await visit({ install });
      await seen(page).accept.click();
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      const hit = new URLSearchParams(server.requests(COLLECT)[0]?.split('?')[1]);
      expect({ gcs: hit.get('gcs'), npa: hit.get('npa'), en: hit.get('en') }).toEqual({
        gcs: 'G101',
        npa: '1',
        en: 'page_view',
      });
    });

    test('a returning visitor gives the denied default, one update, and only then the tag', async ({
      page,
      visit,
      server,
      context,
    }) => {
      await visit({ install });
      await seen(page).accept.click();
      await settle(page);
      await context.clearCookies();
      server.log.length = 0;
      await page.reload();
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      const shape = (await dataLayer(page)).map(({ command, object }) =>
        command ? command.slice(0, 2).join(' ') : object?.event,
      );
      expect(shape.slice(0, 2)).toEqual(['consent default', 'consent update']);
      expect(shape.filter((name) => name === 'consent update')).toHaveLength(1);
      expect(shape.indexOf('config G-TEST1')).toBeGreaterThan(1);
      expect((await updates(page))[0]).toEqual(ANALYTICS_ONLY);
      expect((await commands(page, 'consent'))[0]).toEqual(['consent', 'default', { ...DENIED, wait_for_update: 500 }]);
      expect(server.requests(COLLECT)[0]).toContain('gcs=G101');
    });

    test('each change gives one update and then the event; the same choice again gives none', {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit }) => {
      await visit({ install });
      await consent(page);
      await page.evaluate(() => {
        const { askfirst } = window;
        askfirst.acceptAll();
        askfirst.acceptAll();
        askfirst.withdraw('analytics');
        askfirst.rejectAll();
        askfirst.decide({ analytics: true });
      });
      const told = async () => (await updates(page)).map((update) => update.analytics_storage);
      await expect.poll(told).toEqual(['granted', 'denied', 'granted']);
      await settle(page);
      expect(await told()).toEqual(['granted', 'denied', 'granted']);
      const entries = await dataLayer(page);
      for (const [index, entry] of entries.entries()) {
        if (entry.command?.[1] === 'update') expect(entries[index + 1]?.object?.event).toBe('consent_update');
      }
    });

    test('advanced mode loads the tag at once, with denied signals and without a cookie', async ({
      page,
      visit,
      server,
      context,
    }) => {
      await visit({ install, attributes: 'data-ga4="G-TEST1" data-consent-mode="advanced"' });
      await expect.poll(() => server.requests(COLLECT).length).toBeGreaterThan(0);
      expect(server.requests(COLLECT)[0]).toContain('gcs=G100');
      expect((await dataLayer(page))[0]?.command?.slice(0, 2)).toEqual(['consent', 'default']);
      expect((await context.cookies()).filter(({ name }) => name.startsWith('_ga'))).toEqual([]);
      await seen(page).accept.click();
      await expect
        .poll(async () => (await context.cookies()).map(({ name }) => name).sort())
        .toEqual(['_ga', '_ga_TEST1']);
      expect(server.requests(GTAG)).toHaveLength(1);
      expect((await updates(page)).length).toBe(1);
    });

    test('data-consent-mode="off" leaves dataLayer to the site', { tag: wholeIf(install === 'fast path') }, async ({
      page,
      visit,
    }) => {
      await visit({ install, attributes: 'data-categories="analytics" data-consent-mode="off"' });
      await seen(page).accept.click();
      await settle(page);
      expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
    });
  });
}
