import type { PageParts } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

/** A host that only those know who make the page: https://www.rfc-editor.org/rfc/rfc6761#section-6.2 */
const WORKSHOP = 'https://shop.test:8080/';
const GA4 = 'data-ga4="G-TEST1" data-controller="Shop Example Ltd"';
const HELD = (src: string) => `<script type="text/plain" data-consent="marketing" src="${src}"></script>`;

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
      head: '<script type="application/json" data-askfirst-config>{ "policy": { "url": "/privacy/" } }</script>',
    },
    says: /was not read, because it comes after the script.*before/,
  },
  'a text there is none of': {
    parts: { attributes: GA4, config: { ui: { texts: { acept: 'Yes' } } } },
    says: /"acept" in ui\.texts.*mean accept/,
  },
  'a language there are no texts in': {
    parts: { attributes: `${GA4} data-lang="eo"` },
    says: /no texts in "eo".*"en".*ui\.texts/,
  },
  'an address that no link may lead to': {
    parts: { attributes: `${GA4} data-policy-url="javascript:alert(1)"` },
    says: /"javascript:alert\(1\)" is not a valid value for policy\.url/,
  },
  'a held tag that no service declares': {
    parts: {
      attributes: `${GA4} data-categories="marketing"`,
      body: `<main></main>${HELD('https://tags.example.net/a.js')}`,
    },
    says: /<script> requests tags\.example\.net.*"marketing" declares.*hosts/,
  },
};

for (const [what, { parts, says }] of Object.entries(FINDINGS)) {
  test(`${what}: said once where pages are made, and asked all the same`, async ({ page, visit, said }) => {
    await visit(parts, WORKSHOP);
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
  const pixel = {
    id: 'pixel',
    name: 'Pixel',
    provider: 'Example',
    category: 'marketing',
    hosts: ['*.example.net'],
  };
  for (const region of ['DE', 'US-TX']) {
    await visit(
      {
        attributes: `${GA4} data-region="${region}" data-lang="de-AT"`,
        config: { services: [pixel], ui: { texts: { accept: 'Ja' } } },
        body: `<main></main>${HELD('https://tags.example.net/a.js')}`,
      },
      WORKSHOP,
    );
    await expect.poll(() => server.requests('askfirst-review')).toHaveLength(1);
    await settle(page);
    expect(said.messages).toEqual([]);
    server.reset();
  }
});

test('no visitor pays for it: elsewhere it is not loaded, whatever is wrong', async ({ page, visit, said, server }) => {
  for (const [what, { parts }] of Object.entries(FINDINGS)) {
    // What Google cannot hear is said everywhere.
    if (/queue/.test(what)) continue;
    await visit(parts, SITE);
    await expect(seen(page).banner).toBeVisible();
    await settle(page);
  }
  expect(server.requests('askfirst-review')).toEqual([]);
  expect(said.messages).toEqual([]);
});
