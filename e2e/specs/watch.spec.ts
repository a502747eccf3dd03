import { app, appPage } from '../harness/app.js';
import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

// Cache Storage is looked at here.
test.use({ reuseContext: false });

/** In development a site hears of everything that its declaration does not list. */

const WATCH = '<script src="/askfirst/askfirst-watch.js"></script>';
const ATTRIBUTES = 'data-controller="Shop Example Ltd"';
const service = (more: object) => ({ id: 'shop', name: 'Shop', provider: 'Shop', category: 'necessary', ...more });
const item = (kind: string, name: string) => ({ kind, name, lifetime: 'session' });

/** Writes down each report of the pages that are opened from now on, as `kind name`. */
async function hear(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('hearUndeclared', (finding: { kind: string; name: string }) =>
    heard.push(`${finding.kind} ${finding.name}`),
  );
  await page.addInitScript(() =>
    document.addEventListener('askfirst:undeclared', (event) =>
      (window as unknown as { hearUndeclared(finding: unknown): void }).hearUndeclared((event as CustomEvent).detail),
    ),
  );
  return heard;
}

/** Everything a page can keep, under one name each. */
const keepAll = (page: Page) =>
  page.evaluate(async () => {
    document.cookie = 'stray_cookie=1; path=/';
    localStorage.stray_local = '1';
    sessionStorage.stray_session = '1';
    await new Promise((done) => {
      indexedDB.open('stray_database').onsuccess = done;
    });
    await caches.open('stray_cache');
  });
const KEPT = [
  'cacheStorage stray_cache',
  'cookie stray_cookie',
  'indexedDB stray_database',
  'localStorage stray_local',
  'sessionStorage stray_session',
];

/** Each way to ask another host, each with a host of its own. */
const askAll = (page: Page) =>
  page.evaluate(() => {
    const add = (name: string, attributes: object) =>
      document.body.append(Object.assign(document.createElement(name), attributes));
    add('img', { src: 'https://image.example.net/a.svg' });
    add('script', { src: 'https://script.example.net/a.js' });
    add('link', { rel: 'stylesheet', href: 'https://style.example.net/a.css' });
    add('iframe', { src: 'https://frame.example.net/a.html' });
    document.fonts.add(new FontFace('Stray', 'url(https://font.example.net/a.woff2)'));
    document.fonts.load('1em Stray').catch(() => {});
    fetch('https://fetch.example.net/a', { mode: 'no-cors' }).catch(() => {});
    const request = new XMLHttpRequest();
    request.open('GET', 'https://xhr.example.net/a');
    request.send();
    navigator.sendBeacon('https://beacon.example.net/a');
  });
const KINDS = ['beacon', 'fetch', 'font', 'frame', 'image', 'script', 'style', 'xhr'];
const ASKED = KINDS.map((kind) => `request ${kind}.example.net`);

for (const install of INSTALLS) {
  test(`a stray cookie and a stray key in each storage are named once, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, said }) => {
    const heard = await hear(page);
    await visit({ install, attributes: ATTRIBUTES, head: WATCH });
    await settle(page, 1200);
    expect(heard).toEqual([]);
    await keepAll(page);
    await expect.poll(() => [...heard].sort()).toEqual(KEPT);
    await settle(page, 2200);
    expect([...heard].sort()).toEqual(KEPT);
    expect(said.messages).toHaveLength(KEPT.length);
    expect(said.messages.join('\n')).toContain(
      '[askfirst] Undeclared entry "stray_local" (localStorage). List it in the "stores" of a service, or remove the code that writes it.',
    );
    // What is still there is named on the next page, too, from its start.
    heard.length = 0;
    await page.reload();
    await expect.poll(() => [...heard].sort()).toEqual(KEPT);
  });

  test(`an image, script, style, frame, font, fetch or beacon to another host is named once, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, said }) => {
    const heard = await hear(page);
    await visit({ install, attributes: ATTRIBUTES, head: WATCH });
    await askAll(page);
    await expect.poll(() => [...heard].sort()).toEqual(ASKED);
    await askAll(page);
    await settle(page);
    expect([...heard].sort()).toEqual(ASKED);
    expect(said.messages.join('\n')).toContain(
      '[askfirst] Undeclared request to font.example.net. List it in the "hosts" of a service, or remove the code that makes it.',
    );
  });

  test(`all of it declared: not a word, with the ${install}`, { tag: wholeIf(install === 'fast path') }, async ({
    page,
    visit,
    said,
    server,
  }) => {
    const heard = await hear(page);
    const stores = KEPT.map((entry) => entry.split(' ') as [string, string]).map(([kind, name]) => item(kind, name));
    const config = { services: [service({ hosts: ['*.example.net'], stores })] };
    await visit({ install, attributes: ATTRIBUTES, config, head: WATCH });
    await keepAll(page);
    await askAll(page);
    await settle(page, 1500);
    expect(server.requests('beacon.example.net')).toHaveLength(1);
    expect(heard).toEqual([]);
    expect(said.messages.filter((message) => message.includes('[askfirst]'))).toEqual([]);
  });
}

test('what was asked and kept before the watch began counts, too', async ({ page, visit }) => {
  const heard = await hear(page);
  const before = '<script>localStorage.early = 1</script><script src="https://tags.example.net/early.js"></script>';
  await visit({ attributes: ATTRIBUTES, before, head: WATCH });
  await expect.poll(() => [...heard].sort()).toEqual(['localStorage early', 'request tags.example.net']);
});

