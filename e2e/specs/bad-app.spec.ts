import { app, appPage } from '../harness/app.js';
import { seen } from '../harness/interface.js';
import { ran, settle, storedText } from '../harness/probe.js';
import { heldFile, heldInline } from '../harness/tags.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    /** When the app started, in milliseconds of the page. */
    started: number;
    /** How long after that the question was there. */
    asked?: { after: number };
    beforeThePlace: () => unknown;
    before: unknown;
  }
}

/** Mistakes an app can make at run time: one message that says how to fix it, everything denied, and the page works. */

const TAGS = `<main><h1>Shop</h1></main>${heldFile('held.js')}${heldInline('inline')}`;

/** Opens a page whose app has `make`, a function of options, and runs this code. */
async function open(page: Page, server: Server, code: string, html = (src: string) => appPage(src, TAGS)) {
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     import { googleAnalytics } from 'askfirst/services';
     const make = (options) => createConsent({ services: [googleAnalytics('G-TEST1')], ...options });
     window.consents = [];
     ${code}`,
  );
  server.page('/app/', html(src));
  await page.goto(`${SITE}/app/`);
}

const granted = (page: Page) =>
  page.evaluate(() => Object.entries(window.consents[0]?.$consent.get().granted ?? {}).filter(([, yes]) => yes));

/** What has to hold after each mistake. */
async function expectDenied(page: Page, server: Server) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await granted(page)).toEqual([['necessary', true]]);
  expect(await ran(page)).toEqual([]);
  expect(await storedText(page)).toBeNull();
  expect(server.requests(/google|tags\.example/)).toEqual([]);
}

test('an unknown category in on(), when(), queue() and withdraw() is named once, and never granted', async ({
  page,
  server,
  said,
}) => {
  await open(
    page,
    server,
    `const consent = make({});
     window.consents.push(consent);
     window.heard = [];
     consent.start();
     consent.on('anlytics', (yes) => heard.push(yes));
     consent.when('anlytics').then(() => heard.push('when'));
     consent.queue('anlytics', () => heard.push('queue'));
     consent.withdraw('anlytics');`,
  );
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  expect(said.messages).toHaveLength(1);
  expect(said.messages[0]).toMatch(/no category "anlytics".*Known: necessary, analytics.*Declare/);
  await expectDenied(page, server);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  expect(await page.evaluate(() => window.heard)).toEqual([false]);
});

test('a listener that throws, on a first and on a later visit: said, and everything goes on', async ({
  page,
  server,
  said,
}) => {
  await open(
    page,
    server,
    `const consent = make({});
     window.consents.push(consent);
     window.heard = [];
     consent.on('analytics', (yes) => {
       if (yes) throw new Error('the app has a mistake');
     });
     consent.$consent.listen(({ granted }) => {
       if (granted.analytics) throw new Error('the app has a mistake');
     });
     consent.on('analytics', (yes) => heard.push(yes));
     consent.start();`,
  );
  await expect(seen(page).banner).toBeVisible();
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  expect(await page.evaluate(() => window.heard)).toEqual([false, true]);
  await page.reload();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(2);
  expect(await page.evaluate(() => window.heard)).toEqual([false, true]);
  await page.evaluate(() => window.consents[0]?.open());
  await expect(seen(page).dialog).toBeVisible();
  expect(said.messages).toHaveLength(2);
  for (const message of said.messages) expect(message).toMatch(/your listeners threw.*the app has a mistake/);
});

test('two services of one id: named, nobody is asked, nothing loads', async ({ page, server, said }) => {
  await open(
    page,
    server,
    `const consent = make({ services: [googleAnalytics('G-TEST1'), googleAnalytics('G-TEST2')] });
     window.consents.push(consent);
     consent.start();`,
  );
  await expect.poll(() => said.messages).toHaveLength(1);
  expect(said.messages[0]).toMatch(/Two services have the id "ga4".*Give each its own/);
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
  await expectDenied(page, server);
  expect(said.messages).toHaveLength(1);
});

test.describe('a promise for the region', () => {
  const start = (region: string) =>
    `const consent = make({ region: ${region} }); window.consents.push(consent); consent.start();`;

  test('that rejects is named, and the strictest rules hold', async ({ page, server, said }) => {
    await open(page, server, start(`new Promise((_, fail) => setTimeout(fail, 1000, new Error('503 from /where')))`));
    await expect(seen(page).banner).toBeVisible();
    expect(said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(/promise for the region failed.*Resolve it with a code.*503 from \/where/);
    await expectDenied(page, server);
    await seen(page).accept.click();
    await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  });

  test('that never settles is waited for 3 seconds, denied all the while; then the strictest rules hold', async ({
    page,
    server,
    said,
  }) => {
    await page.addInitScript(() => {
      // By the page's own clock: to the test a busy machine may answer late.
      new MutationObserver(() => {
        if (document.querySelector('askfirst-ui')) window.asked ??= { after: performance.now() - window.started };
      }).observe(document, { childList: true, subtree: true });
    });
    await open(page, server, `window.started = performance.now(); ${start('new Promise(() => {})')}`);
    await expect(seen(page).banner).toBeVisible();
    expect(await page.evaluate(() => window.asked?.after)).toBeGreaterThanOrEqual(3000);
    // Its file loads beside that of the banner.
    await expect.poll(() => said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(/has not settled in 3 seconds/);
    await expectDenied(page, server);
    await seen(page).reject.click();
    await expect(seen(page).banner).toHaveCount(0);
  });

  test('that gives a code no law knows is named, and the strictest rules hold', async ({ page, server, said }) => {
    await open(page, server, start(`Promise.resolve('EU')`));
    await expect.poll(() => said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(/"EU" is not an ISO 3166 code/);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
    await expectDenied(page, server);
    expect(await page.evaluate(() => window.consents[0]?.$consent.get().regime)).toBe('strictest');
    expect(said.messages).toHaveLength(1);
  });

  test('is waited for: nothing runs and nobody is asked until it says which law applies', async ({
    page,
    server,
    said,
  }) => {
    await page.addInitScript(() => {
      window.beforeThePlace = () => ({
        ran: window.ran,
        asked: performance.getEntriesByType('resource').filter(({ name }) => /google|tags\.example/.test(name)).length,
        isDrawn: document.querySelector('askfirst-ui') !== null,
        granted: window.consents[0]?.$consent.get().granted,
      });
    });
    const region = `new Promise((done) => setTimeout(() => { window.before = beforeThePlace(); done('US-TX'); }, 2500))`;
    await open(page, server, `${start(region)} consent.open();`);
    await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
    expect(await page.evaluate(() => window.before)).toEqual({
      ran: undefined,
      asked: 0,
      isDrawn: false,
      granted: { necessary: true, analytics: false },
    });
    // Asked for meanwhile.
    await expect(seen(page).dialog).toBeVisible();
    await expect(seen(page).banner).toHaveCount(0);
    expect(said.messages).toEqual([]);
    expect(await page.evaluate(() => window.consents[0]?.$consent.get().regime)).toBe('us-texas');
  });

  test('that gives nothing means an unknown place, without a message', async ({ page, server, said }) => {
    await open(page, server, start('Promise.resolve(undefined)'));
    await expect(seen(page).banner).toBeVisible();
    expect(said.messages).toEqual([]);
    await expectDenied(page, server);
  });
});

test('started before there is a body, it asks once there is one', async ({ page, server, said }) => {
  await open(
    page,
    server,
    `const consent = make({});
     window.consents.push(consent);
     window.heard = [document.body];
     consent.start();`,
    // Neither a module nor deferred: it runs while the head is being read.
    (src) =>
      appPage(src, TAGS).replace(
        /<script type="module" src="([^"]+)"><\/script>/,
        `<script type="module" async src="$1"></script><script src="/slow.js"></script>`,
      ),
  ).catch(() => {});
  await expect(seen(page).banner).toBeVisible();
  expect(said.messages).toEqual([]);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
});

test('started twice, stopped, and started again: one banner, one question, each tag once', async ({
  page,
  server,
  said,
}) => {
  await open(
    page,
    server,
    `const consent = make({});
     window.consents.push(consent);
     consent.start();
     const stop = consent.start();
     stop();
     stop();
     consent.start();
     window.restart = () => { consent.start()(); return consent.start(); };`,
  );
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  await expect(seen(page).banner).toHaveCount(1);
  await page.evaluate(() => (window as unknown as { restart(): void }).restart());
  await expect(seen(page).banner).toBeVisible();
  await settle(page);
  await expect(seen(page).banner).toHaveCount(1);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await page.evaluate(() => (window as unknown as { restart(): void }).restart());
  await settle(page);
  expect(await ran(page)).toEqual(['/held.js', 'inline']);
  expect(server.requests('gtag/js')).toHaveLength(1);
  expect(said.messages).toEqual([]);
});

test('a no from another tab while consent was stopped holds when it starts again', async ({
  page,
  server,
  context,
}) => {
  await open(
    page,
    server,
    `const consent = make({});
     window.consents.push(consent);
     window.stopConsent = consent.start();
     window.startConsent = () => consent.start();`,
  );
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/held.js', 'inline']);
  await page.evaluate(() => window.stopConsent());
  const other = await context.newPage();
  await other.goto(`${SITE}/app/`);
  await expect.poll(() => granted(other)).toHaveLength(2);
  await other.evaluate(() => window.consents[0]?.rejectAll());
  await page.evaluate(() => (window as unknown as { startConsent(): void }).startConsent());
  await expect.poll(() => page.evaluate(() => window.consents[0]?.$consent.get().reasons.analytics)).toBe('choice');
  expect(await granted(page)).toEqual([['necessary', true]]);
  expect(await granted(other)).toEqual([['necessary', true]]);
  expect(await storedText(page)).toContain('"granted":false');
});

test('a second name for consent goes on by itself once the first has stopped', async ({ page, server }) => {
  await open(
    page,
    server,
    `const [a, b] = [make({}), make({})];
     window.consents.push(b);
     const stopA = a.start();
     const stopB = b.start();
     stopB();
     stopA();
     window.heard = [];
     b.start();
     b.on('analytics', (yes) => heard.push(yes));`,
  );
  await seen(page).accept.click();
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual([false, true]);
  expect(await page.evaluate(() => !!window.consents[0]?.record())).toBe(true);
  expect(await granted(page)).toHaveLength(2);
});

test('options that are no object, services that are no list: named, denied, and no error is thrown', async ({
  page,
  server,
  said,
}) => {
  for (const [wrong, message] of [
    ['createConsent(null)', /options has to be an object/],
    ["createConsent({ services: 'ga4' })", /services has to be a list/],
    ['createConsent({ services: [null] })', /needs an id/],
  ] as const) {
    said.messages.length = 0;
    await open(page, server, `const consent = ${wrong}; window.consents.push(consent); consent.start();`, (src) =>
      appPage(src, '<h1>Shop</h1>'),
    );
    await expect.poll(() => said.messages, wrong).toHaveLength(1);
    expect(said.messages[0]).toMatch(message);
    await expectDenied(page, server);
  }
});
