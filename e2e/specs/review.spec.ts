import type { PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** A host that only those know who make the page: https://www.rfc-editor.org/rfc/rfc6761#section-6.2 */
const WORKSHOP = 'https://shop.test:8080/';
const GA4 = 'data-ga4="G-TEST1" data-controller="Shop Example Ltd" data-policy-url="/privacy/"';
const FAIR = '<main></main><button data-consent-open>Privacy settings</button>';
const HELD = (src: string) => `<script type="text/plain" data-consent="marketing" src="${src}"></script>`;

const PIXEL = { id: 'pixel', name: 'Pixel', provider: 'Example', category: 'marketing', hosts: ['*.example.net'] };

/** What owners get wrong, what they are told, and how to make it right. */
const FINDINGS: Record<string, { parts: PageParts; says: RegExp }> = {
  "Google's own snippet beside ours": {
    parts: {
      attributes: GA4,
      head: '<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST1"></script>',
    },
    says: /Google's own snippet.*id=G-TEST1 does not wait.*Remove the snippet/,
  },
  'Google queued before the default': {
    parts: { attributes: GA4, before: '<script>dataLayer = [{ event: "gtm.js" }]</script>' },
    says: /Installed too late.*first in <head>/,
  },
  'a queue that nothing can be put into': {
    parts: { attributes: GA4, before: '<script>dataLayer = Object.freeze([])</script>' },
    says: /queue cannot be used.*Make it an array/,
  },
  'JSON behind the script': {
    parts: {
      attributes: GA4,
      head: '<script type="application/json" data-askfirst-config>{ "revision": "2" }</script>',
    },
    says: /was not read, because it comes after the script.*before/,
  },
  'a text there is none of': {
    parts: { attributes: GA4, config: { ui: { texts: { acept: 'Allow all' } } } },
    says: /"acept" in ui\.texts.*mean accept/,
  },
  'a language there are no texts in': {
    parts: { attributes: `${GA4} data-lang="eo"` },
    says: /no texts in "eo".*"en".*ui\.texts/,
  },
  'an address that no link may lead to': {
    parts: { attributes: GA4.replace('/privacy/', 'javascript:alert(1)') },
    says: /"javascript:alert\(1\)" is not a valid value for policy\.url/,
  },
  'a held tag that no service declares': {
    parts: {
      attributes: GA4,
      config: { services: [{ ...PIXEL, hosts: ['ads.example.net'] }] },
      body: `${FAIR}${HELD('https://tags.example.net/a.js')}`,
    },
    says: /<script> requests tags\.example\.net.*"marketing" declares.*hosts/,
  },
  'a tag of a declared service that does not wait': {
    parts: {
      attributes: GA4,
      config: { services: [{ id: 'matomo', category: 'marketing' }] },
      body: `${FAIR}<script src="https://shop.matomo.cloud/matomo.js"></script>`,
    },
    says: /<script> loads Matomo from https:\/\/shop\.matomo\.cloud\/matomo\.js before any consent.*data-consent="marketing"/,
  },
  'a question that names nobody': {
    parts: { attributes: GA4.replace(/data-controller="[^"]*"/, '') },
    says: /does not say who asks\. Set controller\.name/,
  },
  'a question without a policy': {
    parts: { attributes: GA4.replace(/data-policy-url="[^"]*"/, '') },
    says: /no link to a privacy policy\. Set policy\.url/,
  },
  'a tracker called necessary': {
    parts: { attributes: GA4, config: { services: [{ ...PIXEL, category: 'necessary', hosts: ['www.clarity.ms'] }] } },
    says: /known tracker.*www\.clarity\.ms belongs to Microsoft Clarity.*category analytics/,
  },
  'a yes in words that agree to nothing': {
    parts: { attributes: `${GA4} data-lang="de"`, config: { ui: { texts: { accept: 'Ok, verstanden' } } } },
    says: /words that press.*"verstanden" in "Ok, verstanden"/,
  },
  'a no that is smaller': {
    parts: { attributes: GA4, head: '<style>askfirst-ui::part(reject) { font-size: 12px }</style>' },
    says: /The no is smaller.*12 px and 16 px.*::part\(button\)/,
  },
  'a no that is paler': {
    parts: {
      attributes: GA4,
      head: '<style>askfirst-ui::part(reject) { background: none; color: #000; border-color: #767676 }</style>',
    },
    says: /The no stands out less.*edge 4\.5\d? : 1 and 21 : 1/,
  },
  'a no that cannot be seen': {
    parts: { attributes: GA4, head: '<style>askfirst-ui::part(reject) { visibility: hidden }</style>' },
    says: /The no cannot be seen, and the yes can/,
  },
  'answers that are hard to read': {
    parts: { attributes: GA4, head: '<style>:root { --askfirst-accent: #1a8cff }</style>' },
    says: /hard to read.*an answer has 3\.\d+ : 1/,
  },
  'no way to change the answer': {
    parts: { attributes: GA4, body: '<main></main>' },
    says: /no control by which a visitor can change the answer.*data-consent-open/,
  },
};

/** One of each way to find out: requests, the queue, the markup, the words, what is measured. Unit tests have each sentence. */
const FIRST = [
  "Google's own snippet beside ours",
  'Google queued before the default',
  'a held tag that no service declares',
  'a tag of a declared service that does not wait',
  'a yes in words that agree to nothing',
  'a no that is smaller',
];
for (const [what, { parts, says }] of Object.entries(FINDINGS)) {
  test(`${what}: said once where pages are made, and asked all the same`, {
    tag: wholeIf(!FIRST.includes(what)),
  }, async ({ page, visit, said }) => {
    await visit({ body: FAIR, ...parts }, WORKSHOP);
    await expect(seen(page).banner).toBeVisible();
    await expect.poll(() => said.messages.filter((message) => says.test(message))).toHaveLength(1);
    await settle(page);
    expect(said.messages).toHaveLength(1);
  });
}

test('a page that is right is told nothing, with its own tag declared, granted by law or by the visitor', async ({
  page,
  visit,
  said,
  server,
}) => {
  for (const region of ['DE', 'US-TX']) {
    await visit(
      {
        attributes: `${GA4} data-region="${region}" data-lang="de-AT"`,
        config: { services: [PIXEL], ui: { texts: { accept: 'Alle zulassen' } } },
        body: `${FAIR}${HELD('https://tags.example.net/a.js')}`,
      },
      WORKSHOP,
    );
    await expect.poll(() => server.requests('askfirst-review')).toHaveLength(1);
    await settle(page);
    expect(said.messages).toEqual([]);
    server.reset();
  }
});

test('a theme that is fair is told nothing, light and dark, and a way back may be in a shadow root', async ({
  page,
  visit,
  said,
  server,
}) => {
  const body = `<main></main><shop-footer><template shadowrootmode="open"><a href="#" data-consent-open>x</a></template></shop-footer>`;
  const head = `<style>:root { color-scheme: light dark; --askfirst-accent: light-dark(#064, #9fc); --askfirst-radius: 9em }
    askfirst-ui::part(button) { font-size: 15px; text-transform: uppercase }</style>`;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await visit({ attributes: `${GA4} data-layout="modal"`, head, body }, WORKSHOP);
    await expect.poll(() => server.requests('askfirst-lint')).toHaveLength(1);
    await expect(seen(page).banner).toBeVisible();
    await settle(page, 400);
    expect(said.messages).toEqual([]);
    server.reset();
  }
});

test('of colours behind glass or in a gradient nothing is said, because no style names them', async ({
  page,
  visit,
  said,
  server,
}) => {
  const head = `<style>:root { --askfirst-surface: rgb(0 0 0 / 50%); --askfirst-text: #fff } body { background: #111 }
    askfirst-ui::part(button) { background: linear-gradient(#075, #053); color: #fff; border: 0 }</style>`;
  await visit({ attributes: GA4, head, body: FAIR }, WORKSHOP);
  await expect.poll(() => server.requests('askfirst-lint')).toHaveLength(1);
  await expect(seen(page).banner).toBeVisible();
  await settle(page, 400);
  expect(said.messages).toEqual([]);
});

test('no visitor pays for it: elsewhere it is not loaded, whatever is wrong', async ({ page, visit, said, server }) => {
  for (const [what, { parts }] of Object.entries(FINDINGS)) {
    // What Google cannot hear is said everywhere.
    if (/queue/.test(what)) continue;
    await visit({ body: FAIR, ...parts }, SITE);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
  }
  expect(server.requests(/askfirst-(review|lint)/)).toEqual([]);
  expect(said.messages).toEqual([]);
});
