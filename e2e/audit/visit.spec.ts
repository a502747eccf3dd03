import { type Finding, judge, type Promises, recognise, type State, type Visit, visitPage } from '@askfirst/audit';
import { expect, test } from '@playwright/test';
import { type Server, startServer } from '../harness/server.mjs';
import { asked, serveAsked } from './faults/asked.js';
import { onlyServer } from './harness/look.js';

test.describe.configure({ mode: 'parallel' });

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
  serveAsked(server);
});
test.afterAll(() => server.close());

/** The shop remembers the answer, and may. */
const services = [
  {
    id: 'shop',
    category: 'necessary',
    stores: [{ kind: 'cookie', name: 'answer', lifetime: [1, 'day'], secure: true }],
  },
  {
    id: 'google-analytics',
    category: 'analytics',
    hosts: ['www.google-analytics.com'],
    stores: [{ kind: 'cookie', name: '_ga', lifetime: [1000, 'second'], secure: true }],
  },
];

const visit = (name: string, state: State, quiet = 300): Promise<Visit> =>
  visitPage(asked(name), state, { quiet, dwell: 200, bannerTimeout: 1_000, args: onlyServer(server) });

const broken = (promise: string, ...visits: Visit[]): Finding[] =>
  judge(visits.map(recognise), { services } as Promises).filter(
    (finding) => finding.result === 'broken' && (!promise || finding.promise === promise),
  );
const says = (findings: Finding[]) => findings.map((finding) => finding.says).join('\n');

test('rejects, accepts and withdraws on a page that keeps its word, and does not blame it', async () => {
  const states: State[] = ['untouched', 'rejected', 'accepted', 'withdrawn', 'only:analytics'];
  const visits: Visit[] = [];
  for (const state of states) visits.push(await visit('clean', state));
  const acts = visits.map(({ moments }) => moments.map(({ act }) => act));
  expect(acts).toEqual([
    ['opened', 'scrolled', 'second-page', 'back', 'left'],
    ['opened', 'rejected', 'second-page', 'left'],
    ['opened', 'accepted', 'scrolled', 'left'],
    ['opened', 'accepted', 'withdrew', 'second-page', 'left'],
    ['opened', 'chose', 'second-page', 'left'],
  ]);
  expect(visits.flatMap(({ problems, banner }) => [...problems, ...(banner?.problem ? [banner.problem] : [])])).toEqual(
    [],
  );
  expect(visits[0]?.banner).toMatchObject({
    found: true,
    tool: 'words',
    pressesToAccept: 1,
    pressesToReject: 1,
    preTicked: [],
  });
  expect(visits[3]?.banner?.pressesToWithdraw).toBe(2);
  const hits = visits.map(({ requests }) => requests.filter(({ url }) => url.includes('/g/collect')).length > 0);
  expect(hits).toEqual([false, false, true, true, true]);
  expect(says(broken('', ...visits))).toBe('');
});

test('finds a hit with consent after reject, and one that comes six seconds late', async () => {
  const findings = broken('nothing-after-reject', await visit('after-reject', 'rejected', 6_500));
  expect(says(findings)).toContain('google-analytics.com');
  expect(says(findings)).toContain('late.example.net');
  expect(findings.find((finding) => finding.says.includes('late.example.net'))?.at).toBeGreaterThan(6_000);
});

test('finds a cookie that comes back after the withdrawal', async () => {
  expect(says(broken('withdrawal-ends', await visit('comes-back', 'withdrawn', 600)))).toContain('_ga');
});

test('finds a switch that is on before it is touched', async () => {
  expect(says(broken('nothing-pre-ticked', await visit('pre-ticked', 'untouched')))).toContain('Marketing');
});

test('finds a reject that takes more presses than accept', async () => {
  const rejected = await visit('hidden-reject', 'rejected');
  expect(rejected.banner).toMatchObject({ pressesToAccept: 1, pressesToReject: 2 });
  expect(rejected.cookies.map(({ name }) => name)).toEqual(['answer']);
  expect(says(broken('reject-as-easy', rejected))).toContain('2 presses');
});

test('rejects a question that waits for a movement, has no real buttons, and slides away', async () => {
  const { banner, moments } = await visit('lively', 'rejected');
  expect(banner).toEqual({ found: true, tool: 'words', pressesToAccept: 1, pressesToReject: 1, preTicked: [] });
  expect(moments.map(({ act }) => act)).toEqual(['opened', 'rejected', 'second-page', 'left']);
});

test('says that there is no way to reject', async () => {
  const { banner } = await visit('no-reject', 'rejected');
  expect(banner).toMatchObject({ found: true, problem: 'The question was found, but no way to reject.' });
});

test('finds that Global Privacy Control is ignored, and sees where it is heard', async () => {
  const [ignored, heard] = [await visit('gpc-ignored', 'gpc'), await visit('gpc-heard', 'gpc')];
  expect(says(broken('gpc', ignored))).toContain('_ga');
  expect(says(broken('', heard))).toBe('');
  expect([ignored.showsGpc, heard.showsGpc]).toEqual([false, true]);
});
