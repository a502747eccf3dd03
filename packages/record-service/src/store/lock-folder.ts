import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sockets go with their process, however it ends, and their names are short: https://nodejs.org/docs/latest-v20.x/api/net.html#identifying-paths-for-ipc-connections */
function addressOf(folder: string): string {
  const name = `askfirst-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const listen = (address: string) =>
  new Promise<Server>((done, fail) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', fail).listen(address, () => done(server));
  });

const isAnswered = (address: string) =>
  new Promise<boolean>((done) => {
    const socket = connect(address, () => done(true)).once('error', () => done(false));
    socket.once('close', () => socket.destroy());
  });

/**
 * Keeps a folder for this process alone: two that write into one database would destroy it.
 *
 * @returns Gives it back.
 * @throws If another process has it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = addressOf(folder);
  let server: Server;
  try {
    server = await listen(address);
  } catch {
    if (await isAnswered(address))
      throw new Error(`another process uses ${folder}. Stop it, or name another folder with --data.`);
    // It is left from a process that was killed.
    rmSync(address, { force: true });
    server = await listen(address);
  }
  return () => server.close();
}
