// dist/script: what a site copies to its server.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { buildHashModule, common, mangle, minifiedCss, root, withoutBatches } from './common.mjs';

const namesIn = (folder) =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => basename(file, '.ts'));
const laws = namesIn('../data/src/regimes').filter((name) =>
  readFileSync(`${root}../data/src/regimes/${name}.ts`, 'utf8').includes('export const law:'),
);
const vendors = namesIn('../data/src/services').filter((name) => {
  const text = readFileSync(`${root}../data/src/services/${name}.ts`, 'utf8');
  return text.includes('export const service') && !text.includes('export const core');
});
const tools = namesIn('../data/src/tools').filter((name) => !/^(all|ids)$/.test(name));
const languages = namesIn('../data/src/locales').filter((name) => name !== 'en');
const carried = readFileSync(`${root}src/signals/early.ts`, 'utf8');
const signals = namesIn('src/signals').filter(
  (name) => !/^(early|protocol)$/.test(name) && !carried.includes(`'./${name}.js'`),
);

/** What the script tag needs otherwise than npm, and what others in the room import. */
const own = namesIn('src/script');
const source = Object.fromEntries(own.map((name) => [name, readFileSync(`${root}src/script/${name}.ts`, 'utf8')]));
const isImported = (name) => Object.values(source).some((text) => text.includes(`from './${name}.js'`));
/** These keep their name, because sites write it into their HTML. */
const named = ['askfirst', 'head'];

/** What visitors download of a file of facts. */
const factsOf = (parts, entryPoint) => {
  const hasScript = parts === 'service' && readFileSync(root + entryPoint, 'utf8').includes('export const script');
  return `export { ${hasScript ? 'script, ' : ''}${parts} } from '${entryPoint}'`;
};

/** Every file beside those, and where it begins. */
const chunks = Object.fromEntries([
  // The core carries the effects that touch the page.
  ...namesIn('src/chunks')
    .filter((name) => name !== 'page')
    .map((name) => [name, `src/chunks/${name}.ts`]),
  ...own.filter((name) => !isImported(name) && !named.includes(name)).map((name) => [name, `src/script/${name}.ts`]),
  ...signals.map((name) => [`signal-${name}`, `src/signals/${name}.ts`]),
  ...languages.map((name) => [name, `../data/src/locales/${name}.ts`]),
  ...vendors.map((name) => [`service-${name}`, `../data/src/services/${name}.ts`]),
  ...tools.map((name) => [`tool-${name}`, `../data/src/tools/${name}.ts`]),
  ...laws.map((name) => [`law-${name}`, `../data/src/regimes/${name}.ts`]),
]);

/** Imported by the owner's own code, which knows every property by its name. */
export const isPublic = (name) => /^export .*'\.\.\/entries\//m.test(source[name] ?? '');

/** What the interface hands on, to chunks that only come after it. */
const sharedByUi = [...source.ui.matchAll(/^export .* from '\.\.\/(.*)\.js';$/gm)].map(([, file]) => file);
/** These chunks, the notice, which has its looks, and the search in the second layer. */
const afterUi = [
  'notice',
  'search',
  ...[...readFileSync(`${root}src/ui/mount.ts`, 'utf8').matchAll(/import\('\.\/(.*)\.js'\)/g)].map(([, file]) => file),
];

/** How the files of a folder are called in the build. */
const prefixes = { regimes: 'law-', services: 'service-', signals: 'signal-', tools: 'tool-' };

/** Leaves what is imported later, and what the interface has already, to the files that have it. */
const leaveToOthers = (name) => ({
  name: 'leave-to-others',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.+\/.*\.js$/ }, ({ path, kind, resolveDir }) => {
      const file = basename(path, '.js');
      const external = (chunk) => ({ path: `./askfirst-${chunk}.js`, external: true });
      if (kind === 'dynamic-import') {
        // English comes with the interface.
        const chunk = file === 'en' ? 'ui' : (prefixes[basename(resolveDir)] ?? '') + file;
        return chunks[chunk] && external(chunk);
      }
      if (!afterUi.includes(name)) return;
      const module = new URL(path, `file://${resolveDir}/`).pathname.slice(`${root}src/`.length, -'.js'.length);
      return [...sharedByUi, 'ui/mount'].includes(module) ? external('ui') : undefined;
    }),
});

