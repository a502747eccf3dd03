import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The example sites. */
export const sites = [
  'marketing-site',
  'spa-react',
  'vue-app',
  'next-app',
  'embeds',
  'factorylm',
  'ooretz',
  'plantops',
];

/** Whom the frames of `embeds` load from. Each has a host of its own on this machine, so that no real one is contacted. */
export const vendors = ['youtube', 'google-maps', 'spotify', 'calendly', 'typeform', 'tide-camera'];

/** Those that a bundler builds, and where into. */
export const built = { 'spa-react': 'dist', 'vue-app': 'dist', 'next-app': 'out' };

export const folder = (name, ...inner) => fileURLToPath(new URL(`../${[name, ...inner].join('/')}/`, import.meta.url));

const core = fileURLToPath(import.meta.resolve('askfirst/script/askfirst.js'));

/** The folder of the script-tag build. */
export const scripts = dirname(core);

/** The texts of each language, as a translator writes them. */
const texts = fileURLToPath(new URL('../../src/locales/', import.meta.resolve('@askfirst/data/locales/en')));

/** Whether there is a script-tag build to serve. */
export const isBuilt = () => existsSync(core);

const siteFolder = (name) =>
  vendors.includes(name) ? folder('embeds', 'vendors') : folder(name, ...(built[name] ? [built[name]] : []));

const byName = (names) => Object.fromEntries(names.map((name) => [`/${name}/`, siteFolder(name)]));

/** The viewer, which works beside every site, and the look it shares with the start page. */
const viewer = { '/view/gallery/': folder('start'), '/view/': folder('panel') };

/** The gallery has a folder for each site, too; an app that is built for a root needs its own host. */
const gallery = {
  ...byName(sites),
  '/snippet/': folder('snippet'),
  '/languages/': folder('languages'),
  '/laws/': folder('laws'),
  '/languages/texts/': texts,
  '/theme/': folder('theme'),
  '/headless/': folder('headless'),
  '/': folder('start'),
};

/**
 * Folders by path, longest path first.
 *
 * @param {string} [site] Name of an example or a vendor that gets the root for itself. Default: the gallery.
 * @returns {[path: string, folder: string][]}
 */
export function mounts(site) {
  const folders = {
    '/askfirst/': scripts,
    ...viewer,
    ...byName(vendors),
    ...(site ? { '/': siteFolder(site) } : gallery),
  };
  return Object.entries(folders).sort(([one], [other]) => other.length - one.length);
}
