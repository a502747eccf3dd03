import { banner } from '@askfirst/audit';
import { chromium, expect, test } from '@playwright/test';
import { executablePath } from '../harness/browser.mjs';
import { type Server, SITE, startServer } from '../harness/server.mjs';
import { wholeIf } from '../harness/whole.js';
import { onlyServer } from './harness/look.js';
import { toolPages } from './tool-pages.js';

test.describe.configure({ mode: 'parallel' });

const { accept, acceptOnly, inspect, reject, withdraw } = banner;
const options = { bannerTimeout: 3_000 };
/** One that autoconsent has a rule for, and one that is found by its words. The others repeat them. */
const USUAL = ['vanilla-cookieconsent', 'c15t'];

let server: Server;
let browser: Awaited<ReturnType<typeof chromium.launch>>;

test.beforeAll(async () => {
  server = await startServer();
  // Some tools hide from what looks automatic.
  const args = [...onlyServer(server), '--no-sandbox', '--disable-blink-features=AutomationControlled'];
  browser = await chromium.launch({ executablePath: executablePath({ light: true }), args });
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

for (const [name, { html, files, allowsAnalytics, allowsMarketing }] of Object.entries(toolPages)) {
  test(`rejects, accepts, chooses and withdraws on a page with ${name}`, {
    tag: wholeIf(!USUAL.includes(name)),
  }, async () => {
    server.page(`/${name}`, html);
    for (const [path, body] of Object.entries(await files()))
      server.reply(path, { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body });
    const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`;
    const open = async () => {
      const page = await browser.newPage({ userAgent, ignoreHTTPSErrors: true });
      await page.goto(`${SITE}/${name}`);
      return page;
    };
    const isAllowed = (page: Awaited<ReturnType<typeof open>>) => page.evaluate(`Boolean(${allowsAnalytics})`);

    const looked = await open();
    expect(await inspect(looked, 3_000)).toMatchObject({
      found: true,
      pressesToAccept: 1,
      pressesToReject: 1,
      preTicked: [],
    });
    await looked.context().close();

    const rejected = await open();
    expect(await reject(rejected, options)).toMatchObject({ isDone: true, pressesToReject: 1 });
    expect(await isAllowed(rejected)).toBe(false);
    await rejected.context().close();

    const accepted = await open();
    expect(await accept(accepted, options)).toMatchObject({ isDone: true, pressesToAccept: 1 });
    await expect.poll(() => isAllowed(accepted)).toBe(true);
    const withdrawn = await withdraw(accepted, options);
    expect(withdrawn).toMatchObject({ isDone: true });
    expect(withdrawn.pressesToWithdraw).toBeGreaterThanOrEqual(2);
    await expect.poll(() => isAllowed(accepted)).toBe(false);
    await accepted.context().close();

    const chosen = await open();
    const only = await acceptOnly('analytics')(chosen, options);
    expect([only.problem, only.isDone, await isAllowed(chosen)]).toEqual([undefined, true, true]);
    if (allowsMarketing) expect(await chosen.evaluate(`Boolean(${allowsMarketing})`)).toBe(false);
    await chosen.context().close();
  });
}
