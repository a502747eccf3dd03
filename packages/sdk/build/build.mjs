// Builds what a site copies to its server (dist/script) and what npm ships (dist/npm), and prints what each file weighs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkMangled } from './check-mangled.mjs';
import { root } from './common.mjs';
import { buildNpm } from './npm.mjs';
import { buildScript } from './script.mjs';
import { measure } from './sizes.mjs';

await buildNpm(await buildScript());

/** Of this package's own copy, if another package wants another version. */
const licenceOf = (name) =>
  [`${root}node_modules/${name}/LICENSE`, `${root}../../node_modules/${name}/LICENSE`].find((file) => existsSync(file));
// They are in the files above, and their licences want to be named with them.
const notices = ['nanostores', 'preact', '@noble/hashes'].map(
  (name) => `${name}\n\n${readFileSync(licenceOf(name), 'utf8')}`,
);
for (const folder of ['script', 'npm']) writeFileSync(`${root}dist/${folder}/LICENSES.txt`, notices.join('\n'));

const problems = [...(await checkMangled()), ...(await measure()).map((name) => `${name} is over its budget.`)];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
