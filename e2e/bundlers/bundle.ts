import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type OutputChunk, rollup } from 'rollup';
import { WORK } from './install.js';

export interface Bundle {
  /** What runs at once: all that is not imported by `import()`. */
  first: string;
  /** Paths of all modules something of which was written, seen from `node_modules`; without the app's own. */
  modules: string[];
}

const MODULES = join(WORK, 'node_modules');

const importedLater: Plugin = {
  name: 'imported-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
};

/** Bundles a few lines as an app of its own. */
export const bundlesOf = {
  async esbuild(source: string): Promise<Bundle> {
    const options = {
      stdin: { contents: source, resolveDir: WORK, loader: 'ts' },
      absWorkingDir: MODULES,
      outdir: 'out',
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      // It wonders why somebody imports what is without side effects.
      logOverride: { 'ignored-bare-import': 'silent' },
    } as const satisfies BuildOptions;
    const { outputFiles } = await build({ ...options, plugins: [importedLater] });
    const { metafile } = await build({ ...options, metafile: true });
    const modules = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput ? path : [])),
    );
    return { first: outputFiles[0]?.text ?? '', modules: modules.filter((path) => path !== '<stdin>') };
  },

  async rollup(source: string): Promise<Bundle> {
    const input = join(mkdtempSync(join(WORK, 'rollup-')), 'app.js');
    writeFileSync(input, source);
    const bundle = await rollup({ input, plugins: [nodeResolve()], onwarn: () => {} });
    const { output } = await bundle.generate({ format: 'es' });
    const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    const first = new Set(chunks.filter(({ isEntry }) => isEntry));
    for (const { imports } of first) for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
    const modules = chunks.flatMap((chunk) =>
      Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength ? id : [])),
    );
    return {
      first: [...first].map(({ code }) => code).join(''),
      modules: modules.filter((id) => id !== input).map((id) => relative(MODULES, id)),
    };
  },
};
