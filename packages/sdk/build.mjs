// Builds what a site copies to its server (dist/script) and what npm ships (dist/npm), and prints what each file weighs.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));

/** Constructable style sheets: the newest thing the interface cannot do without. */
const target = ['chrome99', 'firefox101', 'safari16.4'];
const languages = readdirSync('../data/src/locales').map((file) => basename(file, '.ts'));

const minifiedCss = {
  name: 'minified-css',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target });
      return { contents: code.trim(), loader: 'text' };
    }),
};
const common = {
  absWorkingDir: process.cwd(),
  bundle: true,
  target,
  conditions: ['source'],
  define: { LANGUAGES: JSON.stringify(`(?:^|,)(${languages.join('|')})\\b`) },
  plugins: [minifiedCss],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};
const script = { ...common, minify: true, sourcemap: true, outdir: 'dist/script' };

rmSync('dist/script', { recursive: true, force: true });
rmSync('dist/npm', { recursive: true, force: true });
const builds = [
  await build({ ...script, format: 'iife', entryPoints: { askfirst: 'src/entries/script.ts' } }),
  await build({
    ...script,
    format: 'esm',
    entryPoints: {
      'askfirst-ui': 'src/entries/script-ui.ts',
      'askfirst-rules': 'src/state/admit.ts',
      'askfirst-markup': 'src/effects/markup.ts',
      'askfirst-sweep': 'src/effects/sweep.ts',
      'askfirst-help': 'src/help/explain.ts',
      ...Object.fromEntries(
        languages.filter((l) => l !== 'en').map((l) => [`askfirst-${l}`, `../data/src/locales/${l}.ts`]),
      ),
    },
  }),
  // Pasted into HTML, so without a reference to its source map.
  await build({ ...script, format: 'iife', sourcemap: false, entryPoints: { head: 'src/entries/head.ts' } }),
  await build({
    ...common,
    format: 'esm',
    splitting: true,
    outdir: 'dist/npm',
    entryPoints: { index: 'src/entries/index.ts', services: 'src/entries/services.ts' },
    external: ['@askfirst/data', 'nanostores', 'preact'],
  }),
];
writeFileSync('dist/metafiles.json', JSON.stringify(builds.map(({ metafile }) => metafile)));

const files = readdirSync('dist/script').filter((file) => file.endsWith('.js'));
const integrity = (file) => `sha384-${createHash('sha384').update(readFileSync(`dist/script/${file}`)).digest('base64')}`;
writeFileSync('dist/script/sri.json', `${JSON.stringify(Object.fromEntries(files.map((f) => [f, integrity(f)])), null, 2)}\n`);
for (const file of files) {
  const bytes = gzipSync(readFileSync(`dist/script/${file}`), { level: 9 }).length;
  console.log(`${file.padEnd(20)} ${(bytes / 1000).toFixed(2).padStart(6)} kB gzip`);
}
