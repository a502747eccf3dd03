import { readdirSync, readFileSync } from 'node:fs';
import { seen } from '../harness/interface.js';
import { consent, dataLayer, settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

/** One folder for each version that other people's pages and browsers may hold. Never edited, only added to. */
const FOLDER = new URL('../fixtures/contracts/', import.meta.url);
const versions = readdirSync(FOLDER);
const saved = (version: string, file: string) => readFileSync(new URL(`${version}/${file}`, FOLDER), 'utf8').trim();

/** A day after the records were made. */
const THEN = '2026-11-22T09:30:00.000Z';
const ATTRIBUTES = 'async data-ga4="G-TEST1" data-asked="analytics:ga4"';
const GOOGLE = 'www.googletagmanager.com';

test('there is something saved', () => expect(versions).toContain('0.1.0'));

for (const version of versions) {
  const stub = `<script>${saved(version, 'head.js')}</script>`;

  for (const [file, granted] of [
    ['granted.json', true],
    ['refused.json', false],
  ] as const)
    for (const head of [stub, ''])
      test(`${file} of ${version} still holds, ${head ? 'with the stub of that version' : 'without a stub'}`, async ({
        page,
        visit,
        server,
      }) => {
        await page.clock.setFixedTime(THEN);
        await page.addInitScript((text) => localStorage.setItem('askfirst', text), saved(version, file));
        await visit({ attributes: head ? ATTRIBUTES : ATTRIBUTES.replace('async ', ''), head });
        await expect.poll(async () => (await consent(page)).granted.analytics).toBe(granted);
        await settle(page, 300);
        await expect(seen(page).banner).toHaveCount(0);
        expect(server.requests(GOOGLE)).toHaveLength(granted ? 1 : 0);
        const entries = await dataLayer(page);
        const commands = entries.flatMap(({ command }) => (command?.[0] === 'consent' ? [command[1]] : []));
        expect(commands).toEqual(['default', 'update']);
        expect(entries[1]?.command?.[2]).toMatchObject({ analytics_storage: granted ? 'granted' : 'denied' });
      });

  test(`the stub of ${version} hands its calls to this core, and asks who has not answered`, async ({
    page,
    visit,
    server,
  }) => {
    await visit({
      attributes: ATTRIBUTES,
      head: `${stub}<script>window.heard = []; askfirst.on('analytics', (granted) => heard.push(granted));</script>`,
    });
    await seen(page).accept.click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: boolean[] }).heard))
      .toEqual([false, true]);
    await expect.poll(() => server.requests(GOOGLE).length).toBe(1);
    await page.reload();
    await settle(page, 300);
    await expect(seen(page).banner).toHaveCount(0);
  });
}
