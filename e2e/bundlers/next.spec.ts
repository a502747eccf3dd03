import { type ChildProcess, spawn } from 'node:child_process';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { expect, SITE, test } from '../harness/test.js';
import { cli, commandOf, env, folderOf } from './build.js';
import { keepsItsPromises } from './promises.js';

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

test.describe('Next with the App Router, built by next', () => {
  let next: ChildProcess;
  let port: string;
  test.beforeAll(async () => {
    await cli(folderOf('next'), 'next', 'build');
    ({ next, port } = await start(folderOf('next')));
  });
  test.afterAll(() => next?.kill());

  const passOn = (asked: IncomingMessage, response: ServerResponse) => {
    const { method, url: path, headers } = asked;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed);
  };

  keepsItsPromises((server) => {
    server.mount(passOn);
    return '/';
  });

  test('the server sends the page as a visitor without a choice sees it, and React takes it over without a mismatch', async ({
    page,
    server,
    said,
  }) => {
    server.mount(passOn);
    server.page('https://maps.example/berlin', '<!doctype html><title>Map</title>');
    const html = await (await page.goto(`${SITE}/`))?.text();
    expect(html).toContain('id="unmeasured"');
    expect(html).not.toContain('id="measured"');
    expect(html).toMatch(/<button[^>]*>Map<\/button>/);
    expect(html).not.toContain('<iframe');
    await seen(page).accept.click();
    await expect(page.locator('#measured')).toBeVisible();
    await expect(page.locator('iframe[title="Map"]')).toBeVisible();
    // Now the visitor sees what the server could not know.
    await page.reload();
    await expect(page.locator('#measured')).toBeVisible();
    await expect(page.locator('#unmeasured')).toHaveCount(0);
    await expect(page.locator('iframe[title="Map"]')).toHaveCount(1);
    await settle(page);
    expect(said.messages).toEqual([]);
  });
});
