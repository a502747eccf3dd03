import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The app among the five sites is built from its sources; the others are served as they lie there. */
export default function buildApp() {
  const cwd = fileURLToPath(new URL('../../../examples/spa-react', import.meta.url));
  const { status, stderr } = spawnSync('npm run build --silent', { cwd, shell: true, encoding: 'utf8' });
  if (status) throw new Error(`examples/spa-react could not be built: ${stderr}`);
}
