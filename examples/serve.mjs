import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './server/folders.mjs';
import { createHandler } from './server/handler.mjs';
import { keepRecordsIn } from './server/records.mjs';

if (!isBuilt()) {
  console.error('The script-tag build is missing. Run "npm start" in the root of the project: it builds first.');
  process.exit(1);
}

keepRecordsIn(fileURLToPath(new URL('.data/records', import.meta.url)));
const server = createServer(createHandler());
let port = Number(process.env.PORT || 4173);
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE' || port >= 65535) throw error;
  port += 1;
  server.listen(port, 'localhost');
});
server.on('listening', () => console.log(`Askfirst examples: http://localhost:${server.address().port}/`));
server.listen(port, 'localhost');
