import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** The files of each output of an app with one vendor's row: the first runs at once, the others load later. */
async function outputsOf(source: string): Promise<{ first: string[]; later: string[][] }> {
  const { metafile } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
    outdir: 'out',
    conditions: ['source'],
    bundle: true,
    splitting: true,
    treeShaking: true,
    format: 'esm',
    jsxFactory: 'h',
    loader: { '.css': 'text' },
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = Object.entries(metafile.outputs);
  const inputsOf = (name: string): string[] =>
    Object.entries(metafile.outputs[name]?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput ? path.replace(/.*\/(?=(signals|services)\/)/, '') : [],
    );
  const entry = outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')?.[0] as string;
  const atOnce = new Set([entry]);
  for (const name of atOnce)
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement') atOnce.add(path);
  return {
    first: [...atOnce].flatMap(inputsOf),
    later: outputs.flatMap(([name]) => (atOnce.has(name) ? [] : [inputsOf(name)])),
  };
}

test('an app starts with the one row that it imports, and each protocol is a file of its own', async () => {
  const { first, later } = await outputsOf(`
    import { createConsent } from './src/entries/index.js';
    import { service as clarity } from '@askfirst/data/services/microsoft-clarity';
    createConsent({ services: [{ ...clarity, tagId: 'abc123' }] }).start();`);
  const isVendors = (path: string) => /^(services|signals)\/[a-z-]+\.[jt]s$/.test(path);
  expect(first.filter(isVendors).map((path) => path.replace(/\.[jt]s$/, ''))).toEqual(['services/microsoft-clarity']);
  const protocols = later.map((paths) =>
    paths.filter((path) => /^signals\/(?!index|early|gt|protocol)[a-z]+\./.test(path)),
  );
  expect(protocols.filter((paths) => paths[0]).length).toBeGreaterThan(20);
  for (const paths of protocols) expect(paths.length).toBeLessThan(2);
});
