import { INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import type { Tab } from '../harness/engine.js';
import { sees, UI } from '../harness/interface.js';
import { dataLayer, settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

/** Elements whose id or name is that of a global: browsers make them properties of `window`, or of `document`. */
const NAMED: Record<string, string> = {
  'an element with the id askfirst': '<main id="askfirst"><h1>Shop</h1></main>',
  'two elements with the id askfirst': '<p id="askfirst"></p><p id="askfirst"></p>',
  'a search form with the id askfirst': '<form id="askfirst"><input name="q"><input name="on"></form>',
  'a frame called askfirst':
    '<iframe name="askfirst" title="Frame" src="https://video.example.net/frame.html"></iframe>',
  'an element with the id gtag': '<p id="gtag"></p>',
  'an element with the id dataLayer': '<p id="dataLayer"></p>',
  'a picture called currentScript':
    '<img src="https://evil.example.net/x.js" alt=""><img name="currentScript" src="https://evil.example.net/x.js" alt="">',
  'a gtag that queues lists':
    '<script>window.dataLayer = window.dataLayer || []; window.gtag = (...all) => dataLayer.push(all);</script>',
  'a gtag that keeps a list of its own': '<script>window.mine = []; window.gtag = (...all) => mine.push(all);</script>',
};

const toldConsent = async (tab: Tab) => (await dataLayer(tab)).filter((entry) => entry.startsWith('consent '));

for (const install of INSTALLS)
  test(`names of the page take nothing away: asked, Google hears the denied default, a yes runs the tag, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ tab, visit, server }) => {
    for (const [index, [what, markup]] of Object.entries(NAMED).entries()) {
      await visit({ install, attributes: 'data-ga4="G-TEST1"', before: markup }, `/names-${index}/`);
      await sees(tab, UI.accept);
      expect([what, await toldConsent(tab)]).toEqual([what, ['consent default denied']]);
      await tab.click(UI.accept);
      await expect.poll(() => server.requests('gtag/js').length, what).toBe(index + 1);
      await settle();
      expect([what, await toldConsent(tab)]).toEqual([what, ['consent default denied', 'consent update granted']]);
      // No code of ours comes from where such an element points to.
      expect([what, server.requests('example.net/askfirst')]).toEqual([what, []]);
      await tab.evaluate(() => localStorage.clear());
    }
  });
