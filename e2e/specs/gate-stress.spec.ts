import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { decide, ran, settle } from '../harness/probe.js';
import { held, heldFile, heldInline } from '../harness/tags.js';
import { expect, type Page, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Pages that do not stand still while tags are held. */

const CATEGORIES = 'data-categories="analytics marketing"';
const asMarkup = (page: Page, markup: string, how: string) =>
  page.evaluate(
    ([html, way]) => {
      const place = document.body.appendChild(document.createElement('div'));
      const made = () => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.content;
      };
      if (way === 'innerHTML') place.innerHTML = html;
      if (way === 'insertAdjacentHTML') place.insertAdjacentHTML('afterbegin', html);
      if (way === 'outerHTML') place.outerHTML = html;
      if (way === 'a fragment') place.append(made());
      if (way === 'replaceChildren') place.replaceChildren(...made().childNodes);
      if (way === 'a subtree built aside') {
        const aside = document.createElement('section');
        aside.append(made());
        place.append(aside);
      }
      if (way === 'createContextualFragment') place.append(document.createRange().createContextualFragment(html));
    },
    [markup, how] as const,
  );

const WAYS = [
  'innerHTML',
  'insertAdjacentHTML',
  'outerHTML',
  'a fragment',
  'replaceChildren',
  'a subtree built aside',
  'createContextualFragment',
];

