/**
 * Writes the published schemas from the types in `src`, which have to be built: `npm run build`. With `--check` it says whether the files
 * are what it would write: exit code 1 if not.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Report } from '../dist/model.js';
import { Promises } from '../dist/promises/schema.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const isCheck = process.argv.includes('--check');

for (const [name, schema] of Object.entries({ promises: Promises, report: Report })) {
  const file = fileURLToPath(new URL(`../schema/${name}.json`, import.meta.url));
  const text = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema });
  const formatted = execFileSync('npx', ['biome', 'format', `--stdin-file-path=${file}`], {
    cwd: root,
    input: text,
  }).toString();
  if (!isCheck) writeFileSync(file, formatted);
  else if (readFileSync(file, 'utf8') !== formatted) {
    console.error(`${file} is not what the types say. Write it again: node packages/audit/build/schemas.mjs`);
    process.exitCode = 1;
  }
}
