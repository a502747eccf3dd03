import { html } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, decide, ran, SIGNALS, settle, storedText, updates } from '../harness/probe.js';
import { held, heldFile, heldInline } from '../harness/tags.js';
import { expect, SITE, test } from '../harness/test.js';

/**
 * What was seen to go wrong in other consent tools, D1 to D12. D9, a page that comes back from the Back button's cache with an
 * old answer, cannot be shown here, because Playwright switches that cache off; `engines/specs` has it.
 */

const CATEGORIES = 'data-categories="analytics marketing"';
const HEAT = {
  services: [
    {
      id: 'heat',
      name: 'Heat maps',
      provider: 'Example Ltd',
      category: 'analytics',
      hosts: ['heat.example.net'],
      stores: [{ name: '_heat*', kind: 'cookie', lifetime: [13, 'month'] }],
    },
  ],
};

test('a tag that comes long after the start runs, and a second yes is heard like the first (D1)', async ({
  page,
  visit,
}) => {
  await visit({ attributes: CATEGORIES });
  await consent(page);
  await page.evaluate(() => {
    window.heard = [];
    window.askfirst.on('analytics', (granted) => window.heard.push(granted));
  });
  await seen(page).accept.click();
  await settle(page);
  await page.evaluate(() => {
    const late = document.createElement('script');
    late.type = 'text/plain';
    late.dataset.consent = 'analytics';
    late.src = 'https://tags.example.net/late.js';
    document.body.append(late);
  });
  await expect.poll(() => ran(page)).toEqual(['/late.js']);
  await decide(page, { analytics: false });
  await decide(page, { analytics: true });
  expect(await page.evaluate(() => window.heard)).toEqual([false, true, false, true]);
});

test('a declared file that hangs holds up the tags behind it for 3 seconds and no longer (D2)', {
  tag: '@timed',
}, async ({ page, visit, server }) => {
  server.reply('https://tags.example.net/hangs.js', { hang: true });
  await visit({ attributes: CATEGORIES, head: heldFile('hangs.js') + heldInline('inline') + heldFile('after.js') });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('hangs.js')).toHaveLength(1);
  const since = Date.now();
  await expect.poll(() => ran(page), { timeout: 8000, intervals: [100] }).toEqual(['inline', '/after.js']);
  expect(Date.now() - since).toBeLessThan(4500);
});

test('withdrawal removes cookies of the parent domain and of paths (D3)', async ({ page, visit, context }) => {
  const home = { attributes: 'data-ga4="G-TEST1"' };
  await visit(home, '/shop/cart/');
  await seen(page).accept.click();
  await settle(page);
  await context.addCookies([
    { name: '_ga', value: '1', domain: '.example.com', path: '/' },
    { name: '_ga_PATH', value: '2', domain: '.shop.example.com', path: '/shop' },
    { name: '_ga_DEEP', value: '3', domain: 'www.shop.example.com', path: '/shop/cart/' },
    { name: 'basket', value: '4', domain: 'www.shop.example.com', path: '/shop' },
  ]);
  await decide(page, { analytics: false });
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['basket']);
});

test('saving a choice that changes nothing runs no tag again and tells Google nothing new (D4)', async ({
  page,
  visit,
  server,
}) => {
  await visit({ attributes: 'data-ga4="G-TEST1"', head: heldFile('once.js') + heldInline('inline') });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/once.js', 'inline']);
  await settle(page);
  server.log.length = 0;
  const told = await updates(page);
  for (let times = 0; times < 2; times += 1) {
    await page.evaluate(() => window.askfirst.open());
    await expect(seen(page).toggle('analytics')).toBeChecked();
    await seen(page).save.click();
    await expect(seen(page).dialog).toBeHidden();
  }
  await settle(page);
  expect(await ran(page)).toEqual(['/once.js', 'inline']);
  expect(server.requests(/tags\.example|gtag\/js/)).toEqual([]);
  expect(await updates(page)).toEqual(told);
});

