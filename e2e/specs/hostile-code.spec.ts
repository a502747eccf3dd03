import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { commands, consent, DENIED, dataLayer, decide, ran, SIGNALS, settle, stored } from '../harness/probe.js';
import { held, heldFile, heldInline } from '../harness/tags.js';
import { expect, type Page, type Server, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** Other code on the page that changes what everybody uses: Google's queue, prototypes, JSON. */

const GA4 = 'data-ga4="G-TEST1"';
const TAGS = heldFile('file.js') + heldInline('inline');

/** A visitor says yes, comes back, takes it back, comes back. */
async function wholeFlow(page: Page, server: Server) {
  await seen(page).accept.click();
  await expect(seen(page).banner).toHaveCount(0);
  await expect.poll(() => ran(page)).toEqual(['/file.js', 'inline']);
  await settle(page);
  const { choices, id, checked } = await stored(page);
  expect(choices.analytics).toMatchObject({ granted: true, asked: ['ga4'] });
  expect(id).toBeTruthy();
  expect(checked).toEqual(expect.any(Number));
  await page.reload();
  await expect.poll(() => ran(page)).toEqual(['/file.js', 'inline']);
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
  await decide(page, { analytics: false });
  await settle(page);
  server.log.length = 0;
  await page.reload();
  await settle(page);
  await expect(seen(page).banner).toHaveCount(0);
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: false });
  expect(server.requests(/google|tags\.example/)).toEqual([]);
}

const ALTERED: Record<string, () => void> = {
  'Array.prototype.toJSON as Prototype.js has it': () => {
    const inspect = (value: unknown): string =>
      Array.isArray(value) ? `[${value.map(inspect).join(', ')}]` : JSON.stringify(value);
    Object.assign(Array.prototype, {
      toJSON(this: unknown[]) {
        return inspect(this);
      },
    });
  },
  'properties that everybody inherits': () => {
    for (const prototype of [Array.prototype, Object.prototype, String.prototype, Function.prototype])
      Object.assign(prototype, {
        extend() {},
        each() {},
        granted: true,
        src: 'https://tags.example.net/inherited.js',
        script: 'https://tags.example.net/inherited.js',
      });
  },
  'a category that everybody inherits': () => {
    Object.assign(Object.prototype, { analytics: true, necessary: true, extra: true });
  },
  'Date, String and Number with a toJSON of their own': () => {
    for (const { prototype } of [Date, String, Number])
      Object.assign(prototype, {
        toJSON() {
          return 'altered';
        },
      });
  },
  'JSON wrapped by the page': () => {
    const { parse, stringify } = JSON;
    JSON.parse = (...args) => parse(...args);
    JSON.stringify = ((...args: Parameters<typeof stringify>) => stringify(...args)) as typeof stringify;
  },
  'methods of arrays replaced by older ones': () => {
    const { map, filter, find } = Array.prototype;
    Object.assign(Array.prototype, {
      map(this: unknown[], ...args: Parameters<typeof map>) {
        return map.apply(this, args);
      },
      filter(this: unknown[], ...args: [() => boolean]) {
        return filter.apply(this, args);
      },
      find(this: unknown[], ...args: [() => boolean]) {
        return find.apply(this, args);
      },
    });
  },
};

// What follows the start is the same code: the first with both ways to install, the others with one each, in turn.
for (const [at, [what, alter]] of Object.entries(ALTERED).entries())
  for (const install of at === 0 ? INSTALLS : [INSTALLS[at % INSTALLS.length]])
    test(`${what}: a yes is kept, kept to, and taken back, with the ${install}`, {
      tag: wholeIf(at === 0 && install === 'fast path'),
    }, async ({ page, visit, server, said }) => {
      await page.addInitScript(alter);
      await visit({ install, attributes: GA4, head: TAGS });
      await wholeFlow(page, server);
      expect(server.requests('inherited')).toEqual([]);
      expect(said.messages).toEqual([]);
    });

test('properties that everybody inherits: options in JSON are checked as they are written', async ({
  page,
  visit,
  said,
}) => {
  await page.addInitScript(() => {
    Object.assign(Object.prototype, { analytics: true, category: 'analytics', region: 'US-TX', label: 7 });
  });
  await visit({ attributes: GA4, config: { ui: { layout: 'card' }, categories: { support: { label: 'Chat' } } } });
  await expect(seen(page).banner).toBeVisible();
  expect(said.messages).toEqual([]);
});

test('a queue that the page replaces after the start gets all seven signals before the tag', async ({
  page,
  visit,
  server,
}) => {
  await visit({ attributes: GA4, head: '<script>window.dataLayer = [];</script>' });
  await consent(page);
  await seen(page).accept.click();
  await expect.poll(() => server.requests('/g/collect')).toHaveLength(1);
  const told = (await dataLayer(page)).flatMap(({ command, object }) => command?.[0] ?? object?.event);
  expect(told.slice(0, 4)).toEqual(['consent', 'consent_update', 'js', 'config']);
  const [, , signals] = (await commands(page, 'consent'))[0] as [string, string, Record<string, string>];
  expect(Object.keys(signals).sort()).toEqual([...SIGNALS]);
  expect(server.requests('/g/collect')[0]).toContain('gcs=G101');
});

test('a queue of the page with own entries keeps them, and hears the default', async ({ page, visit, said }) => {
  await visit({ attributes: GA4, before: '<script>window.dataLayer = [{ page: "home" }, null, 7];</script>' });
  await expect(seen(page).banner).toBeVisible();
  expect(await page.evaluate(() => window.dataLayer.slice(0, 3))).toEqual([{ page: 'home' }, null, 7]);
  expect((await commands(page, 'consent'))[0]?.slice(0, 2)).toEqual(['consent', 'default']);
  expect((await commands(page, 'consent'))[0]?.[2]).toMatchObject(DENIED);
  expect(said.messages).toEqual([]);
});

const FROZEN = {
  before: { before: '<script>window.dataLayer = Object.freeze([]);</script>' },
  after: { head: `<script>addEventListener('load', () => Object.freeze(window.dataLayer));</script>` },
};
for (const install of INSTALLS)
  for (const [when, parts] of Object.entries(FROZEN))
    test(`a queue frozen ${when} the start: the choice holds for everything else, and nothing is measured, with the ${install}`, {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, visit, server }) => {
      const tag = held(`src="https://tags.example.net/own.js"`);
      await visit({ install, attributes: GA4, ...parts, head: `${'head' in parts ? parts.head : ''}${tag}` });
      await expect(seen(page).banner).toBeVisible();
      await settle(page);
      await seen(page).accept.click();
      await expect(seen(page).banner).toHaveCount(0);
      await expect.poll(() => ran(page)).toEqual(['/own.js']);
      await settle(page);
      // A tag that hears no signals takes each for granted.
      expect(server.requests('/g/collect')).toEqual([]);
    });
