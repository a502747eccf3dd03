import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, settle, updates } from '../harness/probe.js';
import { listen, named, withdrawals } from '../harness/reports.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

// Cache Storage is looked at here.
test.use({ reuseContext: false });

/** What a withdrawal removes, and what it says is left. */

const store = (name: string, kind = 'cookie') => ({ name, kind, lifetime: [1, 'month'] });
const service = (more: object = {}) => ({
  id: 'heat',
  name: 'Heat maps',
  provider: 'Example Ltd',
  category: 'analytics',
  ...more,
});
const STORES = ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'].map((kind) =>
  store('_heat*', kind),
);
const parts = (more?: object, options = {}) => ({
  attributes: '',
  origin: SITE,
  config: { services: [service({ stores: STORES, ...more })], ...options },
});

/** Says yes, leaves something behind, takes the yes back, and gives the last report there is after a while. */
async function withdraw(page: Page, fill: () => Promise<unknown>, wait = 1600) {
  await decide(page, { analytics: true });
  await fill();
  await page.evaluate(() => window.askfirst.withdraw('analytics'));
  await expect.poll(async () => (await consent(page)).granted.analytics).toBe(false);
  await expect.poll(async () => (await withdrawals(page)).length).toBeGreaterThan(0);
  await settle(page, wait);
  return (await withdrawals(page)).at(-1);
}

const cookiesNow = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).sort();

/** In every kind of storage, once under each name. */
const fillStorage = (page: Page, names: string[]) =>
  page.evaluate(async (all) => {
    for (const name of all) {
      document.cookie = `${name}=1; path=/`;
      localStorage.setItem(name, '1');
      sessionStorage.setItem(name, '1');
      await caches.open(name);
      await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result.close());
      });
    }
  }, names);

const storageNow = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    caches: (await caches.keys()).sort(),
  }));

test.beforeEach(async ({ page, said }) => {
  void said;
  await listen(page);
});

for (const install of INSTALLS)
  test(`all five kinds of storage are cleared by pattern, and nothing else is, with the ${install}`, async ({
    page,
    visit,
  }) => {
    await visit({ install, ...parts() });
    const report = await withdraw(page, () => fillStorage(page, ['_heat', '_heat_map', 'heat', 'my_heat']));
    expect(await storageNow(page)).toEqual({
      local: ['askfirst', 'heat', 'my_heat'],
      session: ['heat', 'my_heat'],
      databases: ['heat', 'my_heat'],
      caches: ['heat', 'my_heat'],
    });
    expect(await cookiesNow(page)).toEqual(['heat', 'my_heat']);
    const kinds = ['cacheStorage', 'cookie', 'indexedDB', 'localStorage', 'sessionStorage'];
    expect(named(report?.removed)).toEqual(kinds.flatMap((kind) => [`${kind} _heat`, `${kind} _heat_map`]));
    expect(report?.remaining).toEqual([]);
    expect((await updates(page)).at(-1)).toMatchObject({ analytics_storage: 'denied' });
  });

const HOSTS: Record<string, string[]> = {
  'shop.example.co.uk': ['', '.shop.example.co.uk', '.example.co.uk'],
  'a.shop.example.com': ['', '.a.shop.example.com', '.shop.example.com', '.example.com'],
};
for (const [host, domains] of Object.entries(HOSTS))
  test(`on ${host} cookies go from the host, every domain above it and every path`, async ({
    page,
    visit,
    context,
  }) => {
    await visit(parts(), `https://${host}/shop/cart/`);
    const cookies = domains.flatMap((domain, at) =>
      ['/', '/shop', '/shop/', '/shop/cart', '/shop/cart/'].map((path, deep) => ({
        name: `_heat_${at}_${deep}`,
        value: '1',
        path,
        secure: true,
        domain: domain || host,
      })),
    );
    const report = await withdraw(page, async () => {
      await context.addCookies(cookies);
      expect(await context.cookies()).toHaveLength(cookies.length);
    });
    expect(await cookiesNow(page)).toEqual([]);
    expect(report?.removed).toHaveLength(cookies.length);
    expect(report?.remaining).toEqual([]);
  });