test('a host and a name without a wildcard stand for themselves alone', async ({ page, visit }) => {
  const heard = await hear(page);
  const stores = [item('localStorage', 'cart'), item('localStorage', 'seen_*'), item('sessionStorage', 'note')];
  const config = { services: [service({ hosts: ['example.net', '*.shop.example.net'], stores })] };
  await visit({ attributes: ATTRIBUTES, config, head: WATCH });
  await page.evaluate(() => {
    Object.assign(localStorage, { cart: 1, cart2: 1, seen_a: 1, note: 1 });
    for (const host of ['example.net', 'a.shop.example.net', 'shop.example.net', 'badexample.net'])
      new Image().src = `https://${host}/a.svg`;
  });
  await expect
    .poll(() => [...heard].sort())
    .toEqual(['localStorage cart2', 'localStorage note', 'request badexample.net', 'request shop.example.net']);
});

test('our own key is declared where there is a choice, and a stray one where there is none', async ({
  page,
  visit,
  said,
}) => {
  const heard = await hear(page);
  await visit({ head: WATCH });
  await seen(page).accept.click();
  await expect.poll(() => page.context().cookies()).toHaveLength(2);
  await settle(page, 1200);
  expect(heard, 'Google Analytics is known by its id alone').toEqual([]);
  expect(said.messages).toEqual([]);
  await page.context().clearCookies();
  await visit({ attributes: ATTRIBUTES, head: WATCH });
  await expect.poll(() => heard).toEqual(['localStorage askfirst']);
});

test('the watch asks nobody, keeps nothing, replaces nothing, and a strict policy lets it work', async ({
  page,
  visit,
  said,
  server,
}) => {
  const heard = await hear(page);
  await page.addInitScript(() => {
    const natives = [
      fetch,
      XMLHttpRequest.prototype.open,
      navigator.sendBeacon,
      Storage.prototype.setItem,
      indexedDB.open,
    ];
    Object.assign(window, {
      isNative: () =>
        [fetch, XMLHttpRequest.prototype.open, navigator.sendBeacon, Storage.prototype.setItem, indexedDB.open].every(
          (now, index) => now === natives[index],
        ),
    });
  });
  await visit({ attributes: ATTRIBUTES, nonce: 'n0', head: WATCH.replace('<script', '<script nonce="n0"') }, '/', {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-n0' 'strict-dynamic'; img-src data:; require-trusted-types-for 'script'; trusted-types askfirst",
  });
  await settle(page, 1200);
  expect(said.violations).toEqual([]);
  expect(server.requests(/^(?!www\.shop\.example\.com\/)/)).toEqual([]);
  expect(server.requests('/askfirst/').map((url) => url.split('/askfirst/')[1])).toEqual([
    'askfirst.js',
    'askfirst-watch.js',
    'askfirst-rules.js',
  ]);
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
  expect(await page.evaluate(() => (window as unknown as { isNative(): boolean }).isNative())).toBe(true);
  await page.evaluate(() => void (localStorage.stray = '1'));
  await expect.poll(() => heard).toEqual(['localStorage stray']);
});

test('storage that throws is no storage, and the rest is still watched', async ({ page, visit }) => {
  const heard = await hear(page);
  await page.addInitScript(() => {
    const forbid = (owner: object, name: string) =>
      Object.defineProperty(owner, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) forbid(window, name);
  });
  await visit({ attributes: ATTRIBUTES, head: WATCH });
  await page.evaluate(() => void (document.cookie = 'stray=1'));
  await expect.poll(() => heard).toEqual(['cookie stray']);
  await page.evaluate(() =>
    Object.defineProperty(document, 'cookie', {
      get: () => {
        throw new Error('no cookies');
      },
    }),
  );
  await page.evaluate(() => void (new Image().src = 'https://image.example.net/a.svg'));
  await expect.poll(() => heard).toEqual(['cookie stray', 'request image.example.net']);
});

test('put before the script tag it says where it belongs', async ({ page, visit, said }) => {
  await visit({ attributes: ATTRIBUTES, before: WATCH });
  await settle(page);
  expect(said.messages).toEqual([
    '[askfirst] The watch found no askfirst.js before it. Put its script tag after that one.',
  ]);
});

test('options that cannot be read are named once, and nothing is watched', async ({ page, visit, said }) => {
  const heard = await hear(page);
  await visit({ attributes: ATTRIBUTES, config: '{ "services": [', head: WATCH });
  await page.evaluate(() => void (localStorage.stray = '1'));
  await settle(page, 1500);
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toContain('cannot be read');
  expect(heard).toEqual([]);
});

test('an app hears of each finding in its own way, until it stops the watch', async ({ page, server, said }) => {
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     import { watch } from 'askfirst/watch';
     const options = { services: [{ id: 'app', name: 'App', provider: 'App', category: 'necessary', stores: [{ kind: 'localStorage', name: 'cart', lifetime: 'session' }] }] };
     createConsent(options).start();
     window.heard = [];
     window.stopHearing = watch(options, { report: ({ kind, name }) => window.heard.push(kind + ' ' + name) });
     watch({ polcy: {} });
     localStorage.cart = localStorage.stray = '1';`,
  );
  server.page('/', appPage(src));
  await page.goto(SITE);
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['localStorage stray']);
  await page.evaluate(() => {
    window.stopHearing();
    sessionStorage.later = '1';
    new Image().src = 'https://image.example.net/a.svg';
  });
  await settle(page, 1500);
  expect(await page.evaluate(() => window.heard)).toEqual(['localStorage stray']);
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toContain('Unknown option "polcy"');
});
