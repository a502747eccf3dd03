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
import { snippetsIn } from './snippets.js';

/** What a reader copies from the documentation runs, letter by letter; only the page and the line that mounts it are ours. */
const snippets = snippetsIn('README.md');

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
      import { App } from './App';
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
  test(`the start for ${name} in the README asks, and shows the map only after Accept`, async ({
    page,
    server,
    said,
  }) => {
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

test('both READMEs show the same starts', () => {
  const inPackage = snippetsIn('packages/sdk/README.md');
  for (const file of ['consent.ts', ...Object.values(starts).map(({ file }) => file)]) {
    expect(snippets.get(file), file).toBeTruthy();
    expect(inPackage.get(file), file).toBe(snippets.get(file));
  }
});

test('the TypeScript in the README compiles under strict rules', async () => {
  const folder = join(WORK, 'snippets', 'compiled');
  mkdirSync(folder, { recursive: true });
  const files = [...snippets.keys()].filter((file) => /\.tsx?$/.test(file));
  expect(files).toContain('verbs.ts');
  for (const file of files) writeFileSync(join(folder, file), snippets.get(file) ?? '');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../types/tsconfig.json', include: ['.'] }),
  );
  expect(await cli(folder, 'typescript', '-p', '.').catch((error) => error.stdout)).toBe('');
});
