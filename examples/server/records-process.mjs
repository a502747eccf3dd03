// The record service of M-Factory, in a process of its own: to start it takes seconds, during which the gallery goes on.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminTokenOf, createService, openEmbedded, signingKeyOf } from '@askfirst/record-service';

const PORT = 4180;
const HOUR_MS = 3_600_000;

const [site, secret, folder] = process.argv.slice(2);
const keys = folder ?? mkdtempSync(join(tmpdir(), 'askfirst-examples-'));
const adminToken = adminTokenOf({}, keys);
const service = await createService({
  database: await openEmbedded(folder && join(folder, 'database')),
  adminToken,
  signingKey: signingKeyOf({}, keys),
  // All visitors' events come from the app's server, from one address.
  limits: { requestsPerMinute: 100_000 },
  sites: { [site]: { origins: ['loopback'], secret } },
});
const listen = (port) => service.app.listen({ port, host: '127.0.0.1' });
// Only the one that keeps something is there for an operator.
const address = await (folder ? listen(PORT).catch(() => listen(0)) : listen(0));
if (folder) console.log(`Consent records of M-Factory: ${address}/ (its token: ${join(keys, 'admin-token')})`);
process.send({ address, adminToken });
process.on('disconnect', () => process.exit());
await service.runJobs();
setInterval(() => service.runJobs().catch(console.error), HOUR_MS);
