import { expect, test } from 'vitest';
import type { Env } from '../../src/env/env.js';
import { type Undeclared, watchPage } from '../../src/watch/watch.js';

test('a service that declares a path of a host does not declare the rest of that host', () => {
  let hear: ((list: { getEntries(): { name: string }[] }) => void) | undefined;
  class PerformanceObserver {
    constructor(listener: typeof hear) {
      hear = listener;
    }
    observe() {}
    disconnect() {}
  }
  const location = new URL('https://www.shop.example/cart/');
  const win = { location, origin: 'null', setInterval: () => 1, clearInterval() {}, PerformanceObserver };
  const env = { win, doc: { baseURI: location.href }, stops: [], onEvent() {} } as unknown as Env;
  const found: Undeclared[] = [];
  const stop = watchPage([{ hosts: ['cdn.example.net/heat/', '*.example.org', '/metrics/'] }], env, (each) =>
    found.push(each),
  );
  const requested = (...names: string[]) => hear?.({ getEntries: () => names.map((name) => ({ name })) });
  requested('https://cdn.example.net./heat/a?b', 'https://a.example.org/', '/metrics/g', '/cart/a.svg');
  expect(found).toEqual([]);
  requested('https://cdn.example.net/ads/a', 'https://a.example.com/metrics/', 'https://cdn.example.net/');
  expect(found).toEqual([
    { kind: 'request', name: 'cdn.example.net' },
    { kind: 'request', name: 'a.example.com' },
  ]);
  stop();
});
