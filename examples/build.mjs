// Builds the example apps that are older than their sources, or than the package they are built with.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, folder } from './server/folders.mjs';

const library = fileURLToPath(new URL('.', import.meta.resolve('askfirst')));
const NOT_SOURCE = /^(dist|out|\.next|node_modules|next-env\.d\.ts|.*\.tsbuildinfo)$/;

/** When something in a folder was last changed. Milliseconds since the epoch. */
function newest(path, isSource = () => true) {
  return Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => isSource(name))
      .map((entry) => {
        const inner = join(path, entry.name);
        return entry.isDirectory() ? newest(inner, isSource) : statSync(inner).mtimeMs;
      }),
  );
}

for (const [name, output] of Object.entries(built)) {
  const sources = Math.max(
    newest(folder(name), (file) => !NOT_SOURCE.test(file)),
    newest(library),
  );
  // Written last: a build that broke off has none, or an old one.
  const page = join(folder(name, output), 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs > sources) continue;
  console.log(`Building ${name}`);
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: folder(name),
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status) console.error(`${name} could not be built. The other examples work without it.`);
}
