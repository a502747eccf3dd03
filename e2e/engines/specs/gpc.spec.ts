import { INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { arrived, isGranted, reason, settle } from '../harness/probe.js';
import { expect, SITE, type Tab, test } from '../harness/test.js';

// Firefox sends the real signal. Chromium and WebKitGTK have none, so the page gives itself what other browsers have.
test.use({ gpc: true });
const MADE_UP = '<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true });</script>';

const tag = (category: string) =>
  `<script type="text/plain" data-consent="${category}" src="https://tags.example.net/${category}.js"></script>`;

for (const install of INSTALLS) {
  test(`Global Privacy Control keeps marketing off, also after Accept all, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ tab, server, visit, engineName }) => {
    await visit({
      install,
      attributes: 'data-categories="analytics marketing"',
      before: engineName === 'firefox' ? '' : MADE_UP,
      head: tag('analytics') + tag('marketing'),
    });
    if (engineName === 'firefox') expect(server.log[0]?.headers['sec-gpc']).toBe('1');
    for (const round of ['choice', 'next page']) {
      if (round === 'choice') await tab.click(UI.accept);
      await seesNo(tab, UI.banner);
      await isGranted(tab, true);
      await arrived(server, 'analytics.js');
      await settle();
      expect(await reason(tab, 'marketing')).toBe('gpc');
      expect(server.requests('marketing.js')).toEqual([]);
      server.log.length = 0;
      await tab.reload();
    }
  });
}

test('where nothing but marketing is asked about, Global Privacy Control answers; California wants to see it, also after a reload, on the way back, and in another tab', async ({
  tab,
  profile,
  server,
  visit,
  engineName,
}) => {
  const page = {
    attributes: 'data-categories="marketing" data-region="US-CA"',
    before: engineName === 'firefox' ? '' : MADE_UP,
    head: tag('marketing'),
    body: '<main>A shop</main><footer><consent-link></consent-link> <consent-status></consent-status></footer>',
  };
  const shows = async (each: Tab) => {
    await sees(each, ['consent-link', '[part=link]']);
    const said = () =>
      each.evaluate(() => {
        const line = document.querySelector('consent-status')?.shadowRoot?.querySelector('[role=status]');
        return line?.textContent ?? '';
      });
    await expect.poll(said).toBe('Opt-Out Request Honored');
    await isGranted(each, false, 'marketing');
    await seesNo(each, UI.banner);
  };
  await visit(page);
  await shows(tab);
  await tab.reload();
  await shows(tab);
  await tab.open(`${SITE}/empty/`);
  await tab.back();
  await shows(tab);
  const other = await profile.newTab();
  await other.open(`${SITE}/`);
  await shows(other);
  await settle();
  expect(server.requests('marketing.js')).toEqual([]);
});
