import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { snippetsIn } from '../../bundlers/snippets.js';
import { builtFile } from '../../harness/server.mjs';
import { sees, UI } from '../harness/interface.js';
import { arrived, isGranted, settle } from '../harness/probe.js';
import { expect, SITE, test, witness } from '../harness/test.js';

const integrity = JSON.parse(readFileSync(builtFile('sri.json'), 'utf8'))['askfirst.js'];
const textOf = (script: string) => script.replace(/<\/?script>/g, '');
const hashed = (script: string) => `'sha256-${createHash('sha256').update(textOf(script)).digest('base64')}'`;
/** What the owner of such a page is told to write. */
const snippet = (snippetsIn('docs/content-security-policy.md').get('hash.html') ?? '')
  .trim()
  .replace(/\/askfirst\/[\d.]+\//, '/askfirst/')
  .replace('sha384-…', integrity);

const page = (head: string) => `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">
  ${witness()}${head}</head><body><main><h1>Hashes</h1><button data-consent-open>Privacy settings</button></main></body></html>`;
const policy = (allowed: string) => ({
  'content-security-policy': `script-src ${hashed(witness())} ${allowed} 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'`,
});

test("a policy of hashes and 'strict-dynamic', with the snippet of the page about it: the whole flow without one violation", async ({
  tab,
  server,
  said,
}) => {
  server.page('/hashes/', page(snippet), policy(hashed(snippet)));
  await tab.open(`${SITE}/hashes/`);
  await sees(tab, UI.accept);
  expect(server.requests('googletagmanager')).toEqual([]);
  await tab.click(UI.accept);
  await arrived(server, 'gtag/js?id=G-XXXX');
  await tab.reload();
  await isGranted(tab, true);
  await tab.click(UI.settings);
  await tab.click(UI.rejectInDialog);
  await isGranted(tab, false);
  await settle();
  expect(said('violation')).toEqual([]);
  expect(said('error')).toEqual([]);
});

test('the plain script tag under such a policy: where the engine refuses what it imports, everything stays denied', async ({
  tab,
  server,
  said,
  engineName,
}) => {
  const tag = `<script src="/askfirst/askfirst.js" integrity="${integrity}" data-ga4="G-XXXX"></script>`;
  server.page('/hashes/', page(tag), policy(`'${integrity}'`));
  await tab.open(`${SITE}/hashes/`);
  await isGranted(tab, false);
  if (engineName === 'webkit') await sees(tab, UI.accept);
  else await expect.poll(() => said('violation').join()).toContain('askfirst-ui.js');
  await settle();
  expect(server.requests('googletagmanager')).toEqual([]);
  expect(said('error')).toEqual([]);
});
