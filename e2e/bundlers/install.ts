import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** What a user has after `npm install`: the packages as npm publishes them, not the folders of this repository. */
export const WORK = join(import.meta.dirname, '.work');

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Packs the package, installs that one file and nothing else, and puts the apps beside it; once before all specs. */
export default function install(): void {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK);
  const [packed]: { filename: string }[] = JSON.parse(
    npm(ROOT, 'pack', '--json', '--loglevel=error', '--pack-destination', WORK, '-w', 'packages/sdk'),
  );
  writeFileSync(join(WORK, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  npm(WORK, 'install', ...quietly, `./${packed?.filename}`);
  for (const folder of ['apps', 'types', 'types-vue'])
    cpSync(join(import.meta.dirname, folder), join(WORK, folder), { recursive: true });
  // A compiler reads the declarations of what is imported only.
  const { exports } = JSON.parse(readFileSync(join(WORK, 'node_modules/askfirst/package.json'), 'utf8'));
  const entries = Object.keys(exports).filter((path) => !/[*]|\.json$/.test(path));
  const lines = entries.map((path, i) => `export type * as entry${i} from 'askfirst${path.slice(1)}';\n`);
  writeFileSync(join(WORK, 'types/entries.ts'), lines.join(''));
}