for (const install of INSTALLS)
  test(`however a framework inserts a tag, it waits for the yes and then runs once, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server }) => {
    await visit({ install, attributes: CATEGORIES });
    const name = (way: string) => `${way.replaceAll(' ', '-')}.js`;
    for (const way of WAYS) await asMarkup(page, `<p>${heldFile(name(way))}</p>`, way);
    await settle(page);
    expect(server.requests('tags.example')).toEqual([]);
    await seen(page).accept.click();
    const all = WAYS.map((way) => `/${name(way)}`);
    await expect.poll(() => ran(page)).toEqual(all);
    for (const way of WAYS) await asMarkup(page, `<p>${heldFile(`late-${name(way)}`)}</p>`, way);
    await settle(page);
    expect(await ran(page)).toEqual([...all, ...WAYS.map((way) => `/late-${name(way)}`)]);
  });

test('a tag in a shadow root stays held for good: nothing outside sees what is in there', async ({
  page,
  visit,
  server,
}) => {
  const shadowed = `${heldFile('shadow.js')}<img data-consent="analytics" data-src="https://tags.example.net/shadow.svg" alt="">`;
  await visit({
    attributes: CATEGORIES,
    body: `<div><template shadowrootmode="open">${shadowed}</template></div><div id="host"></div>`,
  });
  await page.evaluate((markup) => {
    const root = document.querySelector('#host')?.attachShadow({ mode: 'closed' }) as ShadowRoot;
    root.innerHTML = markup;
  }, shadowed);
  await seen(page).accept.click();
  await settle(page);
  expect(server.requests('shadow')).toEqual([]);
});

test('a tag that is moved before its yes runs once, in its new place; moved afterwards it does not run again', async ({
  page,
  visit,
}) => {
  await visit({ attributes: CATEGORIES, body: `<div id="one">${heldFile('moved.js')}</div><div id="two"></div>` });
  const move = (to: string) =>
    page.evaluate((target) => {
      const tag = document.querySelector('script[src$="/moved.js"]') as Element;
      document.querySelector(target)?.append(tag);
    }, to);
  await move('#two');
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/moved.js']);
  await expect(page.locator('#two script')).toHaveCount(1);
  await move('#one');
  await settle(page);
  expect(await ran(page)).toEqual(['/moved.js']);
});

test('a tag that was taken out before its yes does not run; put back it does', async ({ page, visit, server }) => {
  await visit({ attributes: CATEGORIES, head: heldFile('removed.js') });
  await page.evaluate(() => {
    const tag = document.querySelector('script[src$="/removed.js"]') as Element;
    Object.assign(window, { kept: tag });
    tag.remove();
  });
  await seen(page).accept.click();
  await settle(page);
  expect(server.requests('removed.js')).toEqual([]);
  await page.evaluate(() => document.head.append((window as unknown as { kept: Element }).kept));
  await expect.poll(() => ran(page)).toEqual(['/removed.js']);
});

test('a tag that is taken out while it waits behind one that hangs does not run', async ({ page, visit, server }) => {
  server.reply('https://tags.example.net/hangs.js', { hang: true });
  await visit({ attributes: CATEGORIES, head: heldFile('hangs.js') + heldFile('second.js') + heldFile('third.js') });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('hangs.js')).toHaveLength(1);
  await page.evaluate(() => document.querySelector('script[src$="/second.js"]')?.remove());
  await expect.poll(() => ran(page), { timeout: 6000 }).toEqual(['/third.js']);
  expect(server.requests('second.js')).toEqual([]);
});

test('a tag that waits behind one that hangs does not run if the yes is taken back meanwhile', async ({
  page,
  visit,
  server,
}) => {
  server.reply('https://tags.example.net/hangs.js', { hang: true });
  await visit({ attributes: CATEGORIES, head: heldFile('hangs.js') + heldFile('second.js') + heldInline('third') });
  await seen(page).accept.click();
  await expect.poll(() => server.requests('hangs.js')).toHaveLength(1);
  await decide(page, { analytics: false });
  await settle(page, 3500);
  expect(server.requests('second.js')).toEqual([]);
  expect(await ran(page)).toEqual([]);
});

test('a category that is changed before the yes counts as it stands then', async ({ page, visit, server }) => {
  await visit({ attributes: CATEGORIES, head: heldFile('changed.js') });
  await page.evaluate(() => document.querySelector('[src$="/changed.js"]')?.setAttribute('data-consent', 'marketing'));
  await decide(page, { analytics: true });
  await settle(page);
  expect(server.requests('changed.js')).toEqual([]);
  await decide(page, { marketing: true });
  await expect.poll(() => ran(page)).toEqual(['/changed.js']);
});

test('client-side navigation: the tags of each view run when it is shown, held ones stay held', async ({
  page,
  visit,
}) => {
  const view = (name: string) =>
    `<h1>${name}</h1>${heldFile(`${name}.js`)}${heldInline(name)}${heldFile(`${name}-ads.js`, '', 'marketing')}`;
  await visit({ attributes: CATEGORIES, body: `<main>${view('home')}</main>` });
  const go = (name: string) =>
    page.evaluate(
      ([path, html]) => {
        history.pushState({}, '', path);
        (document.querySelector('main') as Element).innerHTML = html;
      },
      [`/${name}/`, view(name)] as const,
    );
  await go('prices');
  await decide(page, { analytics: true });
  await expect.poll(() => ran(page)).toEqual(['/prices.js', 'prices']);
  await go('contact');
  await expect.poll(() => ran(page)).toEqual(['/prices.js', 'prices', '/contact.js', 'contact']);
  await page.goBack();
  await settle(page);
  expect(await ran(page), 'the same elements').toHaveLength(4);
  await decide(page, { marketing: true });
  await expect.poll(() => ran(page)).toEqual(['/prices.js', 'prices', '/contact.js', 'contact', '/contact-ads.js']);
});

test('tags of one id run once each', async ({ page, visit }) => {
  const twins = heldFile('one.js', 'id="tag"') + heldFile('two.js', 'id="tag"') + heldInline('three', 'id="tag"');
  await visit({ attributes: CATEGORIES, head: twins });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/one.js', '/two.js', 'three']);
});

const WRITES = `document.write('<p id="written">Written</p>'); (window.ran = window.ran || []).push('wrote');`;
for (const moment of ['the yes', 'a page with a stored yes'])
  test(`document.write in an external tag released by ${moment} does not wipe the page`, async ({
    page,
    visit,
    server,
  }) => {
    server.reply('https://tags.example.net/writes.js', { type: 'text/javascript', body: WRITES });
    await visit({ attributes: CATEGORIES, head: heldFile('writes.js'), body: '<main><h1>Shop</h1></main>' });
    await seen(page).accept.click();
    await settle(page);
    if (moment !== 'the yes') await page.reload();
    await settle(page);
    await expect(page.locator('h1')).toHaveText('Shop');
    expect(await ran(page)).toEqual(['wrote']);
  });

// Browsers ignore it in scripts from elsewhere. In an inline script it opens a new document once the old one is parsed.
test('document.write in an inline tag replaces the page, a limit the README names', async ({ page, visit }) => {
  await visit({ attributes: CATEGORIES, head: held('', WRITES), body: '<main><h1>Shop</h1></main>' });
  await seen(page).accept.click();
  await expect(page.locator('#written')).toBeVisible();
  await expect(page.locator('h1')).toHaveCount(0);
});

test('tags that throw, are missing, or are blocked do not keep the others from running', async ({
  page,
  visit,
  server,
  said,
}) => {
  server.reply('https://tags.example.net/throws.js', {
    type: 'text/javascript',
    body: 'throw new Error("thrown outside")',
  });
  server.reply('https://tags.example.net/broken.js', { type: 'text/javascript', body: 'this is no (script' });
  server.reply('https://tags.example.net/missing.js', { status: 404 });
  await page.route('**/blocked.js', (route) => route.abort('blockedbyclient'));
  const bad = ['throws.js', 'broken.js', 'missing.js', 'blocked.js'].map((name) => heldFile(name)).join('');
  await visit({
    attributes: CATEGORIES,
    head: `${bad}${held('', 'throw new Error("thrown inside")')}${heldFile('good.js')}${heldInline('fine')}`,
  });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/good.js', 'fine']);
  expect(said.errors.join()).toMatch(/thrown outside.*Unexpected.*thrown inside/);
  said.errors.length = 0;
});

test('a tag that a blocker removes as soon as it goes live is not tried again', async ({ page, visit, server }) => {
  await visit({ attributes: CATEGORIES, head: heldFile('hunted.js') + heldFile('free.js') });
  await page.evaluate(() =>
    new MutationObserver(() =>
      document.querySelector('[src$="/hunted.js"]:not([type="text/plain"])')?.remove(),
    ).observe(document, { childList: true, subtree: true }),
  );
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toContain('/free.js');
  await settle(page);
  expect(server.requests('hunted.js').length).toBeLessThanOrEqual(1);
});

const repeat = (markup: string) => markup.replaceAll('<script ', '<script data-consent-repeat ');
test('a new yes after a withdrawal runs only tags that ask for it by data-consent-repeat', async ({
  page,
  visit,
  server,
}) => {
  const again = repeat(heldFile('again.js') + heldInline('again'));
  await visit({ attributes: CATEGORIES, head: heldFile('once.js') + heldInline('once') + again });
  const round = ['/again.js', 'again'];
  const first = ['/once.js', 'once', ...round];
  await decide(page, { analytics: true });
  await expect.poll(() => ran(page)).toEqual(first);
  await decide(page, { analytics: false });
  await settle(page);
  expect(await ran(page)).toEqual(first);
  await decide(page, { marketing: true });
  await settle(page);
  expect(await ran(page), 'another category is no new yes').toEqual(first);
  await decide(page, { analytics: true });
  await expect.poll(() => ran(page)).toEqual([...first, ...round]);
  await decide(page, { analytics: false });
  // A yes in the same frame would be none that the gate has missed.
  await settle(page);
  await decide(page, { analytics: true });
  await expect.poll(() => ran(page)).toEqual([...first, ...round, ...round]);
  expect(server.requests('once.js')).toHaveLength(1);
});
