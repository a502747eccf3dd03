import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import { seen } from '../harness/interface.js';
import { consent, settle } from '../harness/probe.js';
import { builtFile } from '../harness/server.mjs';
import { expect, test } from '../harness/test.js';

/** A cache or a half-finished upload mixes files of two versions, whose shortened property names differ. */

const map = JSON.parse(readFileSync(new URL('../../packages/sdk/build/mangle.json', import.meta.url), 'utf8'));
const shorts = Object.values(map.script) as string[];

/** A file of the build, with other short names. */
async function otherVersion(file: string): Promise<string> {
  const props = Object.fromEntries(shorts.map((name) => [`$${name}`, `${name}9`]));
  const { code = '' } = await minify(readFileSync(builtFile(file), 'utf8'), {
    module: true,
    compress: false,
    nameCache: { props: { props } },
    mangle: {
      properties: {
        regex: new RegExp(`^(${shorts.join('|').replaceAll('$', '\\$')})$`),
        builtins: true,
        keep_quoted: true,
      },
    },
  });
  return code;
}

const FILM = 'https://video.example.net/frame.html';
const BODY = `<h1>Shop</h1><iframe title="Film" data-consent="marketing" data-src="${FILM}"></iframe>
  <button data-consent-open>Privacy settings</button>`;

for (const name of ['ui', 'rules', 'markup', 'details', 'withdrawal'])
  test(`askfirst-${name}.js of another version: nothing before a yes, the question can be answered, and what fails is said`, async ({
    page,
    visit,
    server,
    said,
  }) => {
    const body = await otherVersion(`askfirst-${name}.js`);
    await page.route(`**/askfirst-${name}.js*`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    const film = {
      id: 'film',
      name: 'Films',
      provider: 'Film Ltd',
      category: 'marketing',
      hosts: ['video.example.net'],
    };
    const stores = [{ name: 'film_id', kind: 'cookie', lifetime: [1, 'year'] }];
    await visit({
      attributes: 'data-controller="Shop"',
      config: { policy: { url: '/privacy/' }, services: [{ ...film, stores }] },
      body: BODY,
    });
    const isSaid = () => said.messages.some((message) => /askfirst.*did not load/.test(message));
    const granted = async () => (await consent(page)).granted.marketing;
    await expect(page.getByRole('button', { name: /^reject/i })).toBeVisible();
    await settle(page);
    expect(server.requests('frame.html')).toEqual([]);

    await page.getByRole('button', { name: /^accept/i }).click();
    await expect.poll(granted).toBe(true);
    await expect.poll(() => isSaid() || server.requests('frame.html').length > 0).toBe(true);
    await page.locator('[data-consent-open]').click();
    await expect.poll(async () => isSaid() || (await seen(page).dialog.isVisible())).toBe(true);

    await page.evaluate(() => {
      document.cookie = 'film_id=1';
      return window.askfirst.withdraw().catch(() => {});
    });
    const holds = async () => !(await granted()) && !(await page.locator('iframe[src]').count());
    const isSwept = () => page.evaluate(() => !document.cookie);
    await expect.poll(async () => isSaid() || ((await holds()) && (await isSwept()))).toBe(true);
  });
