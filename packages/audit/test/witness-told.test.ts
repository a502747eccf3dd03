import { beforeEach, expect, test } from 'vitest';
import { stackCauses } from '../src/witness/causes.js';
import type { Target } from '../src/witness/targets.js';
import { Told } from '../src/witness/told.js';

const PAGE = 'https://www.shop.example/';
const page: Target = { sessionId: 'page', kind: 'page', url: PAGE };
const frame: Target = { sessionId: 'frame', kind: 'frame', url: 'https://embed.example/' };
const worker: Target = { sessionId: 'worker', kind: 'worker', url: `${PAGE}worker.js` };
let told: Told;
beforeEach(() => {
  told = new Told();
});

const ask = (url: string, more: object = {}, target = page) =>
  told.listen({
    method: 'Network.requestWillBeSent',
    params: {
      requestId: url,
      request: { url, method: 'GET', ...(more as { request?: object }).request },
      wallTime: 1000.5,
      documentURL: PAGE,
      type: 'Script',
      frameId: 'top',
      initiator: { type: 'other' },
      ...more,
      ...('request' in more && { request: { url, method: 'GET', ...(more.request as object) } }),
    },
    target,
  });
const causes = () => told.hops.map((hop) => hop.causes);

test('times are milliseconds, and lines are counted from one', () => {
  ask('https://tag.example/a.js', { initiator: { type: 'parser', url: PAGE, lineNumber: 4, columnNumber: 0 } });
  expect(told.hops).toMatchObject([{ at: 1_000_500, isMainFrame: true, document: PAGE }]);
  expect(causes()).toEqual([[{ kind: 'markup', url: PAGE, line: 5, column: 1 }]]);
});

test('a stack is followed across what was waited for, without frames that have no address', () => {
  const at = (url: string) => ({ url, functionName: 'f', lineNumber: 0, columnNumber: 1 });
  const stack = {
    callFrames: [at(''), at('https://a.example/a.js')],
    parent: { callFrames: [at('https://a.example/b.js')] },
  };
  expect(stackCauses(stack).map(({ url }) => url)).toEqual(['https://a.example/a.js', 'https://a.example/b.js']);
  expect(stackCauses({ callFrames: Array.from({ length: 50 }, () => at('https://a.example/a.js')) })).toHaveLength(8);
});

test('each hop of a redirect is told, and leads back to the first cause', () => {
  ask(`${PAGE}out`, { requestId: '1', initiator: { type: 'parser', url: PAGE } });
  ask('https://tag.example/1', { requestId: '1', redirectResponse: { status: 302 } });
  ask('https://tag.example/2', { requestId: '1', redirectResponse: { status: 307 } });
  expect(told.hops.map(({ status, redirects }) => [status, redirects])).toEqual([
    [302, []],
    [307, [`${PAGE}out`]],
    [undefined, [`${PAGE}out`, 'https://tag.example/1']],
  ]);
  expect(causes()[2]).toEqual([
    { kind: 'redirect', url: 'https://tag.example/1' },
    { kind: 'markup', url: PAGE },
  ]);
});

test('what two sessions tell of is one request', () => {
  ask('https://embed.example/', { requestId: '1', type: 'Document', frameId: 'below' });
  ask('https://embed.example/', { requestId: '1', type: 'Document', frameId: 'below' }, frame);
  expect(told.hops).toHaveLength(1);
});

test('frames and workers are told from the page', () => {
  told.listen({ method: 'Page.frameAttached', params: { frameId: 'below', parentFrameId: 'top' }, target: page });
  told.listen({ method: 'Page.frameNavigated', params: { frame: { id: 'top', url: PAGE } }, target: page });
  ask('https://embed.example/', { type: 'Document', frameId: 'below', documentURL: 'https://embed.example/' });
  ask('https://tag.example/hit', { type: 'Fetch' }, worker);
  expect(told.hops.map(({ isMainFrame, document }) => [isMainFrame, document])).toEqual([
    [false, PAGE],
    [false, worker.url],
  ]);
  expect(causes()).toEqual([[{ kind: 'frame', url: PAGE }], [{ kind: 'worker', url: worker.url }]]);
  expect(told.pages.map(({ url }) => url)).toEqual([PAGE]);
});

test('what never leaves the browser is not told, and of a body only the beginning is kept', () => {
  ask('data:text/plain,a');
  ask('blob:https://www.shop.example/1');
  ask('https://tag.example/hit', { request: { method: 'POST', postData: 'x'.repeat(10_000) } });
  expect(told.hops.map(({ method, body }) => [method, body?.length])).toEqual([['POST', 4096]]);
});

test('what a socket sends first is its body', () => {
  told.listen({
    method: 'Network.webSocketCreated',
    params: { requestId: 'w', url: 'wss://socket.example/', initiator: { type: 'other' } },
    target: page,
  });
  for (const payloadData of ['a', 'b']) {
    told.listen({
      method: 'Network.webSocketFrameSent',
      params: { requestId: 'w', response: { payloadData } },
      target: page,
    });
  }
  expect(told.hops).toMatchObject([{ type: 'WebSocket', body: 'ab', causes: [{ kind: 'unknown' }] }]);
});
