/**
 * Writes the published schema of the configuration from the types in `src`, which have to be built: `npm run build`. With `--check` it says
 * whether the file is what it would write: exit code 1 if not.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Config } from '../dist/config/config.js';

const file = fileURLToPath(new URL('../schema/config.json', import.meta.url));
const formatted = execFileSync('npx', ['biome', 'format', `--stdin-file-path=${file}`], {
  cwd: fileURLToPath(new URL('../../../', import.meta.url)),
  input: JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...Config }),
}).toString();
if (!process.argv.includes('--check')) writeFileSync(file, formatted);
else if (readFileSync(file, 'utf8') !== formatted) {
  console.error(`${file} is not what the types say. Write it again: node packages/record-service/build/schemas.mjs`);
  process.exitCode = 1;
}
