import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, settle, stored, storedText } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

// Cache Storage is looked at here.
test.use({ reuseContext: false });

const FRAME_HTML = `<!doctype html><title>Frame</title><script src="/askfirst/askfirst.js" data-categories="analytics"></script>
  <script type="text/plain" data-consent="analytics" src="https://tags.example.net/framed.js"></script>`;

const BROKEN: Record<string, () => void> = {
  'storage that throws when touched': () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  },
  'storage that is not there': () => {
    Object.defineProperty(window, 'localStorage', { value: null });
  },
  'storage that reads but does not write': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    // Assigning a key goes past setItem.
    const real = window.localStorage;
    Object.defineProperty(window, 'localStorage', {
      value: new Proxy(real, {
        get: (target, key) => {
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
        set: () => {
          throw new DOMException('Full', 'QuotaExceededError');
        },
      }),
    });
  },
};

for (const install of INSTALLS) {
  for (const [what, breakIt] of Object.entries(BROKEN)) {
    test(`${what}: the choice holds for the page, with the ${install}`, {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit, server }) => {
      await page.addInitScript(breakIt);
      await visit({ install });
      await settle(page);
      expect(server.requests('google')).toEqual([]);
      await seen(page).accept.click();
      await expect(seen(page).banner).toHaveCount(0);
      await expect.poll(() => server.requests('gtag/js').length).toBe(1);
      expect((await consent(page)).granted.analytics).toBe(true);
      await decide(page, { analytics: false });
      await settle(page);
      server.log.length = 0;
      await page.reload();
      await expect(seen(page).banner).toBeVisible();
      expect((await consent(page)).granted.analytics).toBe(false);
      expect(server.requests('google')).toEqual([]);
    });
  }
}

test('storage that is really full: the choice holds for the page, and what filled it is left alone', async ({
  page,
  visit,
  server,
}) => {
  await page.goto(`${SITE}/empty/`);
  await page.evaluate(() => {
    for (let size = 4 * 1024 * 1024, i = 0; size >= 1; i += 1) {
      try {
        localStorage.setItem(`shop${i}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  const before = await page.evaluate(() => localStorage.length);
  await visit();
  await seen(page).accept.click();
  await expect.poll(() => server.requests('gtag/js').length).toBe(1);
  expect((await consent(page)).granted.analytics).toBe(true);
  expect(await page.evaluate(() => localStorage.length)).toBe(before);
  expect(await storedText(page)).toBeNull();
});

test('in a sandboxed frame without storage nothing throws and everything starts denied', async ({
  page,
  visit,
  server,
}) => {
  server.page('/framed/', FRAME_HTML);
  await visit({
    attributes: 'data-categories="analytics"',
    body: '<main><h1>Host</h1><iframe sandbox="allow-scripts" src="/framed/" title="Sandbox" width="600" height="600"></iframe></main>',
  });
  await seen(page).reject.click();
  const frame = page.frame({ url: `${SITE}/framed/` });
  if (!frame) throw new Error('The frame is missing');
  await frame.waitForFunction(() => window.askfirst?.$consent);
  await settle(page);
  expect(server.requests('framed.js')).toEqual([]);
  expect(await frame.evaluate(() => window.askfirst.$consent.get().granted)).toEqual({
    necessary: true,
    analytics: false,
  });
  await frame.evaluate(() => window.askfirst.acceptAll());
  await expect.poll(() => server.requests('framed.js').length).toBe(1);
});

test('nothing is stored before a choice: no key, no cookie, no database, no cache', async ({
  page,
  visit,
  context,
}) => {
  await visit();
  await expect(seen(page).banner).toBeVisible();
  await page.mouse.wheel(0, 500);
  await settle(page);
  const found = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(found).toEqual({ local: {}, session: {}, databases: 0, caches: 0, workers: 0 });
  expect(await context.cookies()).toEqual([]);
});

test('a choice is kept under one localStorage key and in no cookie', async ({ page, visit, context }) => {
  for (const answer of ['reject', 'accept'] as const) {
    await visit({ attributes: 'data-categories="analytics"' });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await seen(page)[answer].click();
    await settle(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['askfirst']);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
  }
});

test('after site data is cleared the question comes back with a new id', async ({ page, visit }) => {
  await visit();
  await seen(page).accept.click();
  const first = (await stored(page)).id;
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: SITE, storageTypes: 'all' });
  await page.reload();
  await seen(page).accept.click();
  expect((await stored(page)).id).not.toBe(first);
});
