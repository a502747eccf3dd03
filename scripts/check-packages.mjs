// What npm would publish: publint, and types as a user's compiler resolves them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, ...args) => execFileSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });

for (const folder of ['packages/data', 'packages/sdk']) {
  const out = mkdtempSync(join(tmpdir(), 'askfirst-'));
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', out], { cwd: folder, encoding: 'utf8' }),
  );
  const tarball = join(out, filename);
  run('publint', 'run', tarball, '--strict');
  run('attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './script/askfirst.js', '--format', 'ascii');
}
