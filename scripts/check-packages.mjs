// What npm would publish: publint, types as a user's compiler resolves them, and what a reader looks for in each package.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages } from './published-packages.mjs';

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
