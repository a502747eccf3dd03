/**
 * Names the facts that nobody has compared with their sources for a year. Exit code 1 if there is one; with `--warn`, as
 * `npm run check` asks, only the names: a fact is not wrong because a day has passed.
 *
 * @example npm run check:facts -- --on 2027-06-01
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { on: { type: 'string' }, warn: { type: 'boolean' } } });
const today = values.on ? new Date(values.on) : new Date();
const yearAgo = new Date(today);
yearAgo.setUTCFullYear(today.getUTCFullYear() - 1);
const oldest = yearAgo.toISOString().slice(0, 10);
/** Fewer means that this check looked in the wrong place. */
const LEAST_FACTS = 60;

const root = 'packages/data/src';
const facts = readdirSync(root, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\breviewedOn: '(.*?)'/g)].map(([, day]) => ({ file, day })),
  );
const old = facts.filter(({ day }) => day < oldest).sort((a, b) => a.day.localeCompare(b.day));

for (const { file, day } of old) console.error(`facts: ${root}/${file} was last compared with its sources on ${day}.`);
if (facts.length < LEAST_FACTS) console.error(`facts: saw ${facts.length} dates, expected ${LEAST_FACTS}`);
console.log(`facts: ${facts.length} dates, ${old.length} older than a year`);
process.exitCode = (old.length && !values.warn) || facts.length < LEAST_FACTS ? 1 : 0;
