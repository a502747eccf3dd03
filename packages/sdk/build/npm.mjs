// dist/npm: one module per source file, so that every bundler can leave out and split as it likes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { buildHashModule, common, mangle, minifyCss, root, withoutBatches } from './common.mjs';

const isOfScript = (file) => file.startsWith('script/');

/** Whoever installs this package alone has the facts, too: they lie inside, in `data/`. */
const withFactsInside = (code, file) =>
  code.replace(/(["'])@askfirst\/data(?:\/([\w/-]+))?\1/g, (_, quote, path = 'index') => {
    const module = existsSync(`${root}../data/src/${path}.ts`) ? path : `${path}/index`;
    return `${quote}${'../'.repeat(file.split('/').length - 1) || './'}data/${module}.js${quote}`;
  });

function write(file, text) {
  mkdirSync(dirname(`${root}dist/npm/${file}`), { recursive: true });
  writeFileSync(`${root}dist/npm/${file}`, text);
}

/**
 * nanostores reads `process.env.NODE_ENV`, which Rollup, and a page that imports without a bundler, leave as it is. And it can
 * collect changes, which we never ask for: only terser sees that.
 */
async function writeStore() {
  const { outputFiles } = await build({
    ...common,
    format: 'esm',
    plugins: [withoutBatches],
    stdin: { contents: "export { atom, onMount } from 'nanostores'", resolveDir: root },
    write: false,
  });
  const { code } = await minify(outputFiles[0].text, { module: true, compress: { passes: 3 }, mangle: false });
  write('nanostores.js', code);
}

/** Apps' bundlers cannot shorten the names of properties. */
const shorten = {
  mangleProps: new RegExp(`^(${Object.keys(mangle.npm).join('|').replaceAll('$', '\\$')})$`),
  mangleCache: mangle.npm,
};

async function writeModules(from, at) {
  for (const file of readdirSync(from, { recursive: true })) {
    const isCode = /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file) && !isOfScript(file);
    if (!isCode && !file.endsWith('.css')) continue;
    const source = readFileSync(from + file, 'utf8');
    const code = isCode
      ? (
          await transform(source, {
            loader: extname(file).slice(1),
            target: 'es2022',
            jsx: 'transform',
            jsxFactory: 'h',
            ...shorten,
          })
        ).code
      : `export default ${JSON.stringify(await minifyCss(source))};\n`;
    const store = `${'../'.repeat(file.split('/').length - 1)}nanostores.js`;
    const resolved = code.replace(/(from "\.\/\w+\.css)"/g, '$1.js"').replace('from "nanostores"', `from "${store}"`);
    write(at + (isCode ? file.replace(/tsx?$/, 'js') : `${file}.js`), withFactsInside(resolved, at + file));
  }
}

function writeTypes() {
  for (const file of readdirSync(`${root}dist/types`, { recursive: true }))
    if (/\.d\.ts(\.map)?$/.test(file) && !isOfScript(file))
      write(file, withFactsInside(readFileSync(`${root}dist/types/${file}`, 'utf8'), file));
  // Their maps lead to sources that are not inside.
  for (const file of readdirSync(`${root}../data/dist`, { recursive: true }))
    if (file.endsWith('.d.ts'))
      write(
        `data/${file}`,
        readFileSync(`${root}../data/dist/${file}`, 'utf8').replace(/\n\/\/# sourceMappingURL.*/, ''),
      );
}

/** @param hash Names the build of this release: that of the script tag, whose interface is the same. */
export async function buildNpm(hash) {
  rmSync(`${root}dist/npm`, { recursive: true, force: true });
  await writeStore();
  await writeModules(`${root}src/`, '');
  await writeModules(`${root}../data/src/`, 'data/');
  writeTypes();
  // A server writes the stub into its pages.
  const stub = readFileSync(`${root}dist/script/head.js`, 'utf8').trim();
  write('server/head-text.js', `export const headText = ${JSON.stringify(stub)};\n`);
  write('records/build-hash.js', buildHashModule(hash));
}
