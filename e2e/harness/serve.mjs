/** Serves the fixtures to look at by hand: `node e2e/harness/serve.mjs`. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from './browser.mjs';
import { SITE, startServer } from './server.mjs';

const server = await startServer({ port: 8443 });
const { executablePath = 'chromium', args = [] } = launchOptions(server);
const quoted = [...args, `--user-data-dir=${join(tmpdir(), 'askfirst-fixtures')}`].map((arg) => `'${arg}'`).join(' ');
console.log(`Open a fixture:\n${executablePath} ${quoted} ${SITE}/ga4/`);
