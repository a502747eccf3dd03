import { INSTALLS } from '../../harness/html.js';
import { sees, seesNo, UI } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

/** Elements whose id or name is that of a global: browsers make them properties of `window`. */
const NAMED: Record<string, string> = {
  'an element with the id askfirst': '<main id="askfirst"><h1>Shop</h1></main>',
  'two elements with the id askfirst': '<p id="askfirst"></p><p id="askfirst"></p>',
  'a search form with the id askfirst': '<form id="askfirst"><input name="q"><input name="on"></form>',
  'a frame called askfirst':
    '<iframe name="askfirst" title="Frame" src="https://video.example.net/frame.html"></iframe>',
  'an element with the id gtag': '<p id="gtag"></p>',
  'an element with the id dataLayer': '<p id="dataLayer"></p>',
  'a gtag that queues lists':
    '<script>window.dataLayer = window.dataLayer || []; window.gtag = (...all) => dataLayer.push(all);</script>',
  'a gtag that keeps a list of its own': '<script>window.mine = []; window.gtag = (...all) => mine.push(all);</script>',
};

for (const [what, markup] of Object.entries(NAMED))
  for (const install of INSTALLS)
    test(`${what} takes nothing away, with the ${install}`, async ({ tab, visit, server }) => {
      await visit({ install, attributes: 'data-ga4="G-TEST1"', before: markup, body: '<main><h1>Shop</h1></main>' });
      await sees(tab, UI.accept);
      const told = () =>
        tab.evaluate(() =>
          ((window as unknown as { dataLayer: unknown[] }).dataLayer ?? []).flatMap((entry) => {
            const [name, command, state] = entry as [string, string, Record<string, string>];
            const isCommand = Object.prototype.toString.call(entry) === '[object Arguments]' && name === 'consent';
            return isCommand ? [`${command} ${state.analytics_storage}`] : [];
          }),
        );
      expect(await told()).toEqual(['default denied']);
      await tab.click(UI.accept);
      await seesNo(tab, UI.banner);
      await expect.poll(() => server.requests('gtag/js').length).toBe(1);
      await settle();
      expect(await told()).toEqual(['default denied', 'update granted']);
    });
