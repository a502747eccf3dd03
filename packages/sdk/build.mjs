// Builds what a site copies to its server (dist/script) and what npm ships (dist/npm), and prints what each file weighs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));

/** Constructable style sheets: the newest thing the interface cannot do without. */
const target = ['chrome99', 'firefox104', 'safari16.4'];
const languages = readdirSync('../data/src/locales').map((file) => basename(file, '.ts'));
if (!readFileSync('src/entries/languages.ts', 'utf8').includes(`(${languages.join('|')})`))
  throw new Error(`src/entries/languages.ts must list ${languages.join('|')}, the locales there are.`);

const minifyCss = async (source) => (await transform(source, { loader: 'css', minify: true, target })).code.trim();
const minifiedCss = {
  name: 'minified-css',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minifyCss(readFileSync(path, 'utf8')),
      loader: 'text',
    })),
};
/** Leaves what matches to the chunk that already has it. */
const shared = (filter, chunk) => ({
  name: `shared-${chunk}`,
  setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: `./${chunk}.js`, external: true })),
});
/** nanostores can collect changes, which we never ask for. What that leaves behind neither esbuild nor terser can see. */
const withoutBatches = {
  name: 'without-batches',
  setup: ({ onLoad }) =>
    onLoad({ filter: /nanostores\/atom\/index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(
        /let pendingStores = batchSeen\?\.get\(listenerQueue\[i]\)\n\s+if \(pendingStores\) {[^}]*}/,
        '',
      );
      if (contents === source) throw new Error('nanostores no longer collects changes as it did: see withoutBatches.');
      return { contents };
    }),
};
const common = {
  absWorkingDir: process.cwd(),
  bundle: true,
  minifySyntax: true,
  target,
  conditions: ['source'],
  // nanostores and preact carry help for their own developers otherwise.
  define: { 'process.env.NODE_ENV': '"production"' },
  jsx: 'transform',
  jsxFactory: 'h',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Names that no page, record or configuration ever sees, and that we read from nothing of the browser's. Chunks share them, so they share how they are shortened. */
const internal =
  /^(consentFor|adopt|mayRun|latest|unsealed|reconsider|setRegime|inputs|report|stops|onEvent|page|passOn|chunk|grantMaxAgeDays|refusalCooldownDays|asks|clocks|hasDefault|win|doc|model|places|isMute|keepFocus|isWrong|print|\$open|\$inline|options|loaded|configure)$/;
const nameCache = {};
/** Those of them that an app never meets either, and that mean one thing only. Apps' bundlers cannot shorten them. */
const internalOnNpm =
  /^(consentFor|adopt|mayRun|latest|unsealed|reconsider|setRegime|inputs|stops|onEvent|chunk|clocks|hasDefault|keepFocus|\$open|\$inline|win|doc|configure|print|page|passOn)$/;
let mangleCache = {};

/**
 * Most of these files runs as soon as it is there: V8 need not read it twice, which saves a third of the start.
 * https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const hint = (name) => (/^askfirst(-ui)?$/.test(name) ? '//# allFunctionsCalledOnLoad\n' : '');

/** Imported by the owner's own code, which knows every property by its name. */
const isPublic = (name) => /-(forms|acceptance|records)$/.test(name);

/** One file of the script build. esbuild bundles, terser makes it smaller than esbuild alone would. */
async function script(name, entryPoint, format = 'esm', ...plugins) {
  const { outputFiles } = await build({
    ...common,
    format,
    entryPoints: [entryPoint],
    outfile: `dist/script/${name}.js`,
    sourcemap: 'external',
    write: false,
    plugins: [...plugins, minifiedCss, withoutBatches],
  });
  const [map, code] = outputFiles.sort((a, b) => b.path.length - a.path.length).map(({ text }) => text);
  const result = await minify(code.replace('"use strict";', ''), {
    module: format === 'esm',
    ...(isPublic(name) ? {} : { nameCache }),
    compress: {
      passes: 8,
      ecma: 2020,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      sequences: false,
    },
    mangle: isPublic(name) || { properties: { regex: internal, builtins: true, keep_quoted: true } },
    // Beside the file, not named in it: that line would cost every visitor 40 bytes.
    sourceMap: { content: map },
  });
  writeFileSync(`dist/script/${name}.js`, hint(name) + result.code);
  writeFileSync(`dist/script/${name}.js.map`, result.map);
}

rmSync('dist/script', { recursive: true, force: true });
rmSync('dist/npm', { recursive: true, force: true });
mkdirSync('dist/script', { recursive: true });

await script('askfirst', 'src/entries/script.ts', 'iife');
await script('head', 'src/entries/head.ts', 'iife');
await script(
  'askfirst-ui',
  'src/entries/script-ui.ts',
  'esm',
  shared(/\/details\.js$/, 'askfirst-details'),
  shared(/\/tend\.js$/, 'askfirst-tend'),
  shared(/\/admit\.js$/, 'askfirst-rules'),
);
await script('askfirst-tend', 'src/ui/tend.ts', 'esm', shared(/\/(mount|ours|parts)\.js$/, 'askfirst-ui'));
await script(
  'askfirst-details',
  'src/entries/script-details.ts',
  'esm',
  shared(/\/(ours|parts|shell|words|decide)\.js$/, 'askfirst-ui'),
  shared(/\/sweep\.js$/, 'askfirst-sweep'),
);
await script('askfirst-plain', 'src/entries/plain.ts', 'esm', shared(/\/review\.js$/, 'askfirst-review'));
await script('askfirst-rules', 'src/entries/admit.ts', 'esm', shared(/\/review\.js$/, 'askfirst-review'));
await script('askfirst-sweep', 'src/entries/script-sweep.ts');
await script('askfirst-markup', 'src/effects/markup.ts');
await script('askfirst-help', 'src/entries/tell.ts');
await script('askfirst-review', 'src/entries/review.ts');
for (const name of ['forms', 'acceptance', 'records']) await script(`askfirst-${name}`, `src/entries/${name}.ts`);
await script('askfirst-watch', 'src/entries/script-watch.ts', 'iife');
for (const language of languages)
  if (language !== 'en') await script(`askfirst-${language}`, `../data/src/locales/${language}.ts`);

// nanostores reads `process.env.NODE_ENV`, which Rollup, and a page that imports without a bundler, leave as it is. And it can
// collect changes, which we never ask for: only terser sees that.
const {
  outputFiles: [store],
} = await build({
  ...common,
  format: 'esm',
  plugins: [withoutBatches],
  stdin: { contents: "export { atom, onMount } from 'nanostores'", resolveDir: '.' },
  write: false,
});
mkdirSync('dist/npm', { recursive: true });
const { code: storeCode } = await minify(store.text, { module: true, compress: { passes: 3 }, mangle: false });
writeFileSync('dist/npm/nanostores.js', storeCode);

/** Whoever installs this package alone has the facts, too: they lie inside, in `data/`. */
const withFactsInside = (code, file) =>
  code.replace(/(["'])@askfirst\/data(?:\/([\w/-]+))?\1/g, (_, quote, path = 'index') => {
    const module = existsSync(`../data/src/${path}.ts`) ? path : `${path}/index`;
    return `${quote}${'../'.repeat(file.split('/').length - 1) || './'}data/${module}.js${quote}`;
  });
const write = (file, text) => {
  mkdirSync(dirname(`dist/npm/${file}`), { recursive: true });
  writeFileSync(`dist/npm/${file}`, text);
};

// npm gets one module per source file, so that every bundler can leave out and split as it likes.
const scriptOnly = /^entries\/(script|head)/;
for (const [root, at] of [
  ['src/', ''],
  ['../data/src/', 'data/'],
])
  for (const file of readdirSync(root, { recursive: true })) {
    const isCode = /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file) && !scriptOnly.test(file);
    if (!isCode && !file.endsWith('.css')) continue;
    const source = readFileSync(root + file, 'utf8');
    const result = isCode
      ? await transform(source, {
          loader: extname(file).slice(1),
          target: 'es2022',
          jsx: 'transform',
          jsxFactory: 'h',
          mangleProps: internalOnNpm,
          mangleCache,
        })
      : { code: `export default ${JSON.stringify(await minifyCss(source))};\n` };
    mangleCache = result.mangleCache ?? mangleCache;
    const { code } = result;
    const store = `${'../'.repeat(file.split('/').length - 1)}nanostores.js`;
    const resolved = code.replace(/(from "\.\/\w+\.css)"/g, '$1.js"').replace('from "nanostores"', `from "${store}"`);
    write(at + (isCode ? file.replace(/tsx?$/, 'js') : `${file}.js`), withFactsInside(resolved, at + file));
  }
for (const file of readdirSync('dist/types', { recursive: true }))
  if (/\.d\.ts(\.map)?$/.test(file) && !scriptOnly.test(file))
    write(file, withFactsInside(readFileSync(`dist/types/${file}`, 'utf8'), file));
// Their maps lead to sources that are not inside.
for (const file of readdirSync('../data/dist', { recursive: true }))
  if (file.endsWith('.d.ts'))
    write(`data/${file}`, readFileSync(`../data/dist/${file}`, 'utf8').replace(/\n\/\/# sourceMappingURL.*/, ''));

// A server writes the stub into its pages.
const headText = readFileSync('dist/script/head.js', 'utf8').trim();
writeFileSync('dist/npm/server/head-text.js', `export const headText = ${JSON.stringify(headText)};\n`);

/** What an app that imports `createConsent` carries from the start, and more if it does: all but what is imported later. */
async function npmSize(more = '') {
  const { outputFiles } = await build({
    stdin: { contents: `export { createConsent } from './dist/npm/entries/index.js'; ${more}`, resolveDir: '.' },
    absWorkingDir: process.cwd(),
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

/** Bytes, gzip -9. What every visitor, or every undecided one, pays. */
const budgets = {
  'head.js': 1000,
  'askfirst.js': 5210,
  'askfirst-ui.js': 4900,
  '{ createConsent }': 3700,
  'askfirst/react': 400,
  'askfirst/vue': 400,
};

// Both are in the files above, and their licences want to be named with them.
const notices = ['nanostores', 'preact'].map(
  (name) =>
    `${name}\n\n${readFileSync(fileURLToPath(new URL(`../../node_modules/${name}/LICENSE`, import.meta.url)), 'utf8')}`,
);
for (const folder of ['script', 'npm']) writeFileSync(`dist/${folder}/LICENSES.txt`, notices.join('\n'));

const files = readdirSync('dist/script').filter((file) => file.endsWith('.js'));
const integrity = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/script/${file}`))
    .digest('base64')}`;
writeFileSync(
  'dist/script/sri.json',
  `${JSON.stringify(Object.fromEntries(files.map((f) => [f, integrity(f)])), null, 2)}\n`,
);
const sizes = Object.fromEntries(
  files.map((file) => [file, gzipSync(readFileSync(`dist/script/${file}`), { level: 9 }).length]),
);
sizes['{ createConsent }'] = await npmSize();
// What a binding adds to such an app, with everything it exports.
for (const name of ['react', 'vue'])
  sizes[`askfirst/${name}`] =
    (await npmSize(`export * from './dist/npm/bindings/${name}.js'`)) - sizes['{ createConsent }'];
for (const [name, bytes] of Object.entries(sizes)) {
  const budget = budgets[name];
  console.log(`${name.padEnd(20)} ${String(bytes).padStart(6)} bytes gzip${budget ? ` of ${budget}` : ''}`);
  if (bytes > budget) {
    console.error(`${name} is over its budget.`);
    process.exitCode = 1;
  }
}
writeFileSync('dist/sizes.json', `${JSON.stringify(sizes, null, 2)}\n`);