/**
 * Most of these files runs as soon as it is there: V8 need not read it twice, which saves a third of the start.
 * https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const hint = (file) => (/^askfirst(-ui)?$/.test(file) ? '//# allFunctionsCalledOnLoad\n' : '');

/** Tells the records which build they are of. */
const withBuildHash = (hash) => ({
  name: 'with-build-hash',
  setup: ({ onLoad }) =>
    onLoad({ filter: /records\/build-hash\.ts$/ }, () => ({ contents: buildHashModule(hash), loader: 'ts' })),
});

/** One file of the script build. esbuild bundles, terser makes it smaller than esbuild alone would. */
async function write(file, entryPoint, format, ...plugins) {
  const name = file.replace('askfirst-', '');
  // Sources are for those who read the project.
  const folder = basename(dirname(entryPoint));
  const parts = { services: 'service', regimes: 'regime, law', tools: 'tool' }[folder];
  const { outputFiles } = await build({
    ...common,
    format,
    ...(parts ? { stdin: { contents: factsOf(parts, entryPoint), resolveDir: root } } : { entryPoints: [entryPoint] }),
    outfile: `dist/script/${file}.js`,
    sourcemap: 'external',
    write: false,
    plugins: [leaveToOthers(name), minifiedCss, withoutBatches, ...plugins],
  });
  const [map, code] = outputFiles.sort((a, b) => b.path.length - a.path.length).map(({ text }) => text);
  const props = Object.fromEntries(Object.entries(mangle.script).map(([long, short]) => [`$${long}`, short]));
  const result = await minify(code.replace('"use strict";', ''), {
    module: format === 'esm',
    ...(isPublic(name) ? {} : { nameCache: { props: { props } } }),
    compress: {
      passes: 8,
      ecma: 2020,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      sequences: false,
      // A constant on the left saves nothing, and gzip finds fewer repetitions.
      lhs_constants: false,
    },
    mangle: isPublic(name) || {
      properties: {
        regex: new RegExp(`^(${Object.keys(mangle.script).join('|').replaceAll('$', '\\$')})$`),
        builtins: true,
        keep_quoted: true,
      },
    },
    // Beside the file, not named in it: that line would cost every visitor 40 bytes.
    sourceMap: { content: map },
  });
  writeFileSync(`${root}dist/script/${file}.js`, hint(file) + result.code);
  writeFileSync(`${root}dist/script/${file}.js.map`, result.map);
}

/** The file that knows the hash of the build, and is no part of it. */
const KNOWS_HASH = 'records';

const integrity = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${root}dist/script/${file}`))
    .digest('base64')}`;
/** The integrity of each file, in the order of RFC 8785. */
const integrities = () =>
  Object.fromEntries(
    readdirSync(`${root}dist/script`)
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map((file) => [file, integrity(file)]),
  );

/** @returns The hash that names the build. */
export async function buildScript() {
  rmSync(`${root}dist/script`, { recursive: true, force: true });
  mkdirSync(`${root}dist/script`, { recursive: true });
  for (const name of named) await write(name, `src/script/${name}.ts`, 'iife');
  const { [KNOWS_HASH]: last, ...others } = chunks;
  // A file without exports goes into a script tag of its own.
  for (const [name, entry] of Object.entries(others))
    await write(`askfirst-${name}`, entry, /^export /m.test(source[name] ?? 'export ') ? 'esm' : 'iife');
  const hash = createHash('sha256').update(JSON.stringify(integrities())).digest('hex');
  await write(`askfirst-${KNOWS_HASH}`, last, 'esm', withBuildHash(hash));
  const writeJson = (file, value) => writeFileSync(`${root}dist/script/${file}`, `${JSON.stringify(value, null, 2)}\n`);
  writeJson('sri.json', integrities());
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  writeJson('build.json', { version, build: hash });
  return hash;
}
