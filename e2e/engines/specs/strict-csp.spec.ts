import { INSTALLS } from '../../harness/html.js';
import { sees, UI } from '../harness/interface.js';
import { arrived, isGranted, ran, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';

const NONCE = 'dGVzdC1ub25jZQ';
const STRICT = `script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'`;
const POLICIES = {
  'a nonce': STRICT,
  'a nonce and Trusted Types': `${STRICT}; require-trusted-types-for 'script'; trusted-types askfirst`,
};

const tag = (attributes: string, text = '') =>
  `<script type="text/plain" data-consent="analytics" nonce="${NONCE}" ${attributes}>${text}</script>`;

const PARTS = {
  nonce: NONCE,
  head:
    tag('src="https://tags.example.net/external.js"') +
    tag('', '(window.ran = window.ran || []).push("inline");') +
    tag('src="https://tags.example.net/module.mjs" data-type="module"'),
  body: `<main><h1>A strict page</h1><button data-consent-open>Privacy settings</button>
    <consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>`,
};

for (const [name, policy] of Object.entries(POLICIES)) {
  for (const install of INSTALLS) {
    test(`${name}, ${install}: the whole flow without one violation`, async ({ tab, server, visit, said }) => {
      await visit({ ...PARTS, install }, '/strict/', { 'content-security-policy': policy });
      await sees(tab, UI.inlineToggle('analytics'));
      await tab.click(UI.choose);
      await tab.click(UI.toggle('analytics'));
      await tab.click(UI.save);
      await expect.poll(async () => (await ran(tab)).sort()).toEqual(['/external.js', '/module.mjs', 'inline']);
      await arrived(server, 'gtag/js');

      await tab.reload();
      await expect.poll(() => ran(tab)).toHaveLength(3);
      await tab.click(UI.settings);
      await tab.click(UI.rejectInDialog);
      await isGranted(tab, false);
      await settle();
      expect(said('violation')).toEqual([]);
      // The style sheet of the interface is in force.
      const look = await tab.evaluate(() => {
        const input = document.querySelector('consent-preferences')?.shadowRoot?.querySelector('input');
        return input && getComputedStyle(input).appearance;
      });
      expect(look).toBe('none');
    });
  }
}

test('a violation would be seen, also one of Trusted Types where the engine has them', async ({
  tab,
  server,
  visit,
  said,
}) => {
  await visit({ ...PARTS, body: '<p id="place"></p><style>p { color: red }</style>' }, '/violation/', {
    'content-security-policy': POLICIES['a nonce and Trusted Types'],
  });
  await arrived(server, '/said-by-page/violation?style-src');
  const hasTypes = await tab.evaluate(() => {
    try {
      (document.querySelector('#place') as Element).innerHTML = '<b>text</b>';
    } catch {}
    return 'trustedTypes' in window;
  });
  const ofTypes = () => said('violation').filter((violation) => violation.startsWith('require-trusted-types-for'));
  await expect.poll(ofTypes).toHaveLength(hasTypes ? 1 : 0);
  expect(server.requests(`${new URL(SITE).host}/violation/`)).toHaveLength(1);
});
