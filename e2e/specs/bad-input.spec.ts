import type { PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, ran, settle, storedText } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

interface Mistake {
  parts: PageParts;
  /** What the message has to name: the thing that is wrong. */
  names: RegExp;
  /** What it has to say so that the owner can fix it. */
  fix: RegExp;
}

const GA4 = 'data-ga4="G-TEST1"';

const MISTAKES: Record<string, Mistake> = {
  'an unknown attribute': {
    parts: { attributes: `${GA4} data-contoller="Shop"` },
    names: /data-contoller/,
    fix: /data-controller/,
  },
  'an unknown layout': {
    parts: { attributes: `${GA4} data-layout="popup"` },
    names: /popup/,
    fix: /bar.*card.*modal/s,
  },
  'an unknown consent mode': {
    parts: { attributes: `${GA4} data-consent-mode="full"` },
    names: /full/,
    fix: /basic.*advanced/s,
  },
  'an unknown key in the JSON': {
    parts: { attributes: GA4, config: { polcy: { url: '/privacy/' } } },
    names: /polcy/,
    fix: /policy/,
  },
  'an unknown key further down': {
    parts: { attributes: GA4, config: { consentMode: { waitForUpdates: 500 } } },
    names: /waitForUpdates/,
    fix: /waitForUpdate\b/,
  },
  'a value of the wrong type': {
    parts: { attributes: GA4, config: { controller: 'Shop' } },
    names: /controller/,
    fix: /name|object/,
  },
  'malformed JSON': {
    parts: { attributes: GA4, config: '{ "region": "DE", }' },
    names: /JSON/,
    fix: /data-askfirst-config/,
  },
  'an unknown category on a tag': {
    parts: {
      attributes: GA4,
      body: '<main><h1>Shop</h1></main><script type="text/plain" data-consent="anlytics" src="https://tags.example.net/typo.js"></script>',
    },
    names: /anlytics/,
    fix: /analytics/,
  },
  'a tag without a category': {
    parts: {
      attributes: GA4,
      body: '<main><h1>Shop</h1></main><script type="text/plain" data-consent src="https://tags.example.net/typo.js"></script>',
    },
    names: /data-consent/,
    fix: /analytics/,
  },
  'a GA4 id that is none': { parts: { attributes: 'data-ga4="UA-12345-1"' }, names: /UA-12345-1/, fix: /G-/ },
  'a Tag Manager id that is none': {
    parts: { attributes: `${GA4} data-gtm="G-TEST1"` },
    names: /G-TEST1/,
    fix: /GTM-/,
  },
  'two services of one id': {
    parts: {
      attributes: GA4,
      config: {
        services: [
          {
            id: 'heat',
            name: 'Heat',
            provider: 'One',
            category: 'analytics',
            script: 'https://tags.example.net/one.js',
          },
          {
            id: 'heat',
            name: 'Heat',
            provider: 'Two',
            category: 'analytics',
            script: 'https://tags.example.net/two.js',
          },
        ],
      },
    },
    names: /heat/,
    fix: /id/,
  },
  'a store whose lifetime is a sentence': {
    parts: {
      attributes: GA4,
      config: {
        services: [
          {
            id: 'heat',
            name: 'Heat',
            provider: 'One',
            category: 'analytics',
            stores: [{ name: '_heat', kind: 'cookie', lifetime: '13 months' }],
          },
        ],
      },
    },
    names: /_heat.*heat/,
    fix: /\[13, "month"\]/,
  },
  'a service without a category': {
    parts: {
      attributes: GA4,
      config: {
        services: [{ id: 'heat', name: 'Heat', provider: 'One', script: 'https://tags.example.net/heat.js' }],
      },
    },
    names: /"heat"/,
    fix: /category/,
  },
  'a service with a key that is none': {
    parts: {
      attributes: GA4,
      config: { services: [{ id: 'heat', name: 'Heat', provider: 'One', category: 'analytics', url: '/heat.js' }] },
    },
    names: /url.*heat/,
    fix: /script/,
  },
  'the place EU, which is no ISO code': {
    parts: {
      attributes: GA4,
      config: { consentMode: { regions: [{ region: ['EU'], analytics_storage: 'granted' }] } },
    },
    names: /EU/,
    fix: /ISO|country|countries|code/i,
  },
  'a category on another basis than consent': {
    parts: { attributes: GA4, config: { categories: { analytics: { legitimateInterest: true } } } },
    names: /legitimateInterest/,
    fix: /Known: label, description/,
  },
};

