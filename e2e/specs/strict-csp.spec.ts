import { INSTALLS, type Install } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, ran, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

const NONCE = 'dGVzdC1ub25jZQ';
const REST = "style-src 'self'; object-src 'none'; base-uri 'none'";
const GOOGLE = 'https://www.googletagmanager.com https://www.google-analytics.com https://tags.example.net';

const POLICIES = {
  "a nonce and 'strict-dynamic'": `script-src 'nonce-${NONCE}' 'strict-dynamic'; ${REST}`,
  'a nonce, with the hosts of the tags listed': `script-src 'nonce-${NONCE}' 'self' ${GOOGLE}; ${REST}`,
  "a nonce, 'strict-dynamic' and Trusted Types": `script-src 'nonce-${NONCE}' 'strict-dynamic'; ${REST}; require-trusted-types-for 'script'; trusted-types askfirst`,
};

const tag = (attributes: string, text = '') =>
  `<script type="text/plain" data-consent="analytics" nonce="${NONCE}" ${attributes}>${text}</script>`;

const page = (install: Install) => ({
  install,
  nonce: NONCE,
  head:
    tag('src="https://tags.example.net/external.js"') +
    tag('', '(window.ran = window.ran || []).push("inline");') +
    tag('src="https://tags.example.net/module.mjs" data-type="module"'),
  body: `<main>
      <h1>A strict page</h1>
      <template data-consent="analytics"><script nonce="${NONCE}" src="https://tags.example.net/template.js"></script></template>
      <img data-consent="analytics" data-src="https://tags.example.net/image.svg" alt="" width="8" height="8">
      <button data-consent-open>Privacy settings</button>
      <consent-preferences></consent-preferences>
      <consent-declaration></consent-declaration>
    </main>`,
});

for (const [name, policy] of Object.entries(POLICIES)) {
  for (const install of INSTALLS) {
    test(`${name}, ${install}: the whole flow without one violation`, async ({ page: tab, visit, said, server }) => {
      const headers = { 'content-security-policy': policy };
      await visit(page(install), '/strict/', headers);
      const ui = seen(tab);
      await expect(ui.banner).toBeVisible();
      await expect(ui.inlineToggle('analytics')).toBeVisible();
      await expect(tab.locator('consent-declaration')).toContainText('_ga');

      await ui.choose.click();
      await ui.toggle('analytics').press('Space');
      await ui.save.click();
      await expect.poll(async () => (await ran(tab)).length).toBe(4);
      await settle(tab);
      expect((await ran(tab)).sort()).toEqual(['/external.js', '/module.mjs', '/template.js', 'inline']);
      expect(server.requests('gtag/js')).toHaveLength(1);

      await tab.reload();
      await expect.poll(async () => (await ran(tab)).length).toBe(4);
      await tab.getByRole('button', { name: 'Privacy settings' }).click();
      await ui.rejectInDialog.click();
      expect((await consent(tab)).granted.analytics).toBe(false);
      await settle(tab);

      expect(said.violations).toEqual([]);
      expect(said.messages).toEqual([]);
      await expect(ui.inlineToggle('analytics')).toHaveCSS('appearance', 'none');
    });
  }
}

test('Trusted Types that allow nobody a policy: external tags work all the same', async ({
  page: tab,
  visit,
  said,
}) => {
  const headers = {
    'content-security-policy': `script-src 'nonce-${NONCE}' 'strict-dynamic'; ${REST}; require-trusted-types-for 'script'; trusted-types 'none'`,
  };
  for (const install of INSTALLS) {
    await visit(
      {
        install,
        nonce: NONCE,
        attributes: 'data-categories="analytics"',
        head: tag('src="https://tags.example.net/external.js"'),
      },
      `/trusted-${INSTALLS.indexOf(install)}/`,
      headers,
    );
    await tab.evaluate(() => localStorage.clear());
    await tab.reload();
    await seen(tab).accept.click();
    await expect.poll(() => ran(tab)).toEqual(['/external.js']);
    expect(said.violations.every((violation) => violation.includes('trusted-types'))).toBe(true);
    said.violations.length = 0;
  }
});

test('the harness notices a violation', async ({ page: tab, server, said }) => {
  server.page('/violation/', '<!doctype html><style>h1 { color: red }</style><h1>Inline style</h1>', {
    'content-security-policy': REST,
  });
  await tab.goto(`${SITE}/violation/`);
  await expect.poll(() => said.violations).toEqual(['style-src-elem inline']);
});
