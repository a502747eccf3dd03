/**
 * Writes the file of a service that the catalogue does not have yet, with the fields to fill in. Each TODO that is left in it fails
 * `npm run check`.
 *
 * @example npm run new-service example-stats
 * @example npm run new-service example-stats -- --protocol example
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

function refuse(reason) {
  console.error(`new-service: ${reason}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { protocol: { type: 'string' } } });
  } catch (error) {
    return refuse(`${error.message} For example: npm run new-service example-stats -- --protocol example`);
  }
}
const { values, positionals } = readArguments();
const [id = ''] = positionals;
const { protocol } = values;
if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(id))
  refuse(`"${id}" is no id: lower-case letters, digits and hyphens. For example: npm run new-service example-stats`);
if (protocol !== undefined && !/^[a-z]+$/.test(protocol)) refuse(`"${protocol}" is no protocol: lower-case letters.`);
if (/^(index|early|protocol)$/.test(protocol)) refuse(`"${protocol}" is no protocol: that file is for all of them.`);
const row = `packages/data/src/services/${id}.ts`;
const signal = `packages/sdk/src/signals/${protocol}.ts`;
const contract = `packages/sdk/test/signals/contracts/${id}.ts`;
if (existsSync(row)) refuse(`there is a service "${id}" already: ${row}`);
/** A second service of a vendor speaks the protocol of the first. */
const isNewProtocol = protocol !== undefined && !existsSync(signal);

const tag = `
/** TODO: the address without the site's id, for which {id} stands. No script loads by an id? Remove this, and the id below. */
export const script = 'https://cdn.example.com/TODO.js?id={id}';

export const tag: TagFacts = {
  api: '${protocol}',
  early: false,
  id: { pattern: /^TODO-\\d+$/, example: 'TODO-1234' },
};
`;
const written = {
  [row]: `import type { Service, Source${protocol ? ', TagFacts' : ''} } from '../types.js';

/** TODO: what visitors and owners have to know: when it stores and sends, what no page can remove. Or remove this comment. */
export const service = {
  id: '${id}',
  name: 'TODO',
  provider: 'TODO',
  // TODO: the least that a visitor has to allow: functional, analytics or marketing.
  category: 'analytics',
  policyUrl: 'https://TODO',
  hosts: ['TODO.example.com'],
  // TODO: what it stores in the site's name. 'unknown' if no source says for how long.
  stores: [{ name: 'TODO', kind: 'cookie', lifetime: 'unknown' }],
} as const satisfies Service;
${protocol ? tag : ''}
export const source: Source = {
  urls: ['https://TODO'],
  reviewedOn: '${new Date().toISOString().slice(0, 10)}',
  // TODO: primary (the vendor's page, its code, or measured), secondary, or unverified.
  confidence: 'unverified',
};
`,
  ...(isNewProtocol && {
    [signal]: `import { call, queueing } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** TODO: what the vendor's own snippet queues, and the page that documents it. Remove it if no script loads by an id. */
export const prepare: Prepare = (env, { tagId }, { mayRun }) => {
  const todo = queueing(env, 'TODO', 'queue');
  todo('consent', mayRun);
  todo('init', tagId);
};

/** TODO: the vendor's consent switch, and the page that documents it. Remove it if the vendor has none. */
export const update: Update = (env, _service, { mayRun }) => call(env, 'TODO', 'consent', mayRun);
`,
  }),
  ...(protocol && {
    [contract]: `import type { Contract } from '../contract.js';

// TODO: what ${id} finds in the page and hears. Without a script that loads by an id, remove tagId, script and queued.
export const contract: Contract = {
  tagId: 'TODO-1234',
  script: 'https://cdn.example.com/TODO.js?id=TODO-1234',
  queued: {
    TODO: [
      ['consent', true],
      ['init', 'TODO-1234'],
    ],
  },
  globals: ['TODO'],
  brought: [['TODO', 'consent', true]],
  withdrawn: [['TODO', 'consent', false]],
  again: [['TODO', 'consent', true]],
};
`,
  }),
};
for (const [file, text] of Object.entries(written)) writeFileSync(file, text);
execFileSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
// The order of imports depends on the names.
execFileSync('npx', ['biome', 'check', '--write', ...Object.keys(written)]);
console.log(
  `${Object.keys(written).join('\n')}\nFill in each TODO, then: npm run build && npm run check. See docs/new-service.md.`,
);