test('cookies of one name on several domains, partitioned and prefixed ones all go', async ({ page, visit }) => {
  await visit(parts({ stores: [store('_heat'), store('__Secure-heat'), store('__Host-heat')] }));
  await withdraw(page, () =>
    page.evaluate(() => {
      document.cookie = '_heat=1; path=/';
      document.cookie = '_heat=2; path=/; domain=example.com';
      document.cookie = '_heat=3; path=/; secure; samesite=none; partitioned';
      document.cookie = '_heat=4; path=/; secure; samesite=none; partitioned; domain=example.com';
      document.cookie = '__Secure-heat=5; path=/; secure; domain=example.com';
      document.cookie = '__Host-heat=6; path=/; secure';
      if (document.cookie.split('; ').length !== 6) throw new Error(document.cookie);
    }),
  );
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('what comes back after 700 ms and after 4 s is removed again', async ({ page, visit }) => {
  await visit(parts());
  await withdraw(
    page,
    () =>
      page.evaluate(() => {
        const write = () => {
          document.cookie = '_heat_late=1; path=/';
          localStorage._heat_late = sessionStorage._heat_late = '1';
        };
        setTimeout(write, 700);
        setTimeout(write, 4000);
      }),
    1300,
  );
  expect(await page.evaluate(() => [document.cookie, localStorage._heat_late])).toEqual(['', undefined]);
  await settle(page, 4200);
  const left = await page.evaluate(() => [document.cookie, localStorage._heat_late, sessionStorage._heat_late]);
  expect(left).toEqual(['', undefined, undefined]);
});

test('a tag that writes its _ga cookie every 300 ms does not get to keep it', { tag: '@timed' }, async ({
  page,
  visit,
  server,
}) => {
  server.reply('https://www.googletagmanager.com/gtag/js', {
    type: 'text/javascript',
    body: `setInterval(() => {
      document.cookie = '_ga=GA1.1.' + Date.now() + '; domain=example.com; path=/; max-age=63072000';
      document.cookie = '_ga_TEST1=GS2.1.' + Date.now() + '; domain=example.com; path=/; max-age=63072000';
      window.written = (window.written || 0) + 1;
    }, 300);`,
  });
  const written = () => page.evaluate(() => (window as { written?: number }).written ?? 0);
  await visit({ attributes: 'data-ga4="G-TEST1"' });
  await seen(page).accept.click();
  await expect.poll(() => cookiesNow(page)).toEqual(['_ga', '_ga_TEST1']);
  await decide(page, { analytics: false });
  await settle(page, 2000);
  const before = await written();
  // Looked at between two writes, again and again: nothing stays for longer than the browser needs to say that it changed.
  for (let looks = 0; looks < 8; looks += 1) {
    await expect.poll(() => page.evaluate(() => document.cookie), { intervals: [20], timeout: 250 }).toBe('');
    await page.waitForTimeout(300);
  }
  expect(await written(), 'it did go on writing').toBeGreaterThan(before + 4);
});

test('what is necessary, undeclared or granted is not touched, nor the record', async ({ page, visit }) => {
  const config = {
    services: [
      service({ stores: [store('_heat*'), store('_heat*', 'localStorage')] }),
      {
        ...service({ id: 'own', category: 'necessary' }),
        stores: [store('_heat_own'), store('_heat_own', 'localStorage')],
      },
      { ...service({ id: 'ads', category: 'marketing' }), stores: [store('_heat_ads')] },
    ],
  };
  await visit({ attributes: '', config });
  await decide(page, { marketing: true });
  await withdraw(page, () => fillStorage(page, ['_heat_1', '_heat_own', '_heat_ads', 'basket']));
  expect(await cookiesNow(page)).toEqual(['_heat_ads', '_heat_own', 'basket']);
  expect((await storageNow(page)).local).toEqual(['_heat_own', 'askfirst', 'basket']);
});

test('a cookie that the browser does not give away is named with its reason', async ({ page, visit, context }) => {
  await visit(parts({ stores: [store('_heat_server'), store('_heat_stuck'), store('_heat_gone')] }), '/here/');
  const report = await withdraw(page, async () => {
    const host = { value: '1', domain: 'www.shop.example.com' };
    await context.addCookies([
      { ...host, name: '_heat_server', path: '/', httpOnly: true },
      { ...host, name: '_heat_gone', path: '/' },
    ]);
    // As with a cookie that a script, an extension or another page sets again at once.
    await page.evaluate(() => {
      const real = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
      Object.defineProperty(document, 'cookie', {
        configurable: true,
        get: () => [real.get?.call(document), '_heat_stuck=1'].filter(Boolean).join('; '),
        set: (value) => real.set?.call(document, value),
      });
    });
  });
  expect(named(report?.removed)).toEqual(['cookie _heat_gone']);
  expect(named(report?.remaining)).toEqual(['cookie _heat_server', 'cookie _heat_stuck']);
  for (const { why } of report?.remaining ?? []) expect(why).toMatch(/\w{3}/);
});

test('a database that a script keeps open goes once it is closed, and is named until then', async ({ page, visit }) => {
  await visit(parts({ stores: [store('_heat', 'indexedDB')] }));
  const report = await withdraw(page, () =>
    page.evaluate(
      () =>
        new Promise<void>((done) => {
          const request = indexedDB.open('_heat');
          request.onsuccess = () => {
            Object.assign(window, { open: request.result });
            done();
          };
        }),
    ),
  );
  expect(report?.remaining.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['indexedDB _heat']);
  await page.evaluate(() => (window as unknown as { open: IDBDatabase }).open.close());
  await expect.poll(async () => (await withdrawals(page)).at(-1)?.remaining, { timeout: 6000 }).toEqual([]);
  expect((await storageNow(page)).databases).toEqual([]);
});

test('a cookie on a declared path elsewhere is removed, and named because nobody here can see that it is', async ({
  page,
  visit,
  context,
}) => {
  await visit(parts({ stores: [{ ...store('_heat'), path: '/account' }] }));
  const cookie = { name: '_heat', value: '1', domain: 'www.shop.example.com' };
  const report = await withdraw(page, () => context.addCookies([{ ...cookie, path: '/account' }]));
  expect(report?.remaining).toEqual([{ name: '_heat', kind: 'cookie', why: 'another path' }]);
  expect(await cookiesNow(page)).toEqual([]);
});
