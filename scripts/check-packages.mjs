// What npm would publish: publint, types as a user's compiler resolves them, and what a reader looks for in each package.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { publishedPackages } from './published-packages.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const floor = semver.minVersion(read('package.json').engines.node);
// npm warns whoever installs it there, and refuses with `engine-strict`.
for (const [path, { version, engines, dev }] of Object.entries(read('package-lock.json').packages))
  if (!dev && engines?.node && !semver.satisfies(floor, engines.node))
    throw new Error(`packages: ${path} ${version} wants Node ${engines.node}. Pin a version that runs on ${floor}.`);

const run = (command, ...args) => execFileSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });

for (const folder of publishedPackages()) {
  const out = mkdtempSync(join(tmpdir(), 'askfirst-'));
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', out], { cwd: folder, encoding: 'utf8' }),
  );
  const tarball = join(out, filename);
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md'])
    if (!files.some(({ path }) => path === name)) throw new Error(`packages: ${filename} has no ${name}.`);
  run('publint', 'run', tarball, '--strict');
  run('attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './script/askfirst.js', '--format', 'ascii');
}
