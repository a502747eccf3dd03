import { ATTRIBUTES, INSTALLS } from '../../harness/html.js';
import { wholeIf } from '../../harness/whole.js';
import { UI } from '../harness/interface.js';
import { arrived, googleHost, settle, storedText } from '../harness/probe.js';
import { expect, type Server, SITE, type Tab, test } from '../harness/test.js';

const RULES = `<script type="speculationrules">{"prerender":[{"urls":["/next/"],"eagerness":"immediate"}]}</script>`;
const START = `<!doctype html><title>Start</title><link rel="icon" href="data:,"><a href="/next/">Next</a>${RULES}`;

/** Opens a page that has the next one prerendered, and waits until all that could leave it has left. */
async function prerender(tab: Tab, server: Server) {
  server.page('/start/', START);
  await tab.open(`${SITE}/start/`);
  const purpose = () => server.log.find(({ path }) => path === '/next/')?.headers['sec-purpose'];
  await expect.poll(purpose).toBe('prefetch;prerender');
  await arrived(server, '/askfirst/askfirst.js');
  await settle(600);
}

/**
 * Follows the link. From then on the server's log alone tells: Puppeteer loses a page whose place is taken by a
 * prerendered one, if that takes more than 100 ms.
 */
const follow = (tab: Tab) => tab.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()));

for (const install of INSTALLS) {
  const parts = { install, attributes: `${ATTRIBUTES} data-asked="analytics:ga4"` };

  test(`a prerendered page asks nobody and stores nothing until it is looked at, with the ${install}`, async ({
    tab,
    server,
    put,
    said,
  }) => {
    put('/next/', parts);
    await prerender(tab, server);
    expect(server.requests('askfirst-ui.js')).toEqual([]);
    expect(await storedText(tab)).toBeNull();
    await follow(tab);
    await arrived(server, 'askfirst-ui.js');
    await settle();
    expect(said('activated')).toEqual(['/next/']);
    expect(server.log.filter(({ path }) => path === '/next/')).toHaveLength(1);
    expect(server.requests(googleHost)).toEqual([]);
  });

  test(`with a stored yes a prerendered page still sends nothing until it is looked at, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ tab, server, put, said }) => {
    put('/next/', parts);
    await tab.open(`${SITE}/next/`);
    await tab.click(UI.accept);
    await arrived(server, '/g/collect?');
    server.log.length = 0;

    await prerender(tab, server);
    expect(server.requests(googleHost)).toEqual([]);
    await follow(tab);
    await arrived(server, '/g/collect?');
    expect(server.requests('/g/collect?')[0]).toContain('gcs=G101');
    expect(server.requests('gtag/js')).toHaveLength(1);
    expect(said('activated')).toEqual(['/next/']);
    expect(server.log.filter(({ path }) => path === '/next/')).toHaveLength(1);
  });
}
