import { execFileSync } from 'node:child_process';
import { expect, test } from '@askfirst/audit/playwright';
import { type Server, startServer } from '../harness/server.mjs';
import { asked, serveAsked } from './faults/asked.js';
import { onlyServer } from './harness/look.js';

test.use({ auditOptions: { quiet: 300, dwell: 100, bannerTimeout: 1_000 } });

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
  serveAsked(server);
});
test.afterAll(() => server.close());

/** What an assertion says when it fails. */
function complaint(check: () => unknown): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It did not fail.');
}

test('a project without "type": "module" can load it', () => {
  const load = "require('@askfirst/audit/playwright'); console.log('loaded')";
  expect(execFileSync(process.execPath, ['-e', load], { cwd: import.meta.dirname, encoding: 'utf8' })).toBe('loaded\n');
});

test('a visit that keeps its word passes, and its report has what was seen', async ({ visit }, testInfo) => {
  const seen = await visit(asked('clean'), 'rejected', { args: onlyServer(server) });
  expect(seen.moments.map(({ act }) => act)).toContain('rejected');
  expect(seen).toHaveSentNothing();
  expect(seen).toStoreOnly(['cookie answer']);
  expect(testInfo.attachments.map(({ name }) => name)).toEqual(['rejected.json']);
});

test('a visitor does what the test says after the answer, on further pages, too', async ({ visit }) => {
  const seen = await visit(asked('clean'), 'rejected', {
    args: onlyServer(server),
    act: async (page) => {
      await page.evaluate(() => localStorage.setItem('basket', '1'));
      await page.goto(asked('after-reject'));
    },
  });
  expect(seen.moments.map(({ act }) => act)).toEqual(['opened', 'rejected', 'second-page', 'left']);
  expect(complaint(() => expect(seen).toStoreOnly(['cookie answer']))).toContain('The entry basket in local storage');
  const failing = visit(asked('clean'), 'untouched', {
    args: onlyServer(server),
    act: async () => expect('the basket').toBe('full'),
  });
  await expect(failing).rejects.toThrow(/the basket/);
});

test('a visit that does not is named with its cause', async ({ visit }) => {
  const seen = await visit(asked('after-reject'), 'rejected', { args: onlyServer(server) });
  expect(complaint(() => expect(seen).toHaveSentNothing())).toMatch(
    /should have sent nothing\n[\s\S]*www\.google-analytics\.com\/g\/collect \(Google Analytics 4\), \d\.\d s after Reject/,
  );
  expect(complaint(() => expect(seen).toKeep())).toMatch(/nothing-after-reject: .*\n[\s\S]*google-signals: /);
  expect(complaint(() => expect(seen).toStoreOnly([]))).toMatch(/should store nothing\n {2}The cookie answer/);
  expect(seen).not.toHaveSentNothing({ except: ['elsewhere.example'] });
});
