import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = dirname(fileURLToPath(import.meta.resolve('askfirst/script/askfirst.js')));
if (!existsSync(FOLDER)) throw new Error('There is no build to measure. Run: npm run build');

const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));

/** What a site copies to its server, by path on the site. */
export const ASKFIRST_FILES = Object.fromEntries(
  scripts.map((name) => [`/askfirst/${name}`, readFileSync(`${FOLDER}/${name}`, 'utf8')]),
);

const attributes = (values) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** The one-line installation. @param {Record<string, string>} options data attributes */
export const oneLine = (options) => `<script src="/askfirst/askfirst.js"${attributes(options)}></script>`;

/** The fast path: the stub inline, the core asynchronous. @param {Record<string, string>} options data attributes */
export const fastPath = (options) =>
  `<script async fetchpriority="high" src="/askfirst/askfirst.js"${attributes(options)}></script>\n` +
  `<script>${ASKFIRST_FILES['/askfirst/head.js']}</script>`;
