/**
 * Names the services without a source, a category or a lifetime, and each TODO that `npm run new-service` has left: exit code 1. Says how
 * much is marked as unknown.
 *
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
/** What a file of facts must not lack, or must not have any more. */
const faults = [
  ['has a TODO', (text) => /\bTODO\b/.test(text)],
  ['has no source', (text) => !/\burls: \[\s*'https:/.test(text)],
  ['does not say when its source was read', (text) => !/\breviewedOn: '\d{4}-\d\d-\d\d'/.test(text)],
  ['has no category', (text) => !/\bcategory: '(necessary|functional|analytics|marketing)'/.test(text)],
  [
    'has an entry without a lifetime',
    (text) => /\{ name: (?![^}]*\blifetime: )/.test(text.slice(text.indexOf('const service'))),
  ],
];
const services = readdirSync(`${root}/services`)
  .map((file) => ({ file, text: readFileSync(`${root}/services/${file}`, 'utf8') }))
  .filter(({ text }) => !text.startsWith('// Written by'));
const wrong = services.flatMap(({ file, text }) =>
  faults.filter(([, isFault]) => isFault(text)).map(([what]) => `${root}/services/${file} ${what}.`),
);
for (const folder of ['packages/sdk/src/signals', 'packages/sdk/test/signals/contracts'])
  for (const file of readdirSync(folder))
    if (file.endsWith('.ts') && /\bTODO\b/.test(readFileSync(`${folder}/${file}`, 'utf8')))
      wrong.push(`${folder}/${file} has a TODO.`);
for (const each of wrong) console.error(`facts: ${each}`);
const count = (pattern) => services.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
console.log(
  `facts: ${services.length} services, of ${count(/\blifetime: /g)} entries ${count(/\blifetime: 'unknown'/g)} have no known lifetime, ${count(/\bconfidence: 'unverified'/g)} services are unverified`,
);
console.log(`facts: ${facts.length} dates, ${old.length} older than a year`);
process.exitCode = wrong.length || (old.length && !values.warn) || facts.length < LEAST_FACTS ? 1 : 0;
