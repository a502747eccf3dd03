import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo, Readable } from 'node:net';
import { createServer } from 'node:net';
import { webkitPaths } from './installed.js';

/** A port nobody listens on. WebKitWebDriver wants to be told one. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A screen nobody sees: WebKitGTK has no headless mode. It picks a free display number itself, other than `xvfb-run -a`. */
async function startDisplay(): Promise<{ process: ChildProcess; display: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const process = spawn(webkitPaths.display() ?? '', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [chunk] = (await Promise.race([
    new Promise((resolve) => (process.stdio[3] as Readable).once('data', (data) => resolve([data]))),
    new Promise((_, reject) => process.once('exit', () => reject(new Error('Xvfb did not start')))),
  ])) as [Buffer];
  return { process, display: `:${chunk.toString().trim()}` };
}

/** WebKitWebDriver with a screen for its browsers. */
export async function startDriver() {
  const { process: screen, display } = await startDisplay();
  const port = await freePort();
  const driver = spawn(webkitPaths.driver() ?? '', [`--port=${port}`], {
    stdio: 'ignore',
    // Without a graphics processor, its way to draw with one takes a third of all processor time.
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`${url}/status`).catch(() => undefined);
    if (up?.ok) break;
    if (tries > 100) throw new Error('WebKitWebDriver did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}
