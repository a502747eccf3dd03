import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where an example that is built lies. */
const built = { 'spa-react': 'spa-react/dist' };

const folder = (name) => fileURLToPath(new URL(`../${built[name] ?? name}/`, import.meta.url));

const core = fileURLToPath(import.meta.resolve('askfirst/script/askfirst.js'));

/** The folder of the script-tag build. */
export const scripts = dirname(core);

/** Whether there is a script-tag build to serve. */
export const isBuilt = () => existsSync(core);

/** Which folder answers which path of the gallery; `start` answers all others. */
const gallery = {
  '/marketing-site/': 'marketing-site',
  '/spa-react/': 'spa-react',
  '/snippet/': 'snippet',
  '/view/': 'panel',
  '/': 'start',
};

/**
 * Folders by path, longest path first.
 *
 * @param {string} [site] Name of an example that gets the root for itself. Default: the whole gallery.
 * @returns {[path: string, folder: string][]}
 */
export function mounts(site) {
  const folders = Object.entries(site ? { '/': site } : gallery).map(([path, name]) => [path, folder(name)]);
  return [['/askfirst/', scripts], ...folders];
}
