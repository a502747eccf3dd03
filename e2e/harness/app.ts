import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { html } from './html.js';
import type { Server } from './server.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles code that imports `askfirst`, as an app does, and gives the address of its first file.
 *
 * @param mode `development` lets frameworks warn in the console.
 */
export async function app(
  server: Server,
  code: string,
  mode: 'production' | 'development' = 'production',
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: FOLDER, loader: 'tsx' },
    outdir: 'app',
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    write: false,
    define: {
      'process.env.NODE_ENV': `"${mode}"`,
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  for (const { path, text } of outputFiles)
    server.reply(`/app/${basename(path)}`, { type: 'text/javascript; charset=utf-8', body: text });
  return '/app/stdin.js';
}

/** A page with an app and nothing else of ours in it. */
export const appPage = (src: string, body = ''): string =>
  html({ body }).replace(/<script src="\/askfirst[^>]*><\/script>/, `<script type="module" src="${src}"></script>`);
