import { readFileSync } from 'node:fs';
import { builtFile } from './server.mjs';

/** Both ways to install Askfirst. Every guarantee holds for both. */
export const INSTALLS = ['script tag', 'fast path'] as const;
export type Install = (typeof INSTALLS)[number];

export interface PageParts {
  install?: Install;
  /** Attributes of the Askfirst script tag. */
  attributes?: string;
  /** JSON configuration; a string is put in as it is. */
  config?: object | string;
  /** Where the built files are. Default: on the site itself. */
  origin?: string;
  /** Goes on every script of the page that has to run. */
  nonce?: string;
  lang?: string;
  /** Markup before Askfirst, for pages that install it too late. */
  before?: string;
  head?: string;
  body?: string;
}

export const CONTROLLER = 'Shop Example Ltd';
export const ATTRIBUTES = `data-ga4="G-TEST1" data-controller="${CONTROLLER}" data-policy-url="/privacy/"`;

const BODY = `
  <a href="#main">Skip to content</a>
  <main id="main">
    <h1>A page of a shop</h1>
    <p>Something to <a href="/empty/">read</a>.</p>
  </main>`;

/**
 * What the head stub compares a choice with, by the rule in docs/contracts.md, and written from there.
 * A page that gives its own, or options where the stub may not answer, has none written for it.
 */
function writeAsked(attributes: string, json: string | undefined): string {
  const given = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (/data-(asked|cookie-domain)=/.test(attributes)) return '';
  type Row = { id?: string; ga4?: string; gtm?: string; category?: string };
  let options: {
    services?: Row[];
    categories?: Record<string, { gpc?: unknown; signals?: unknown } | null>;
    cookieDomain?: string;
    revision?: string;
  };
  try {
    options = JSON.parse(json ?? '{}');
    const { services = [], categories = {} } = options;
    if (options.cookieDomain || Object.values(categories).some((own) => own?.gpc !== undefined || own?.signals))
      return '';
    const google = [...attributes.matchAll(/data-(ga4|gtm)="/g)].map(([, id]) => ({ id, category: 'analytics' }));
    const rows = [
      ...google,
      ...services.map((row) => ({ id: row.id ?? (row.ga4 ? 'ga4' : 'gtm'), category: row.category ?? 'analytics' })),
    ];
    const keys = new Set([
      ...rows.map(({ category }) => category),
      ...Object.keys(categories),
      ...given('categories').split(/[\s,]+/),
    ]);
    const revision = given('revision') || options.revision;
    const words = [...keys]
      .filter((key) => key && key !== 'necessary')
      .map((key) => {
        const asks = rows.filter(({ category }) => category === key).map(({ id }) => id);
        return `${key}:${revision ? [...asks, `@${revision}`] : asks}`;
      });
    return words.length ? ` data-asked="${words.join(' ')}"` : '';
  } catch {
    return '';
  }
}

/** The snippet a site owner copies. */
export function snippet({
  install = 'script tag',
  attributes = ATTRIBUTES,
  origin = '',
  config,
  nonce,
}: PageParts = {}): string {
  const trusted = nonce ? ` nonce="${nonce}"` : '';
  const json = typeof config === 'object' ? JSON.stringify(config) : config;
  const options = json === undefined ? '' : `<script type="application/json" data-askfirst-config>${json}</script>`;
  const core = `src="${origin}/askfirst/askfirst.js" ${attributes}`;
  if (install === 'script tag') return `${options}<script${trusted} ${core}></script>`;
  const stub = readFileSync(builtFile('head.js'), 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '');
  return `${options}<script${trusted} async ${core}${writeAsked(attributes, json)}></script><script${trusted}>${stub}</script>`;
}

/** A whole page with Askfirst on it. */
export function html(parts: PageParts = {}): string {
  return `<!doctype html>
<html lang="${parts.lang ?? 'en'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Shop</title>
    <link rel="icon" href="data:,">
    ${parts.before ?? ''}
    ${snippet(parts)}
    ${parts.head ?? ''}
  </head>
  <body>${parts.body ?? BODY}</body>
</html>`;
}
