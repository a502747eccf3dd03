import { type ChildProcess, spawn } from 'node:child_process';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { cli, commandOf, env, folderOf } from './build.js';

/** Runs `next start` on a free port and gives its process and its port, once it answers. */
async function start(cwd: string): Promise<{ next: ChildProcess; port: string }> {
  const next = spawn(process.execPath, [commandOf('next'), 'start', '-H', '127.0.0.1', '-p', '0'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  for await (const chunk of next.stdout) {
    words += chunk;
    if (words.includes('Ready')) break;
  }
  const port = words.match(/127\.0\.0\.1:(\d+)/)?.[1];
  if (!port) throw new Error(`next start: ${words}`);
  return { next, port };
}

/** Builds an app and runs it: `passOn` answers for the site, `stop` ends it. */
export async function runNext(app: string) {
  await cli(folderOf(app), 'next', 'build');
  const { next, port } = await start(folderOf(app));
  return {
    passOn(asked: IncomingMessage, response: ServerResponse) {
      const { method, url: path, headers } = asked;
      const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      asked.pipe(passed);
    },
    stop: () => next.kill(),
  };
}
