import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, settle, stored, storedText, updates } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

const MARKER = 'marker7f3a';
const FRAME_HTML = `<!doctype html><title>Frame</title><script src="/askfirst/askfirst.js" data-categories="analytics"></script>
  <script type="text/plain" data-consent="analytics" src="https://tags.example.net/framed.js"></script>`;

const choice = { granted: true, at: '2026-11-01T00:00:00.000Z', until: '2126-11-01T00:00:00.000Z', asked: ['ga4'] };
const record = {
  v: 1,
  id: '0123456789abcdef0123456789abcdef',
  policy: null,
  locale: 'en',
  method: 'banner',
  regime: 'gdpr',
  choices: { analytics: { ...choice, at: new Date(Date.now() - 864e5).toISOString() } },
};
const json = JSON.stringify;
const analytics = (other: object) =>
  json({ ...record, choices: { analytics: { ...record.choices.analytics, ...other } } });

/** None of these is a choice somebody made on this site. Each carries a marker that must show up nowhere. */
const FAULTY: Record<string, string> = {
  'an empty string': '',
  'half a record': json(record).slice(0, 90) + MARKER,
  'foreign text': `session=${MARKER}`,
  'a number': '42',
  null: 'null',
  'a list': json([MARKER, record]),
  'a string': json(MARKER),
  'a record without choices': json({ v: 1, id: MARKER }),
  'choices that are a list': json({ ...record, id: MARKER, choices: [record.choices.analytics] }),
  'choices of the wrong type': json({ ...record, id: MARKER, choices: { analytics: true } }),
  'a grant that is text': analytics({ granted: 'true', marker: MARKER }),
  'a grant that is a number': analytics({ granted: 1 }),
  'no end': analytics({ until: undefined }),
  'an end that is no date': analytics({ until: MARKER }),
  'a choice from the future': analytics({ at: '2125-01-01T00:00:00.000Z' }),
  'nothing that was asked': analytics({ asked: undefined }),
  'asked of the wrong type': analytics({ asked: { length: 1, 0: 'ga4', [MARKER]: 1 } }),
  'an older version': json({ ...record, v: 0 }),
  'a newer version': json({ ...record, v: 2, note: MARKER }),
  'a version that is text': json({ ...record, v: '1' }),
  'markup in its fields': analytics({ until: `<img src=x onerror="window.${MARKER}=1">` }),
  'a polluted prototype': `{"__proto__":{"granted":true,"${MARKER}":true},"v":1,"choices":{"__proto__":{"analytics":{"granted":true}},"constructor":{"prototype":{"granted":true}}}}`,
  'an oversized record': json({ ...record, padding: MARKER.repeat(60_000) }),
  'ten thousand choices': json({
    ...record,
    choices: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${MARKER}${i}`, choice])),
  }),
};

/** Puts a value under our key before the next page loads. */
async function remember(page: Page, value: string) {
  await page.goto(`${SITE}/empty/`);
  await page.evaluate((text) => localStorage.setItem('askfirst', text), value);
}

test('a sound record is obeyed, so the faulty ones below are refused for their fault alone', async ({
  page,
  visit,
}) => {
  await remember(page, json(record));
  await visit({ attributes: 'data-ga4="G-TEST1"' });
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(true);
  await expect(seen(page).banner).toHaveCount(0);
});

for (const [install, faulty] of INSTALLS.flatMap((install) =>
  Object.entries(FAULTY).map((entry) => [install, entry] as const),
)) {
  const [what, value] = faulty;
  test(`${what} in storage means undecided, with the ${install}`, async ({ page, visit, said, server }) => {
    await remember(page, value);
    await visit({ install, attributes: 'data-ga4="G-TEST1"' });
    await expect(seen(page).banner).toBeVisible();
    await settle(page, 200);
    const now = await consent(page);
    expect({ granted: now.granted, ask: now.ask }).toEqual({
      granted: { necessary: true, analytics: false },
      ask: true,
    });
    expect(
      (await updates(page)).filter((update) => Object.values(update).filter((v) => v === 'granted').length > 1),
    ).toEqual([]);
    expect(server.requests('google')).toEqual([]);
    expect(said.console.filter((text) => text.includes(MARKER))).toEqual([]);
    const everything = await page.evaluate(() => {
      const texts = [document.documentElement.outerHTML, JSON.stringify(window.dataLayer)];
      for (const element of document.querySelectorAll('*'))
        if (element.shadowRoot) texts.push(element.shadowRoot.innerHTML);
      return texts.join('\n');
    });
    expect(everything.includes(MARKER)).toBe(false);
    expect(await page.evaluate(() => 'granted' in {})).toBe(false);
    expect(await page.evaluate((marker) => marker in {}, MARKER)).toBe(false);
    await seen(page).reject.click();
    expect(await stored(page)).toMatchObject({ v: 1, choices: { analytics: { granted: false } } });
    expect(await storedText(page)).not.toContain(MARKER);
  });
}

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
    test(`${what}: the choice holds for the page, with the ${install}`, async ({ page, visit, server }) => {
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
