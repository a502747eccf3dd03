import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { html } from '../html.js';
import type { Server } from '../server.mjs';
import { astroRouter } from './astro.js';
import { shopOf } from './react-shop.js';
import { ATTRIBUTES, bodyOf, HEAD, pathOf, VIEWS } from './shop.js';

/** One row: how a site goes from view to view. */
export interface Row {
  name: string;
  /** The folder of the views. */
  base?: string;
  /** Stands in `head` of each view, beside Askfirst and a held tag. */
  head?: string;
  /** Attributes of `body`. */
  body?: string;
  /** The next view is a new document. */
  loads?: true;
  /** Elements stay and take over what is new. Elsewhere the next view brings elements of its own. */
  stays?: true;
  /** The next view comes at the same address, so there is no way back to the one before. */
  refreshes?: true;
  /** The page itself says when it is alive (`window.alive`). */
  app?: true;
  /** The words in a button stand in elements of a translator. */
  translated?: 'page' | 'everywhere';
  /** The server's markup of one view. Default: a page with what is above. */
  render?: (view: string) => string;
  /** The text of `/library.js`. */
  library?: () => Promise<string>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const LIBRARY = '<script type="module" src="/library.js"></script>';

/** Bundles a file of this folder, as a site does. */
export async function bundled(file: string, react = HERE): Promise<string> {
  const require = createRequire(`${react}/x.js`);
  const packageOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
  const { outputFiles } = await build({
    entryPoints: [`${HERE}${file}`],
    bundle: true,
    format: 'esm',
    write: false,
    alias: { react: packageOf('react'), 'react-dom': packageOf('react-dom') },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

const row = (name: string, file: string, more: Partial<Row> = {}): Row => ({
  name,
  head: LIBRARY,
  library: () => bundled(file),
  ...more,
});

function reactRow(version: 18 | 19, whole: boolean): Row {
  const folder = version === 18 ? `${HERE}react-18` : HERE;
  const require = createRequire(`${folder}/x.js`);
  const Shop = shopOf(require('react'));
  const { renderToString } = require('react-dom/server');
  return {
    name: `React ${version} takes over ${whole ? 'the whole document' : 'an element'} of the server's`,
    stays: true,
    app: true,
    library: () => bundled('react-app.ts', folder),
    render(view) {
      const markup = renderToString(Shop({ view, whole }));
      if (whole) return `<!doctype html>${markup.replace('</body>', `${LIBRARY}</body>`)}`;
      return html({ attributes: ATTRIBUTES, head: HEAD, body: `<div id="root">${markup}</div>${LIBRARY}` });
    },
  };
}

const ASTRO =
  '<meta name="astro-view-transitions-enabled" content="true"><meta name="astro-view-transitions-fallback" content="animate">';

export const ROWS: Row[] = [
  { name: 'nothing: each view is a new document', loads: true },
  row('Turbo', 'turbo.ts'),
  row('Turbo, which morphs when the page is the same', 'turbo.ts', {
    stays: true,
    refreshes: true,
    head: `<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">${LIBRARY}`,
  }),
  row('htmx, boosted', 'htmx.ts', { body: 'hx-boost="true"' }),
  row("Astro's router", '', { head: ASTRO + LIBRARY, library: astroRouter }),
  row('a router that puts a new body in the place of the old', 'replaced.ts'),
  row('a router that does so in a view transition', 'transition.ts'),
  row("a router that writes the body's markup", 'written.ts'),
  row('idiomorph', 'idiomorph.ts', { stays: true }),
  row('morphdom', 'morphdom.ts', { stays: true }),
  reactRow(18, false),
  reactRow(18, true),
  reactRow(19, false),
  reactRow(19, true),
  row('Google Translate', 'translator.ts', { loads: true, translated: 'page' }),
  row('a translator that goes into shadow roots', 'translator.ts', {
    loads: true,
    translated: 'everywhere',
    head: LIBRARY.replace('library.js', 'library.js?shadow'),
  }),
];

/** One view as the row's server renders it. */
export function viewOf({ head = '', body = '', render }: Row, view: string): string {
  if (render) return render(view);
  return html({ attributes: ATTRIBUTES, head: head + HEAD, body: bodyOf(view) }).replace('<body>', `<body ${body}>`);
}

/** Puts the site of a row on the server. */
export async function serveShop(server: Server, row: Row): Promise<void> {
  for (const view of VIEWS) server.page(pathOf(view), viewOf(row, view));
  if (row.library) server.reply('/library.js', { type: 'text/javascript', body: await row.library(), delay: 100 });
}
