// The bill of materials, in CycloneDX: what is inside the built files, read from their source maps.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const script = 'packages/sdk/dist/script/';

/** Names of the packages whose sources are in the script files, by the folders that sources lie in. */
function shippedPackages() {
  const maps = readdirSync(script).filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((file) => json(script + file).sources);
  const names = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  if (sources.some((source) => /(^|\/)data\/src\//.test(source))) names.push('@askfirst/data');
  return [...new Set(names)].sort();
}

/** @param {string} date ISO 8601 @returns {string} */
export function makeBillOfMaterials(date) {
  const { name, version, description, license, dependencies } = json('packages/sdk/package.json');
  const lock = json('package-lock.json');
  const shipped = shippedPackages();
  const unlisted = Object.keys(dependencies).find((dependency) => !shipped.includes(dependency));
  if (unlisted) throw new Error(`${name} depends on ${unlisted}, and no built file has it inside.`);

  // npm describes what a lock file says, so this one says what is shipped, and nothing of our tools.
  // Its folder's name is what npm calls it.
  const folder = join(mkdtempSync(join(tmpdir(), 'askfirst-')), name);
  mkdirSync(folder);
  const packages = Object.fromEntries(
    shipped.map((each) => {
      const path = `node_modules/${each}`;
      return [path, lock.packages[path].link ? lock.packages[lock.packages[path].resolved] : lock.packages[path]];
    }),
  );
  const versions = Object.fromEntries(shipped.map((each) => [each, packages[`node_modules/${each}`].version]));
  const own = { name, version, description, license, dependencies: versions };
  const write = (file, content) => writeFileSync(join(folder, file), JSON.stringify(content));
  write('package.json', own);
  write('package-lock.json', { name, version, lockfileVersion: 3, requires: true, packages: { '': own, ...packages } });
  const bom = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--sbom-type=library', '--package-lock-only'], {
      cwd: folder,
      encoding: 'utf8',
    }),
  );

  // The same commit makes the same bill: npm writes the time and a random number.
  bom.metadata.timestamp = date;
  bom.metadata.lifecycles = [{ phase: 'build' }];
  delete bom.serialNumber;
  const hex = createHash('sha256').update(JSON.stringify(bom)).digest('hex');
  // The shape of a random UUID, which the format asks for.
  const uuid = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return `${JSON.stringify({ ...bom, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`;
}
