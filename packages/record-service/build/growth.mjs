/**
 * Whether storing stays as fast while the table grows: fills it, and stops at some sizes to store single events, one after the other. With
 * DATABASE_URL in that PostgreSQL, which has to be empty; otherwise embedded, in a folder that goes with it. Needs a build.
 *
 * @example npm run growth -w packages/record-service -- --rows 10000,100000,2000000
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createService, openEmbedded, openPostgres } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,500000,1000000,2000000' },
    single: { type: 'string', default: '500' },
  },
});
const url = process.env.DATABASE_URL;
const folder = mkdtempSync(join(tmpdir(), 'askfirst-growth-'));
const database = url ? openPostgres(url) : await openEmbedded(join(folder, 'database'));
const { context, close } = await createService({
  database,
  adminToken: randomUUID(),
  signingKey: generateKeyPairSync('ed25519').privateKey,
});
const site = context.sites.get('default').id;

const choice = (granted) => ({
  granted,
  at: '2026-11-28T09:30:00.000Z',
  until: '2027-05-28T09:30:00.000Z',
  asked: ['ga4', 'hotjar'],
});
/** An event of a visitor who was not there before. What its hash covers does not matter to the database. */
function newEvent() {
  const record = randomUUID();
  const hash = (randomUUID() + randomUUID()).replaceAll('-', '');
  const event = {
    v: 1,
    format: 2,
    recordId: record,
    seq: 1,
    at: '2026-11-28T09:30:00.000Z',
    kind: 'given',
    about: ['analytics', 'marketing'],
    asked: { analytics: ['ga4', 'hotjar'], marketing: [] },
    granted: { analytics: true, marketing: false },
    choices: { analytics: choice(true), marketing: choice(false) },
    control: 'save',
    layout: 'bar',
    texts: hash,
    build: hash,
    options: hash,
    regimeReviewedOn: '2026-11-21',
    previous: null,
    policy: '2026-06-22',
    regime: 'gdpr',
    locale: 'en',
    method: 'banner',
    gpc: false,
  };
  return { site, record, seq: 1, hash, subject: null, event };
}

const PORTION = 500;
async function fill(count) {
  for (let left = count; left > 0; left -= PORTION)
    await context.append(Array.from({ length: Math.min(left, PORTION) }, newEvent));
}

async function storeSingly(count) {
  const times = [];
  for (let each = 0; each < count; each += 1) {
    const events = [newEvent()];
    const start = performance.now();
    await context.append(events);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(2).padStart(7);
  return `p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`;
}

let rows = 0;
for (const wanted of values.rows.split(',').map(Number)) {
  const start = performance.now();
  const before = rows;
  await fill(wanted - rows);
  rows = wanted;
  const rate = Math.round(((rows - before) / (performance.now() - start)) * 1000);
  const single = await storeSingly(Number(values.single));
  const [{ bytes }] = await database.query('select pg_database_size(current_database())::float8 as bytes');
  rows += Number(values.single);
  console.log(
    `${String(wanted).padStart(8)} rows   one event: ${single}   ${PORTION} together: ${String(rate).padStart(6)} rows a second   ${Math.round(bytes / rows)} bytes a row   ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
  );
}
await close();
await database.close();
rmSync(folder, { recursive: true, force: true });
