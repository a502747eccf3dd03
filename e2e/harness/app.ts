import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { html } from './html.js';
import type { Server } from './server.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Bundles code that imports `askfirst`, as an app does, and gives the address of its first file. */
export async function app(server: Server, code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: FOLDER },
    outdir: 'app',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  for (const { path, text } of outputFiles)
    server.reply(`/app/${basename(path)}`, { type: 'text/javascript; charset=utf-8', body: text });
  return '/app/stdin.js';
}

/** A page with an app and nothing else of ours in it. */
export const appPage = (src: string, body = ''): string =>
  html({ body }).replace(/<script src="\/askfirst[^>]*><\/script>/, `<script type="module" src="${src}"></script>`);
