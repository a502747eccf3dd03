/**
 * The least that a service over HTTP can be: it stores what it gets by the same INSERT as the plain loop, checks nothing, and makes no
 * chain. What it costs is the price of HTTP.
 *
 * @example node packages/record-service/build/plain-service.mjs /srv/data
 */
import { createServer } from 'node:http';
import { openPlain } from './plain-table.mjs';

const { insert, close } = await openPlain(process.argv[2]);
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text) => {
    body += text;
  });
  request.on('end', async () => {
    for (const event of JSON.parse(body)) await insert(event);
    const answer = '{"stored":1}';
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`Consent records: http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await close();
});
