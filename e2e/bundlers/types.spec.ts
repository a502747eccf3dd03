import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import ts from 'typescript-6';
import { wholeIf } from '../harness/whole.js';
import { cli } from './build.js';
import { WORK } from './install.js';

const FOLDER = join(WORK, 'types');
/** Each compiler and each way to find files; both ways with the newest compiler. */
const COMPILERS = [
  ['TypeScript 5.9', 'typescript-5.9', 'nodenext', 'nodenext'],
  ['TypeScript 6', 'typescript-6', 'bundler', 'esnext'],
  ['TypeScript 7', 'typescript', 'nodenext', 'nodenext'],
  ['TypeScript 7', 'typescript', 'bundler', 'esnext'],
] as const;

test.describe.configure({ mode: 'parallel' });

for (const [name, compiler, resolution, module] of COMPILERS)
  test(`${name} with moduleResolution ${resolution}: what is right compiles, what is wrong does not`, {
    tag: wholeIf(name === 'TypeScript 6' || (resolution === 'nodenext' && name === 'TypeScript 7')),
  }, async () => {
    const how = ['--module', module, '--moduleResolution', resolution];
    const said = await cli(FOLDER, compiler, '-p', '.', ...how).catch((error) => error.stdout);
    expect(said).toBe('');
  });

test("in Vue's templates, too, under strict rules: categories, attributes and elements", async () => {
  const run = `const { createRequire } = require('node:module');
    const e2e = createRequire(${JSON.stringify(import.meta.filename)});
    e2e('vue-tsc').run(e2e.resolve('typescript-6/lib/tsc'));`;
  const said = await promisify(execFile)(process.execPath, ['-e', run, '--', 'vue-tsc', '-p', '.'], {
    cwd: join(WORK, 'types-vue'),
  }).catch((error) => error);
  expect(said.stdout).toBe('');
});

test('the message about a category with a slip names those there are', async () => {
  const folder = join(WORK, 'types-slip');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'slip.tsx'),
    `import { ConsentGate, useConsent } from 'askfirst/react';
     import { useConsent as useInVue } from 'askfirst/vue';
     import '../types/react.js';
     import '../types/vue.js';
     import { consent } from '../types/consumer.js';
     consent.on('analitycs', () => {});
     consent.when('analitycs');
     consent.withdraw('analitycs');
     useConsent('analitycs');
     useConsent('analitycs', consent);
     useInVue('analitycs');
     export const gate = <ConsentGate category="analitycs" />;`,
  );
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../types/tsconfig.json', include: ['.'] }));
  const said: string = await cli(folder, 'typescript', '-p', '.', '--pretty', 'false').catch((error) => error.stdout);
  const lines = said.split('\n').filter((line) => line.startsWith('slip.tsx'));
  expect(lines).toHaveLength(7);
  for (const line of lines)
    for (const category of ['analytics', 'marketing', 'profiling', 'support']) expect(line).toContain(category);
});

/** Reads TypeScript's own declarations once. */
const documents = ts.createDocumentRegistry();

/** What an editor offers at `|` in a file beside the consumer's. */
function offered(code: string): string[] {
  const file = join(FOLDER, 'editor.ts');
  const position = code.indexOf('|');
  const text = code.replace('|', '');
  const { config } = ts.readConfigFile(join(FOLDER, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, FOLDER);
  const host: ts.LanguageServiceHost = {
    ...ts.sys,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? text : ''),
    getScriptSnapshot(path) {
      const source = path === file ? text : ts.sys.readFile(path);
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
    },
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    getCurrentDirectory: () => FOLDER,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  };
  const completions = ts.createLanguageService(host, documents).getCompletionsAtPosition(file, position, {});
  return completions?.entries.map(({ name }) => name) ?? [];
}

test.describe('an editor offers', () => {
  test('the categories a site has, from its services and by name, and no other', () => {
    const start = "import { consent } from './consumer.js';\n";
    const categories = ['analytics', 'marketing', 'profiling', 'support'];
    expect(offered(`${start}consent.on('|', () => {})`).sort()).toEqual([...categories, 'necessary'].sort());
    expect(offered(`${start}consent.when('|')`).sort()).toEqual([...categories, 'necessary'].sort());
    expect(offered(`${start}consent.withdraw('|')`).sort()).toEqual(categories);
    expect(offered(`${start}consent.decide({ | })`).sort()).toEqual(categories);
    expect(offered(`${start}consent.$consent.get().granted.|`).sort()).toEqual([...categories, 'necessary'].sort());
  });

  test('the options there are, and their values, while they are written', () => {
    const start = "import { createConsent } from 'askfirst';\n";
    expect(offered(`${start}createConsent({ | })`)).toEqual(
      expect.arrayContaining(['controller', 'policy', 'services']),
    );
    expect(offered(`${start}createConsent({ ui: { | } })`)).toEqual(expect.arrayContaining(['layout', 'texts']));
    expect(offered(`${start}createConsent({ ui: { layout: '|' } })`).sort()).toEqual(['bar', 'card', 'modal', 'none']);
  });
});
