// Builds what a site copies to its server (dist/script) and what npm ships (dist/npm), and prints what each file weighs.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkMangled } from './check-mangled.mjs';
import { root } from './common.mjs';
import { buildNpm } from './npm.mjs';
import { buildScript } from './script.mjs';
import { measure } from './sizes.mjs';

await buildScript();
await buildNpm();

// Both are in the files above, and their licences want to be named with them.
const notices = ['nanostores', 'preact'].map(
  (name) =>
    `${name}\n\n${readFileSync(fileURLToPath(new URL(`../../../node_modules/${name}/LICENSE`, import.meta.url)), 'utf8')}`,
);
for (const folder of ['script', 'npm']) writeFileSync(`${root}dist/${folder}/LICENSES.txt`, notices.join('\n'));

const problems = [...(await checkMangled()), ...(await measure()).map((name) => `${name} is over its budget.`)];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
