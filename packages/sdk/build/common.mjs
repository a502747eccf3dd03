// What both builds share: how a source file becomes JavaScript.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/** The package, where every path of the build begins. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Constructable style sheets: the newest thing the interface cannot do without. */
const target = ['chrome99', 'firefox104', 'safari16.4'];

/** esbuild leaves the spaces around a slash, and behind the comma of `var()`. No text of ours has them. */
export const minifyCss = async (source) =>
  (await transform(source, { loader: 'css', minify: true, target })).code.trim().replace(/ ?([/,]) /g, '$1');

export const minifiedCss = {
  name: 'minified-css',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minifyCss(readFileSync(path, 'utf8')),
      loader: 'text',
    })),
};

/** nanostores can collect changes, which we never ask for. What that leaves behind neither esbuild nor terser can see. */
export const withoutBatches = {
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

export const common = {
  absWorkingDir: root,
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

/**
 * How the names of properties are shortened, in each build: names that no page, record or configuration ever sees, and that we
 * read from nothing of the browser's. The map is committed, so that chunks of two builds fit together.
 */
export const mangle = JSON.parse(readFileSync(new URL('mangle.json', import.meta.url), 'utf8'));

/** What stands in `records/build-hash.ts` once there is a build. */
export const buildHashModule = (hash) => `export const buildHash = ${JSON.stringify(hash)};\n`;
