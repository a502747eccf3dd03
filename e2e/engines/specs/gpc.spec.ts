import { INSTALLS } from '../../harness/html.js';
import { seesNo, UI } from '../harness/interface.js';
import { arrived, isGranted, reason, settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

// Firefox sends the real signal. Chromium and WebKitGTK have none, so the page gives itself what other browsers have.
test.use({ gpc: true });
const MADE_UP = '<script>Object.defineProperty(navigator, "globalPrivacyControl", { value: true });</script>';

const tag = (category: string) =>
  `<script type="text/plain" data-consent="${category}" src="https://tags.example.net/${category}.js"></script>`;

for (const install of INSTALLS) {
  test(`Global Privacy Control keeps marketing off, also after Accept all, with the ${install}`, async ({
    tab,
    server,
    visit,
    engineName,
  }) => {
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

test('where nothing but marketing is asked about, Global Privacy Control answers, and nobody asks', async ({
  tab,
  server,
  visit,
  engineName,
}) => {
  await visit({
    attributes: 'data-categories="marketing"',
    before: engineName === 'firefox' ? '' : MADE_UP,
    head: tag('marketing'),
  });
  await isGranted(tab, false, 'marketing');
  await settle();
  await seesNo(tab, UI.banner);
  expect(server.requests('marketing.js')).toEqual([]);
});
