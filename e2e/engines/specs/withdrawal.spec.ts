import { sees, UI } from '../harness/interface.js';
import { isGranted, ran, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

const VENDOR = 'stats.example-vendor.test';
const config = {
  services: [
    {
      id: 'stats',
      name: 'Statistics',
      provider: 'Example Vendor',
      category: 'analytics',
      hosts: [VENDOR],
      stores: [
        { name: '_stat*', kind: 'cookie', lifetime: [13, 'month'] },
        { name: 'stat-queue', kind: 'localStorage', lifetime: 'persistent' },
        { name: 'stat-db', kind: 'indexedDB', lifetime: 'persistent' },
      ],
      stopsLive: true,
    },
  ],
};
/** Holds its hits for a while, as Google Analytics does, and writes its cookie again and again. */
const TAG = `ran.push('stats');
localStorage.setItem('stat-queue', '1');
indexedDB.open('stat-db', 1).onsuccess = ({ target }) => target.result.close();
setInterval(() => { document.cookie = '_stat=1;path=/;max-age=9999'; }, 300);
window.flush = (n) => {
  const url = 'https://${VENDOR}/hit/' + n;
  fetch(url + '/fetch', { mode: 'no-cors', keepalive: true }).catch(() => {});
  navigator.sendBeacon(url + '/beacon');
  new Image().src = url + '/image';
  const request = new XMLHttpRequest();
  request.open('GET', url + '/xhr');
  request.send();
  document.head.append(Object.assign(document.createElement('script'), { src: url + '/script' }));
};`;
const BODY = `<main><h1>A shop</h1><button data-consent-open>Privacy settings</button></main>
<script>window.ran = [];</script>
<script type="text/plain" data-consent="analytics">${TAG}</script>`;

test('after a withdrawal nothing that was queued leaves, what was stored goes and stays away, and the page says so', async ({
  tab,
  server,
  visit,
}) => {
  await visit({ config, attributes: '', body: BODY });
  await sees(tab, UI.banner);
  await tab.evaluate(() =>
    document.addEventListener('askfirst:withdrawal', (event) => {
      document.title = JSON.stringify((event as CustomEvent).detail);
    }),
  );
  await tab.click(UI.accept);
  await expect.poll(() => ran(tab)).toEqual(['stats']);
  // While it is allowed, each way out is open.
  await tab.evaluate(() => (window as unknown as { flush(n: number): void }).flush(1));
  await expect.poll(() => server.requests(`${VENDOR}/hit/1/`).length).toBe(5);
  await expect.poll(() => tab.cookies()).toEqual(['_stat']);

  await tab.click(UI.settings);
  await sees(tab, UI.dialog);
  await tab.click(UI.rejectInDialog);
  await isGranted(tab, false);
  await expect.poll(() => tab.evaluate(() => document.title)).toContain('removed');
  await tab.evaluate(() => (window as unknown as { flush(n: number): void }).flush(2));
  await settle(700);
  expect(server.requests(`${VENDOR}/hit/2/`)).toEqual([]);
  expect(await tab.evaluate(() => localStorage.getItem('stat-queue'))).toBe(null);
  const { removed } = JSON.parse(await tab.evaluate(() => document.title));
  expect(removed).toContainEqual({ name: 'stat-queue', kind: 'localStorage' });
  expect(removed).toContainEqual({ name: 'stat-db', kind: 'indexedDB' });

  // The page's own requests go on, and those of the vendor once it is allowed again.
  await tab.evaluate((url) => void fetch(url), `${SITE}/own`);
  await expect.poll(() => server.requests('/own').length).toBe(1);
  await tab.evaluate(() => window.askfirst.acceptAll());
  await isGranted(tab, true);
  await tab.evaluate(() => (window as unknown as { flush(n: number): void }).flush(3));
  await expect.poll(() => server.requests(`${VENDOR}/hit/3/`).length).toBe(5);
});

test('a cookie that a running tag writes every 300 ms is gone 5 seconds after the withdrawal', async ({
  tab,
  visit,
}) => {
  await visit({ config, attributes: '', body: BODY });
  await sees(tab, UI.banner);
  await tab.click(UI.accept);
  await expect.poll(() => tab.cookies()).toEqual(['_stat']);
  await tab.evaluate(() => window.askfirst.withdraw('analytics'));
  await isGranted(tab, false);
  await settle(5500);
  const seen = [];
  for (let look = 0; look < 5; look += 1) {
    seen.push(...(await tab.cookies()));
    await settle(130);
  }
  // Looked at any moment it is mostly gone: where the browser tells of each change, at once.
  expect(seen.length).toBeLessThanOrEqual(1);
});
