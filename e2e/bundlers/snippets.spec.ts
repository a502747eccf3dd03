import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { compile } from 'svelte/compiler';
import { build, type PluginOption } from 'vite';
import { seen } from '../harness/interface.js';
import { googleHost, settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { cli, serve } from './build.js';
import { WORK } from './install.js';
import { PAGES, snippetsIn } from './snippets.js';

/** What a reader copies from the documentation runs, letter by letter; only the page and the line that mounts it are ours. */
const snippets = snippetsIn('docs/apps.md');
/** Fewer means that the marks in the pages are not found. */
const LEAST_SNIPPETS = 21;

const svelte: PluginOption = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id, css: 'injected' }).js : undefined),
};

interface Start {
  file: string;
  plugins: PluginOption[];
  /** What the snippet expects in the page. */
  body: string;
  /** What stands around it; the plain one needs nothing. */
  main?: string;
}

const ROOT = '<div id="root"></div>';
const starts: Record<string, Start> = {
  'plain TypeScript': { file: 'main.ts', plugins: [], body: '<div id="map"></div>' },
  React: {
    file: 'App.tsx',
    plugins: [react()],
    body: ROOT,
    main: `import { StrictMode } from 'react';
      import { createRoot } from 'react-dom/client';
      import App from './App';
      createRoot(document.querySelector('#root')!).render(<StrictMode><App /></StrictMode>);`,
  },
  Vue: {
    file: 'App.vue',
    plugins: [vue()],
    body: ROOT,
    main: "import { createApp } from 'vue'; import App from './App.vue'; createApp(App).mount('#root');",
  },
  Svelte: {
    file: 'App.svelte',
    plugins: [svelte],
    body: ROOT,
    main: `import { mount } from 'svelte'; import App from './App.svelte';
      mount(App, { target: document.querySelector('#root')! });`,
  },
};

/** Builds one start as Vite does and gives the folder. */
async function built({ file, plugins, body, main }: Start): Promise<string> {
  const root = join(WORK, 'snippets', extname(file).slice(1));
  const entry = main ? 'main.tsx' : file;
  const files = {
    'consent.ts': snippets.get('consent.ts'),
    [file]: snippets.get(file),
    ...(main && { [entry]: main }),
    'index.html': `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head>
      <body>${body}<script type="module" src="/${entry}"></script></body></html>`,
  };
  mkdirSync(root, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text ?? '');
  await build({ root, plugins, configFile: false, logLevel: 'warn' });
  return join(root, 'dist');
}

for (const [name, start] of Object.entries(starts))
  test(`the start for ${name} asks, and shows the map only after Accept`, async ({ page, server, said }) => {
    serve(server, { out: await built(start) }, '/');
    server.page('https://maps.example/berlin', '<!doctype html><title>Map</title><h1>Berlin</h1>');
    const berlin = page.frameLocator('iframe[title="Map"]').getByRole('heading', { name: 'Berlin' });

    await page.goto(`${SITE}/`);
    await expect(seen(page).banner).toBeVisible();
    await expect(seen(page).banner).toContainText('Your company');
    await settle(page);
    expect(server.requests('maps.example')).toEqual([]);
    expect(server.requests(googleHost)).toEqual([]);
    await expect(berlin).toHaveCount(0);

    await seen(page).accept.click();
    await expect(berlin).toBeVisible();
    await expect.poll(() => server.requests('googletagmanager.com/gtag/js?id=G-XXXX')).toHaveLength(1);
    expect(said.messages).toEqual([]);
  });

test('all pages are read, and show the same starts', () => {
  const all = PAGES.map((page) => [page, snippetsIn(page)] as const);
  expect(all.reduce((count, [, { size }]) => count + size, 0)).toBeGreaterThanOrEqual(LEAST_SNIPPETS);
  for (const file of ['consent.ts', ...Object.values(starts).map(({ file }) => file)])
    expect(snippets.get(file), file).toBeTruthy();
  // A test's app keeps its options in a file of their own.
  for (const [page, others] of all)
    for (const [file, code] of others)
      if (snippets.has(file) && page !== 'docs/testing.md') expect(code, `${file} in ${page}`).toBe(snippets.get(file));
  expect(snippetsIn('README.md').size).toBeGreaterThan(0);
  expect(snippetsIn('packages/sdk/README.md').has('App.vue')).toBe(true);
});

test('the TypeScript of all pages compiles under strict rules', async () => {
  const compiled: string[] = [];
  const printed: string[] = [];
  for (const page of PAGES) {
    // Each page is an app of its own.
    const folder = join(WORK, 'snippets', 'compiled', page.replace(/\W/g, '-'));
    const files = [...snippetsIn(page)].filter(([file]) => /\.tsx?$/.test(file));
    if (!files[0]) continue;
    mkdirSync(folder, { recursive: true });
    for (const [file, code] of files) writeFileSync(join(folder, file), code);
    // What Cypress makes global.
    writeFileSync(
      join(folder, 'cypress.d.ts'),
      'declare const cy: { visit(path: string, options: { onBeforeLoad(win: Window): void }): unknown };',
    );
    // Of a test runner's own types we are not the judge.
    const compilerOptions = page === 'docs/testing.md' ? { skipLibCheck: true } : {};
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../types/tsconfig.json', compilerOptions, include: ['.'] }),
    );
    compiled.push(...files.map(([file]) => file));
    printed.push(await cli(folder, 'typescript', '-p', '.').then(String, ({ stdout }) => `${page}: ${stdout}`));
  }
  for (const file of ['verbs.ts', 'page-views.tsx', 'page-views.ts', 'decorator.tsx']) expect(compiled).toContain(file);
  expect(printed.join('')).toBe('');
});
