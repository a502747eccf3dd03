import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Three files and one component of astro 5.18.1, as npm gives them: with all it needs, that package is 300 others. */
const FOLDER = fileURLToPath(new URL('./astro-5.18.1/', import.meta.url));

/** What Astro's own plugins for Vite put behind these names, for a site without an adapter and without prefetching. */
const MODULES: Record<string, string> = {
  'virtual:astro:adapter-config/client': 'export const internalFetchHeaders = {};',
  'astro:transitions/client': "export { navigate, supportsViewTransitions } from './router.js';",
  'astro/virtual-modules/prefetch.js': 'export const init = () => {};',
  '../runtime/server/transition.js': '',
};

const virtual: Plugin = {
  name: 'astro',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path }) => (path in MODULES ? { path, namespace: 'astro' } : undefined));
    onLoad({ filter: /.*/, namespace: 'astro' }, ({ path }) => ({ contents: MODULES[path], resolveDir: FOLDER }));
  },
};

/** The script of `<ClientRouter />`, as a site carries it. */
export async function astroRouter(): Promise<string> {
  const component = readFileSync(`${FOLDER}ClientRouter.astro`, 'utf8');
  const script = component.match(/<script>([\s\S]*)<\/script>/)?.[1];
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: FOLDER, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [virtual],
    define: { 'import.meta.env.SSR': 'false', 'import.meta.env.DEV': 'false', __PREFETCH_DISABLED__: 'true' },
  });
  return outputFiles[0]?.text ?? '';
}
