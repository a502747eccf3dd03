// The zip for sites without a build step: what goes to the server, and two pages that say and show how.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const script = 'packages/sdk/dist/script/';

/** The time npm writes into its packages: the same files make the same archive, bit for bit. */
const TIME = new Date(1985, 9, 26, 8, 15);

const fill = (template, values) => template.replace(/{{(\w+)}}/g, (_, name) => values[name]);

/** Source maps stay in the npm package: whatever lies in the folder is copied to a server. */
const served = () => readdirSync(new URL(script, root)).filter((file) => !file.endsWith('.map'));

/** @param {string} version @returns {Uint8Array} */
export function makeArchive(version) {
  const values = { version, integrity: JSON.parse(read(`${script}sri.json`))['askfirst.js'] };
  const page = (name) => Buffer.from(fill(read(`scripts/release/${name}`).toString(), values));
  const files = {
    'INSTALL.html': page('install.html'),
    'example.html': page('example.html'),
    'LICENSE.txt': read('LICENSE'),
    'tag-manager.tpl': read('packages/gtm/template.tpl'),
    'autoconsent.json': read('packages/sdk/autoconsent.json'),
    ...Object.fromEntries(served().map((file) => [`askfirst/${version}/${file}`, read(script + file)])),
  };
  return zipSync(files, { level: 9, mtime: TIME });
}

/** @param {Uint8Array} archive @param {string} folder */
export function unpackArchive(archive, folder) {
  for (const [path, content] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
