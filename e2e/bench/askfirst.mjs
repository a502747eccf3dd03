import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const attributes = (values) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/**
 * The files of one build, and the two ways to install them.
 *
 * @param {string} folder what the build has made: `packages/sdk/dist/script`
 * @param {string} path where the site has them
 */
export function buildIn(folder, path) {
  if (!existsSync(`${folder}/askfirst.js`))
    throw new Error(`There is no build to measure in ${folder}. Run: npm run build`);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const files = Object.fromEntries(
    scripts.map((name) => [`${path}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')]),
  );
  return {
    /** What a site copies to its server, by path on the site. */
    files,
    /** The one-line installation. @param {Record<string, string>} options data attributes */
    oneLine: (options) => `<script src="${path}/askfirst.js"${attributes(options)}></script>`,
    /** The fast path: the stub inline, the core asynchronous. @param {Record<string, string>} options data attributes */
    fastPath: (options) =>
      `<script async fetchpriority="high" src="${path}/askfirst.js"${attributes(options)}></script>\n` +
      `<script>${files[`${path}/head.js`]}</script>`,
  };
}

/** The build of this repository. */
export const askfirst = buildIn(
  dirname(fileURLToPath(import.meta.resolve('askfirst/script/askfirst.js'))),
  '/askfirst',
);
