// Who may import whom inside packages/sdk/src: what the `references` of each folder's tsconfig.json name, and no circle. The
// compiler enforces it for types; this reads every import there is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const root = 'packages/sdk/src';
/** Packages that a folder may import besides. */
const packages = {
  state: ['nanostores'],
  command: ['node:fs', 'node:path', 'node:util'],
  core: ['nanostores'],
  forms: ['nanostores'],
  records: ['@noble/hashes'],
  ui: ['preact'],
  bindings: ['react', 'vue'],
};
const rooms = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory());
/** A folder, and what it may import besides itself. `import()` counts like any other import. */
const layers = Object.fromEntries(
  rooms.map(({ name }) => {
    const { references = [] } = JSON.parse(readFileSync(`${root}/${name}/tsconfig.json`, 'utf8'));
    const named = references.map(({ path }) => (path.endsWith('/data') ? '@askfirst/data' : posix.basename(path)));
    return [name, [...named, ...(packages[name] ?? [])]];
  }),
);
/** Fewer means that this check looked in the wrong place. */
const LEAST_FILES = 90;
const LEAST_IMPORTS = 300;

const problems = [];
const used = new Set();
const files = readdirSync(root, { recursive: true }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
let imports = 0;
/** What each file imports at once, for circles. */
const graph = new Map();
for (const file of files) {
  const layer = file.split('/')[0];
  const now = [];
  for (const [, static_, dynamic] of readFileSync(`${root}/${file}`, 'utf8').matchAll(
    /^(?:import|export)\b[^;']*?from '([^']+)';|import\('([^']+)'\)/gm,
  )) {
    const path = static_ ?? dynamic;
    imports += 1;
    const isOwn = path.startsWith('.');
    const module = posix.join(posix.dirname(file), path);
    const target = isOwn ? module.split('/')[0] : path.match(/^(@[^/]+\/)?[^/]+/)[0];
    used.add(`${layer} ${target}`);
    if (isOwn && static_) now.push(module.replace(/\.js$/, ''));
    if (target !== layer && !layers[layer]?.includes(target)) problems.push(`${file} may not import ${path}`);
    // Everybody would download it.
    if (target === 'chunks' && layer !== 'chunks' && !dynamic) problems.push(`${file} must load ${path} by import()`);
    if (target === 'ui' && /^(core|entries)$/.test(layer)) problems.push(`${file} may not import ${path}`);
  }
  graph.set(file.replace(/\.tsx?$/, ''), now);
}
for (const [layer, targets] of Object.entries(layers))
  for (const target of targets)
    if (!used.has(`${layer} ${target}`))
      problems.push(`${layer}/tsconfig.json names ${target}, which it does not import`);

/** Folders in which one leads back to itself. */
const visit = (name, path = []) => {
  if (path.includes(name)) problems.push(`a circle of folders: ${[...path, name].join(' -> ')}`);
  else for (const next of layers[name] ?? []) if (existsSync(`${root}/${next}`)) visit(next, [...path, name]);
};
for (const { name } of rooms) visit(name);
/** Files that need each other before either is ready. */
const done = new Set();
const walk = (file, path = []) => {
  if (path.includes(file))
    problems.push(`a circle of files: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
  else if (!done.has(file)) {
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  }
};
for (const file of graph.keys()) walk(file);
if (files.length < LEAST_FILES || imports < LEAST_IMPORTS)
  problems.push(`saw ${files.length} files with ${imports} imports, expected ${LEAST_FILES} and ${LEAST_IMPORTS}`);

for (const problem of new Set(problems)) console.error(`layers: ${problem}`);
console.log(`layers: ${files.length} files, ${imports} imports, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
