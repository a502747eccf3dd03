import { startBrowser } from '../../../packages/audit/dist/browser/index.js';
import type { Visit } from '../../../packages/audit/dist/model.js';
import { watch } from '../../../packages/audit/dist/witness/index.js';
import type { Server } from '../../harness/server.mjs';

/** Flags for a browser whose whole network is the test server. */
export const onlyServer = ({ port, fingerprint }: Server): string[] => [
  '--disable-quic',
  `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
  // Trusting this one certificate keeps the HTTP cache working; --ignore-certificate-errors would switch it off.
  `--ignore-certificate-errors-spki-list=${fingerprint}`,
];

/** Opens a page, touches nothing, and leaves it. */
export async function look(server: Server, url: string, quiet = 700): Promise<Visit> {
  const started = await startBrowser({ args: onlyServer(server) });
  try {
    const witness = await watch(started);
    await witness.page.goto(url);
    witness.mark('opened');
    await witness.page.waitForTimeout(quiet);
    return { page: url, state: 'untouched', problems: [], ...(await witness.stop()) };
  } finally {
    await started.close();
  }
}
