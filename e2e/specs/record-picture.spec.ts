import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from 'askfirst/records';
import { app, appPage } from '../harness/app.js';
import { endpoint } from '../harness/endpoint.js';
import { seen } from '../harness/interface.js';
import { builtFile } from '../harness/server.mjs';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

/** What was shown, drawn again from what an event names, by the command of the record service. */

const COMMAND = fileURLToPath(new URL('command/record-service.js', import.meta.resolve('@askfirst/record-service')));
const options = { controller: { name: 'Shop' }, categories: { analytics: {}, marketing: {} }, consentMode: false };
const OTHER = '0'.repeat(64);

const command = (folder: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args, '--data', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

/** An export that has the event. @returns The hash of the event. */
function writeExport(file: string, event: object): string {
  const eventHash = hashOf(event);
  const entry = {
    n: 1,
    seq: 1,
    receivedAt: '2026-01-01T00:00:00.000Z',
    vouched: false,
    eventHash,
    chainHash: OTHER,
    event,
  };
  const lines = [
    { type: 'site', format: 1, site: 'shop', exportedAt: '2026-01-01T00:00:00.000Z' },
    { type: 'chain', record: 'x', subject: null, length: 1, head: OTHER, erasures: [], entries: [entry] },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return eventHash;
}

async function answer(page: Page, server: Server, press: (page: Page) => Promise<void>, site: object = options) {
  const { events } = endpoint(server);
  const src = await app(
    server,
    `import { createConsent } from 'askfirst';
     import { sendRecords } from 'askfirst/records';
     const options = ${JSON.stringify(site)};
     const consent = createConsent({ ...options, region: 'DE' });
     consent.start();
     sendRecords(consent, { url: '/api/records', options });`,
  );
  server.page('/', appPage(src).replace('lang="en"', 'lang="de"'));
  await page.goto(SITE);
  await press(page);
  await expect.poll(() => events.length).toBe(1);
  return events[0] as object;
}

test('the banner of an event is drawn again, with the texts that the visitor saw', async ({ page, server }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-picture-'));
  const file = join(folder, 'export.jsonl');
  const event = await answer(page, server, (shown) => seen(shown).reject.click());
  const hash = writeExport(file, event);
  expect(command(folder, 'picture', hash, '--from', file), 'nothing is kept yet').toMatchObject({
    status: 1,
    said: expect.stringContaining('is not kept. Keep it'),
  });
  writeFileSync(join(folder, 'options.json'), JSON.stringify(options));
  const kept = command(folder, 'keep', dirname(builtFile('askfirst.js')), '--options', join(folder, 'options.json'));
  expect(kept).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^Build [0-9a-f]{64}\nOptions [0-9a-f]{64}\n$/),
  });
  expect(command(folder, 'picture', hash, '--from', file, '--out', 'shown.png')).toMatchObject({
    status: 0,
    said: expect.stringContaining('Its texts are those that the visitor saw'),
  });
  expect(readFileSync(join(folder, 'shown.png')).subarray(1, 4).toString()).toBe('PNG');

  const altered = writeExport(file, { ...event, texts: OTHER });
  expect(command(folder, 'picture', altered, '--from', file), 'other texts').toMatchObject({
    status: 1,
    said: expect.stringContaining('Its texts are NOT those that the visitor saw'),
  });
  expect(command(folder, 'picture', OTHER, '--from', file), 'no such event').toMatchObject({
    status: 1,
    said: expect.stringContaining('There is no event'),
  });
});

test('preferences with more than a window has room for stand in the picture as a whole', async ({ page, server }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-picture-'));
  const file = join(folder, 'export.jsonl');
  const categories = Object.fromEntries('abcdefgh'.split('').map((key) => [key, { label: key, description: key }]));
  const many = { ...options, categories };
  const press = async (shown: Page) => {
    await seen(shown).choose.click();
    await seen(shown).save.click();
  };
  const hash = writeExport(file, await answer(page, server, press, many));
  writeFileSync(join(folder, 'options.json'), JSON.stringify(many));
  command(folder, 'keep', dirname(builtFile('askfirst.js')), '--options', join(folder, 'options.json'));
  expect(command(folder, 'picture', hash, '--from', file, '--out', 'shown.png')).toMatchObject({
    status: 0,
    said: expect.stringContaining('Its texts are those that the visitor saw'),
  });
  // The height in a PNG: https://www.w3.org/TR/png-3/#11IHDR
  expect(readFileSync(join(folder, 'shown.png')).readUInt32BE(20)).toBeGreaterThan(720);
  expect(command(folder, 'picture', hash, '--from', join(folder, 'none'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('There is no file'),
  });
});

test('a file of a kept release that was changed is named, and nothing is drawn with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-picture-'));
  expect(command(folder, 'keep', dirname(builtFile('askfirst.js'))).status).toBe(0);
  const build = JSON.parse(readFileSync(builtFile('build.json'), 'utf8')).build;
  const copy = join(folder, 'kept', 'builds', build);
  writeFileSync(join(copy, 'askfirst-ui.js'), 'changed');
  expect(command(folder, 'keep', copy)).toMatchObject({
    status: 1,
    said: expect.stringContaining('askfirst-ui.js is not the file of the release'),
  });
});