test('a nonce is enough for inline and external tags, on a page that names no charset (D5)', async ({
  page,
  server,
  said,
}) => {
  const nonce = 'dGVzdC1ub25jZQ';
  const tags = heldFile('external.js', `nonce="${nonce}"`) + heldInline('inline', `nonce="${nonce}"`);
  const body = html({ nonce, lang: 'de', attributes: CATEGORIES, head: tags }).replace('<meta charset="utf-8">', '');
  server.reply('/bare/', {
    type: 'text/html',
    body,
    headers: { 'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'` },
  });
  await page.goto(`${SITE}/bare/`);
  expect(await page.evaluate(() => document.characterSet)).not.toBe('UTF-8');
  await expect(seen(page).banner).toContainText(/[äöüß]/);
  expect(await seen(page).banner.textContent()).not.toMatch(/[ÃÂ�]/);
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/external.js', 'inline']);
  expect(said.violations).toEqual([]);
});

test('a frame keeps its address and comes back after withdrawal and a new yes (D6)', async ({
  page,
  visit,
  server,
}) => {
  const address = 'https://tags.example.net/frame.html';
  await visit({
    attributes: CATEGORIES,
    body: `<main><h1>Film</h1><iframe data-consent="marketing" data-src="${address}" title="Film"></iframe></main>`,
  });
  const frame = page.locator('iframe');
  for (const times of [1, 2, 3]) {
    await decide(page, { marketing: true });
    await expect(frame).toHaveAttribute('src', address);
    await expect.poll(() => server.requests('frame.html')).toHaveLength(times);
    await decide(page, { marketing: false });
    await expect(frame).not.toHaveAttribute('src');
    await expect(frame).toHaveAttribute('data-src', address);
  }
  await settle(page);
  expect(server.requests('frame.html')).toHaveLength(3);
});

test('nothing leaves for the hosts of a service that was stopped: beacon, picture, script, fetch, XHR (D7)', async ({
  page,
  visit,
  server,
}) => {
  await visit({ config: HEAT, attributes: '' });
  await seen(page).accept.click();
  await settle(page);
  const send = (mark: string) =>
    page.evaluate((at) => {
      const url = (name: string) => `https://heat.example.net/${name}?${at}`;
      navigator.sendBeacon(url('beacon'));
      new Image().src = url('picture');
      document.head.append(Object.assign(document.createElement('script'), { src: url('script') }));
      fetch(url('fetch'), { mode: 'no-cors' }).catch(() => {});
      const request = new XMLHttpRequest();
      request.open('GET', url('xhr'));
      request.send();
    }, mark);
  await send('granted');
  await expect.poll(() => server.requests('?granted')).toHaveLength(5);
  await decide(page, { analytics: false });
  await settle(page);
  await send('withdrawn');
  await settle(page, 600);
  expect(server.requests('?withdrawn')).toEqual([]);
});

test('a withdrawal reaches a second tab at once (D8)', async ({ page, visit, context, server }) => {
  await visit({ attributes: 'data-ga4="G-TEST1"' });
  await seen(page).accept.click();
  await settle(page);
  const second = await context.newPage();
  await second.goto(`${SITE}/`);
  expect((await consent(second)).granted.analytics).toBe(true);
  await expect.poll(() => second.evaluate(() => window.gtagLoads?.length)).toBe(1);
  await decide(page, { analytics: false });
  await expect.poll(async () => (await consent(second)).granted.analytics).toBe(false);
  expect((await updates(second)).at(-1)).toMatchObject({ analytics_storage: 'denied' });
  await settle(second, 600);
  server.log.length = 0;
  await second.evaluate(() => window.gtag('event', 'still_here'));
  await settle(second, 600);
  expect(server.requests('/g/collect')).toEqual([]);
});

test('Escape accepts nothing, not even what was just switched on (D10)', async ({ page, visit, server }) => {
  await visit({ attributes: 'data-ga4="G-TEST1"', head: heldFile('held.js') });
  for (const switchIt of [false, true]) {
    await seen(page).choose.click();
    await expect(seen(page).dialog).toBeVisible();
    if (switchIt) await seen(page).toggle('analytics').click();
    await page.keyboard.press('Escape');
    await expect(seen(page).dialog).toBeHidden();
  }
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(false);
  expect(await storedText(page)).toBeNull();
  expect(server.requests(/google|tags\.example/)).toEqual([]);
  await expect(seen(page).banner).toBeVisible();
});

const url = (name: string) => `https://tags.example.net/${name}`;
/** What held code may do. */
const CODE: Record<string, string> = {
  'create.js': `document.head.append(Object.assign(document.createElement('script'), { src: '${url('create.js')}' }));`,
  'namespace.js': `const it = document.createElementNS('http://www.w3.org/1999/xhtml', 'script'); it.setAttribute('src', '${url('namespace.js')}'); document.head.append(it);`,
  'import.mjs': `import('${url('import.mjs')}');`,
  'fetch.svg': `fetch('${url('fetch.svg')}', { mode: 'no-cors' });`,
  'xhr.svg': `const it = new XMLHttpRequest(); it.open('GET', '${url('xhr.svg')}'); it.send();`,
  'beacon.svg': `navigator.sendBeacon('${url('beacon.svg')}');`,
  'image.svg': `new Image().src = '${url('image.svg')}';`,
  'inner.svg': `document.body.insertAdjacentHTML('beforeend', '<img src="${url('inner.svg')}">');`,
  'preload.js': `document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: '${url('preload.js')}' }));`,
};
/** What held markup may hold. */
const MARKUP: Record<string, string> = {
  'parsed.js': `<script src="${url('parsed.js')}"></script>`,
  'picture.svg': `<picture><source srcset="${url('picture.svg')}"><img src="${url('picture.svg')}" alt=""></picture>`,
  'frame.html': `<iframe src="${url('frame.html')}" title="Frame"></iframe>`,
  'style.css': `<link rel="stylesheet" href="${url('style.css')}">`,
  'poster.svg': `<video poster="${url('poster.svg')}"></video>`,
  'object.svg': `<object data="${url('object.svg')}"></object>`,
  'onerror.svg': `<img src="data:," onerror="new Image().src = '${url('onerror.svg')}'" alt="">`,
  'background.svg': `<p style="background: url(${url('background.svg')})">Text</p>`,
  'svg.svg': `<svg width="8" height="8"><image href="${url('svg.svg')}" width="8" height="8"/></svg>`,
};

test('none of the ways out of held code and markup is open before a yes; all are after it (D11)', async ({
  page,
  visit,
  server,
}) => {
  const templates = Object.values(MARKUP).map((markup) => `<template data-consent="analytics">${markup}</template>`);
  await visit({
    attributes: CATEGORIES,
    body: `<main><h1>Held</h1>${templates.join('')}</main>${Object.values(CODE)
      .map((code) => held('', `{ ${code} }`))
      .join('')}`,
  });
  await settle(page);
  await seen(page).reject.click();
  await settle(page, 600);
  expect(server.requests('tags.example')).toEqual([]);
  await decide(page, { analytics: true });
  const names = Object.keys({ ...CODE, ...MARKUP }).sort();
  await expect
    .poll(() => [...new Set(server.requests('tags.example'))].sort())
    .toEqual(names.map((name) => `tags.example.net/${name}`));
});

test('yes, no and yes again tell Google all seven signals each time, under Trusted Types too (D12)', async ({
  page,
  visit,
  said,
  server,
}) => {
  await visit({ attributes: 'data-ga4="G-TEST1"', head: heldFile('external.js') }, '/typed/', {
    'content-security-policy': "require-trusted-types-for 'script'",
  });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/external.js']);
  await expect.poll(() => server.requests('gtag/js')).toHaveLength(1);
  await decide(page, { analytics: false });
  await decide(page, { analytics: true });
  const told = await updates(page);
  expect(told.map((signals) => signals.analytics_storage)).toEqual(['granted', 'denied', 'granted']);
  for (const signals of told) expect(Object.keys(signals).sort()).toEqual([...SIGNALS]);
  expect(said.violations).toEqual([]);
});