/** One of each place for a mistake: attribute, JSON, tag, id. Unit tests have each sentence. */
const FIRST = [
  'an unknown attribute',
  'an unknown key in the JSON',
  'malformed JSON',
  'an unknown category on a tag',
  'a GA4 id that is none',
];
for (const [what, { parts, names, fix }] of Object.entries(MISTAKES)) {
  test(`${what}: one message that names it and says how to fix it; the page works and everything is denied`, {
    tag: wholeIf(!FIRST.includes(what)),
  }, async ({ page, visit, said, server }) => {
    await visit(parts);
    await settle(page);
    expect(said.messages).toHaveLength(1);
    expect(said.messages[0]).toMatch(/askfirst/i);
    expect(said.messages[0]).toMatch(names);
    expect(said.messages[0]).toMatch(fix);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(Object.values((await consent(page)).granted).filter(Boolean)).toHaveLength(1);
    expect(await storedText(page)).toBeNull();
    expect(server.requests(/google|tags\.example/)).toEqual([]);
  });
}

test('a sound page says nothing at all', async ({ page, visit, said }) => {
  await visit({ config: { region: 'DE', consentMode: { waitForUpdate: 800 } } });
  await seen(page).accept.click();
  await settle(page);
  expect(said.messages).toEqual([]);
});

test('several mistakes are one message each, however often the page makes them', async ({ page, visit, said }) => {
  const typo = '<script type="text/plain" data-consent="anlytics" src="https://tags.example.net/typo.js"></script>';
  await visit({ attributes: `${GA4} data-contoller="Shop"`, body: `<main><h1>Shop</h1></main>${typo.repeat(5)}` });
  await settle(page);
  expect(said.messages.filter((text) => text.includes('anlytics'))).toHaveLength(1);
  expect(said.messages.filter((text) => text.includes('data-contoller'))).toHaveLength(1);
});

test('a tag of an unknown category stays closed even after Accept all', async ({ page, visit, server }) => {
  await visit({
    attributes: 'data-categories="analytics"',
    body: `<script type="text/plain" data-consent="anlytics" src="https://tags.example.net/typo.js"></script>
      <script type="text/plain" data-consent="analytics" src="https://tags.example.net/right.js"></script>`,
  });
  await seen(page).accept.click();
  await expect.poll(() => ran(page)).toEqual(['/right.js']);
  await settle(page);
  expect(server.requests('typo.js')).toEqual([]);
});

test('a choice that was stored before survives a page with malformed JSON, untouched', async ({
  page,
  visit,
  said,
}) => {
  await visit();
  await seen(page).accept.click();
  const before = await storedText(page);
  await visit({ config: '{ oops' });
  await settle(page);
  expect(said.messages).toHaveLength(1);
  expect(await storedText(page)).toBe(before);
});

test('an unknown key given to decide() is named, and changes nothing', async ({ page, visit, said }) => {
  await visit();
  await consent(page);
  const thrown = await page.evaluate(() => {
    try {
      window.askfirst.decide({ anlytics: true });
      return '';
    } catch (error) {
      return String(error);
    }
  });
  await expect.poll(() => `${thrown}${said.messages.join()}`).toContain('anlytics');
  expect((await consent(page)).granted).toEqual({ necessary: true, analytics: false });
});
