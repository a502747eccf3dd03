import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Firefox fetches settings of its own; they are no request of a page. */
const OWN_HOSTS = /(^|\.)(mozilla\.(com|net|org)|firefox\.com):\d+$/;

/** A proxy that leads every host of the web to the test server, for browsers that cannot map host names. */
export async function startWebProxy(port: number) {
  const sockets = new Set<Socket>();
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }, client: Socket, head: Buffer) => {
    if (OWN_HOSTS.test(url)) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
