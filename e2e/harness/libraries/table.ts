import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { html } from '../html.js';
import type { Server } from '../server.mjs';
import { astroRouter } from './astro.js';
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
  /** React finds elements that it did not expect, the content of a released template for one: it says so, and renders all anew. */
  restarts?: true | undefined;
  /** The views hold no template. */
  plain?: true | undefined;
  /** The words in a button stand in elements of a translator. */
  translated?: 'page' | 'everywhere';
  /** The server's markup of one view. Default: a page with what is above. */
  render?: (view: string) => Promise<string>;
  /** The text of `/library.js`. */
  library?: () => Promise<string>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const LIBRARY = '<script type="module" src="/library.js"></script>';

/** Bundles a file of this folder, as a site does, or for its server. */
export async function bundled(file: string, react: 18 | 19 = 19, platform: 'browser' | 'node' = 'browser') {
  const { outputFiles } = await build({
    entryPoints: [`${HERE}${file}`],
    absWorkingDir: HERE,
    bundle: true,
    format: 'esm',
    platform,
    write: false,
    alias: react === 18 ? { react: 'react-18', 'react-dom': 'react-dom-18' } : {},
    define: { 'process.env.NODE_ENV': '"production"' },
    // React's file for servers asks for modules of Node in the old way.
    banner: {
      js:
        platform === 'node'
          ? `import { createRequire } from 'node:module'; const require = createRequire('${HERE}');`
          : '',
    },
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
  return {
    name: `React ${version} takes over ${whole ? 'the whole document' : 'an element'} of the server's`,
    // A document that React renders anew keeps its old scripts beside the new ones: docs/limits.md.
    plain: whole || undefined,
    // What stands behind a template is not React's: docs/limits.md.
    restarts: !whole || undefined,
    stays: true,
    app: true,
    library: () => bundled('react-app.ts', version),
    async render(view) {
      const code = await bundled('react-server.ts', version, 'node');
      const { render } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
      const markup: string = render({ view, whole });
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
export async function viewOf({ head = '', body = '', render }: Row, view: string): Promise<string> {
  if (render) return render(view);
  return html({ attributes: ATTRIBUTES, head: head + HEAD, body: bodyOf(view) }).replace('<body>', `<body ${body}>`);
}

/** Puts the site of a row on the server. */
export async function serveShop(server: Server, row: Row): Promise<void> {
  for (const view of VIEWS) server.page(pathOf(view), await viewOf(row, view));
  if (row.library) server.reply('/library.js', { type: 'text/javascript', body: await row.library(), delay: 100 });
}
