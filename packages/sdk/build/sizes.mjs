// What each file weighs, and what it may weigh.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './common.mjs';

/** Bytes, gzip -9. What every visitor, or every undecided one, pays. */
const budgets = {
  'head.js': 1000,
  'askfirst.js': 5300,
  'askfirst-ui.js': 5200,
  '{ createConsent }': 3800,
  'askfirst/react': 400,
  'askfirst/vue': 400,
};

/** Core and interface: all that a first visit in English downloads. */
const FIRST_VISIT = 10_600;

/** What an app that imports `createConsent` carries from the start, and more if it does: all but what is imported later. */
async function npmSize(more = '') {
  const { outputFiles } = await build({
    stdin: { contents: `export { createConsent } from './dist/npm/entries/index.js'; ${more}`, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['react', 'vue'],
    plugins: [
      {
        name: 'later',
        setup: ({ onResolve }) =>
          onResolve({ filter: /./ }, ({ kind, path }) =>
            kind === 'dynamic-import' ? { path, external: true } : undefined,
          ),
      },
    ],
  });
  return gzipSync(outputFiles[0].text, { level: 9 }).length;
}

/** Prints all sizes and writes them to `dist/sizes.json`, for the numbers in the docs. Returns what is over its budget. */
export async function measure() {
  const files = readdirSync(`${root}dist/script`).filter((file) => file.endsWith('.js'));
  const sizes = Object.fromEntries(
    files.map((file) => [file, gzipSync(readFileSync(`${root}dist/script/${file}`), { level: 9 }).length]),
  );
  sizes['{ createConsent }'] = await npmSize();
  // What a binding adds to such an app, with everything it exports.
  for (const name of ['react', 'vue'])
    sizes[`askfirst/${name}`] =
      (await npmSize(`export * from './dist/npm/bindings/${name}.js'`)) - sizes['{ createConsent }'];
  for (const [name, bytes] of Object.entries(sizes))
    console.log(
      `${name.padEnd(20)} ${String(bytes).padStart(6)} bytes gzip${budgets[name] ? ` of ${budgets[name]}` : ''}`,
    );
  writeFileSync(`${root}dist/sizes.json`, `${JSON.stringify(sizes, null, 2)}\n`);
  const firstVisit = sizes['askfirst.js'] + sizes['askfirst-ui.js'];
  if (firstVisit > FIRST_VISIT) return ['A first visit in English'];
  return Object.keys(budgets).filter((name) => sizes[name] > budgets[name]);
}
