// Who may import whom inside packages/sdk/src. The compiler enforces it for types; this reads every import there is.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const root = 'packages/sdk/src';
/** A layer, and what it may import besides itself. `import()` counts like any other import. */
const layers = {
  policy: ['@askfirst/data'],
  state: ['policy', '@askfirst/data', 'nanostores'],
  help: ['policy', '@askfirst/data'],
  env: [],
  effects: ['env', 'state', 'policy', '@askfirst/data'],
  ui: ['state', 'policy', '@askfirst/data', 'preact'],
  server: ['policy', '@askfirst/data'],
  forms: ['env', 'policy', 'nanostores'],
  acceptance: ['env', 'policy', '@askfirst/data'],
  records: ['env', 'policy'],
  watch: ['env', 'policy', '@askfirst/data'],
  entries: [
    'help',
    'env',
    'effects',
    'ui',
    'state',
    'policy',
    'server',
    'forms',
    'acceptance',
    'records',
    'watch',
    '@askfirst/data',
    'nanostores',
    'preact',
  ],
  bindings: ['entries', 'policy', 'react', 'vue'],
};
/** Fewer means that this check looked in the wrong place. */
const LEAST_FILES = 90;
const LEAST_IMPORTS = 300;

const problems = [];
const files = readdirSync(root, { recursive: true }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
let imports = 0;
for (const file of files) {
  const layer = file.split('/')[0];
  for (const [, static_, dynamic] of readFileSync(`${root}/${file}`, 'utf8').matchAll(
    /^(?:import|export)\b[^;']*?from '([^']+)';|import\('([^']+)'\)/gm,
  )) {
    const path = static_ ?? dynamic;
    imports += 1;
    const target = path.startsWith('.')
      ? posix.join(posix.dirname(file), path).split('/')[0]
      : path.match(/^(@[^/]+\/)?[^/]+/)[0];
    if (target !== layer && !layers[layer]?.includes(target)) problems.push(`${file} may not import ${path}`);
    // Everybody would download it.
    const isLazy = dynamic || /^(ask|plain|script-ui|script-details)\.ts$/.test(posix.basename(file));
    const leadsToUi = target === 'ui' || /\/(ask|plain|script-ui|script-details)\.js$/.test(path);
    if (layer === 'entries' && leadsToUi && !isLazy) problems.push(`${file} must load ${path} by import()`);
  }
}
if (files.length < LEAST_FILES || imports < LEAST_IMPORTS)
  problems.push(`saw ${files.length} files with ${imports} imports, expected ${LEAST_FILES} and ${LEAST_IMPORTS}`);

for (const problem of problems) console.error(`layers: ${problem}`);
console.log(`layers: ${files.length} files, ${imports} imports, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
