import { type ChildProcess, spawn } from 'node:child_process';
import { judge, type Promises, recognise, type State, type Visit, visitPage } from '@askfirst/audit';
import { expect, test } from '@playwright/test';
import { type Server, startServer } from '../harness/server.mjs';
import { wholeIf } from '../harness/whole.js';
import { pressed, servePressed } from './faults/pressed.js';
import { onlyServer } from './harness/look.js';

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
  servePressed(server);
});
test.afterAll(() => server.close());

const visit = (name: string, state: State): Promise<Visit> =>
  visitPage(pressed(name), state, { quiet: 400, dwell: 100, bannerTimeout: 2_000, args: onlyServer(server) });

/** What is broken, as the start of its sentences. */
const broken = (seen: Visit, promises: Promises = {}): string[] =>
  judge([recognise(seen)], { stores: false, hosts: false, ...promises })
    .filter(({ result, promise }) => result === 'broken' && promise !== 'reject-as-easy')
    .map(({ says }) => says.replace(/ (left|was stored) .*/, ''));

/** Two loops beside the test, on a machine with about as many processors. They end by themselves, if the test does not end. */
async function besideLoops(run: () => Promise<void>): Promise<void> {
  const loop = 'for (const end = Date.now() + 120_000; Date.now() < end; );';
  const loops: ChildProcess[] = [0, 1].map(() => spawn(process.execPath, ['-e', loop]));
  try {
    await run();
  } finally {
    for (const loop of loops) loop.kill();
  }
}

for (const [machine, run] of [
  ['', (test: () => Promise<void>) => test()],
  [' on a busy machine', besideLoops],
] as const) {
  const tag = wholeIf(!!machine);

  test(`what an answer causes comes after it${machine}`, { tag }, () =>
    run(async () => {
      for (const state of ['accepted', 'only:analytics', 'withdrawn', 'rejected'] as const) {
        const seen = await visit('at-once', state);
        expect(seen.storage.map(({ key }) => key)).toContain('consent');
        // It did do what it did.
        expect([state, seen.cookies.some(({ name }) => name === 'yes')]).toEqual([state, state !== 'rejected']);
        expect([state, ...broken(seen)]).toEqual([state]);
      }
    }),
  );

  test(`what came just before an answer is before it${machine}`, { tag }, () =>
    run(async () => {
      expect(broken(await visit('just-before', 'accepted')).sort()).toEqual([
        'A request to early-socket.example.net/',
        'A request to early.example.net/hit',
        'The cookie early',
        'The entry early in local storage',
        'The entry early-too in local storage',
      ]);
    }),
  );

  test(`what ends with a Reject is not blamed on it${machine}`, { tag }, () =>
    run(async () => {
      const seen = await visit('until-no', 'rejected');
      expect(seen.requests.filter(({ isThirdParty }) => isThirdParty).length).toBeGreaterThan(20);
      expect(broken(seen, { 'nothing-before-choice': false })).toEqual([]);
    }),
  );
}
