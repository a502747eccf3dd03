// Who may import whom inside packages/sdk/src and packages/audit/src: no other room than those that are named for it, and no circle. For
// the SDK the `references` of each folder's tsconfig.json name them, and the compiler enforces it for types; this reads every import
// there is. For the audit the table below names them.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Packages that a folder of the SDK may import besides. */
const packages = {
  state: ['nanostores'],
  command: ['node:fs', 'node:path', 'node:util'],
  core: ['nanostores'],
  forms: ['nanostores'],
  records: ['@noble/hashes'],
  ui: ['preact'],
  bindings: ['react', 'vue'],
};
const sdk = 'packages/sdk/src';
const sdkRooms = readdirSync(sdk, { withFileTypes: true }).filter((each) => each.isDirectory());

/** A room is a folder, or a file that lies beside them. `import()` counts like any other import. */
const checks = [
  {
    root: sdk,
    rooms: Object.fromEntries(
      sdkRooms.map(({ name }) => {
        const { references = [] } = JSON.parse(readFileSync(`${sdk}/${name}/tsconfig.json`, 'utf8'));
        const named = references.map(({ path }) => (path.endsWith('/data') ? '@askfirst/data' : posix.basename(path)));
        return [name, [...named, ...(packages[name] ?? [])]];
      }),
    ),
    isChecked: () => true,
    says: (file, path, target, layer, isDynamic) => {
      // Everybody would download it.
      if (target === 'chunks' && layer !== 'chunks' && !isDynamic) return `${file} must load ${path} by import()`;
      if (target === 'ui' && /^(core|entries)$/.test(layer)) return `${file} may not import ${path}`;
    },
    leastFiles: 90,
    leastImports: 300,
  },
  {
    root: 'packages/audit/src',
    rooms: {
      index: [
        ...['audit', 'banner', 'browser', 'compare', 'crawl', 'evidence', 'limits', 'model', 'promises'],
        ...['recognise', 'report', 'visit', 'witness', 'write'],
      ],
      command: [
        ...[
          'audit',
          'compare',
          'evidence',
          'model',
          'promises',
          'report',
          'temporary',
          'visit',
          'write',
          'write-parts',
        ],
      ],
      playwright: ['model', 'promises', 'recognise', 'visit'],
      audit: [...['browser', 'crawl', 'limits', 'model', 'packed-visits', 'promises', 'recognise', 'tool', 'visit']],
      visit: ['banner', 'browser', 'model', 'page', 'witness'],
      crawl: ['browser', 'model', 'page'],
      page: ['browser'],
      banner: ['model'],
      witness: ['browser', 'group-by', 'model'],
      browser: ['temporary'],
      compare: ['model', 'promises', 'report'],
      evidence: ['model', 'report', 'tool', 'write-parts'],
      write: ['model', 'promises', 'recognise'],
      report: ['group-by', 'model'],
      promises: ['group-by', 'model', 'recognise'],
      recognise: ['model'],
      'packed-visits': ['model'],
      tool: ['model'],
      model: [],
      limits: [],
      temporary: [],
      'group-by': [],
      'write-parts': [],
    },
    // Packages are those of its package.json, which knip compares.
    isChecked: (path) => path.startsWith('.'),
    says: () => undefined,
    leastFiles: 70,
    leastImports: 250,
  },
];

const roomOf = (file) => file.split('/')[0].replace(/\.[jt]sx?$/, '');

function check({ root, rooms, isChecked, says, leastFiles, leastImports }) {
  const problems = new Set();
  const used = new Set();
  const files = readdirSync(root, { recursive: true }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
  );
  let imports = 0;
  /** What each file imports at once, for circles. */
  const graph = new Map();
  for (const file of files) {
    const layer = roomOf(file);
    const now = [];
    for (const [, static_, dynamic] of readFileSync(`${root}/${file}`, 'utf8').matchAll(
      /^(?:import|export)\b[^;']*?from '([^']+)';|import\('([^']+)'\)/gm,
    )) {
      const path = static_ ?? dynamic;
      imports += 1;
      const isOwn = path.startsWith('.');
      const module = posix.join(posix.dirname(file), path);
      const target = isOwn ? roomOf(module) : path.match(/^(@[^/]+\/)?[^/]+/)[0];
      used.add(`${layer} ${target}`);
      if (isOwn && static_) now.push(module.replace(/\.js$/, ''));
      if (target !== layer && isChecked(path) && !rooms[layer]?.includes(target))
        problems.add(`${file} may not import ${path}`);
      const problem = says(file, path, target, layer, !!dynamic);
      if (problem) problems.add(problem);
    }
    graph.set(file.replace(/\.tsx?$/, ''), now);
  }
  for (const [layer, targets] of Object.entries(rooms))
    for (const target of targets)
      if (!used.has(`${layer} ${target}`)) problems.add(`${layer} may import ${target}, which it does not`);

  /** Rooms of which one leads back to itself. */
  const visit = (name, path = []) => {
    if (path.includes(name)) problems.add(`a circle of rooms: ${[...path, name].join(' -> ')}`);
    else for (const next of rooms[name] ?? []) if (rooms[next]) visit(next, [...path, name]);
  };
  for (const name of Object.keys(rooms)) visit(name);
  /** Files that need each other before either is ready. */
  const done = new Set();
  const walk = (file, path = []) => {
    if (path.includes(file))
      problems.add(`a circle of files: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file);
  // Fewer means that this check looked in the wrong place.
  if (files.length < leastFiles || imports < leastImports)
    problems.add(`saw ${files.length} files with ${imports} imports, expected ${leastFiles} and ${leastImports}`);
  for (const problem of problems) console.error(`layers: ${root}: ${problem}`);
  console.log(`layers: ${root}: ${files.length} files, ${imports} imports, ${problems.size} problems`);
  return problems.size;
}

const problems = checks.map(check).reduce((sum, each) => sum + each, 0);
process.exitCode = problems ? 1 : 0;
