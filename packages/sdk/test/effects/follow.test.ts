import { expect, test } from 'vitest';
import { follow } from '../../src/effects/follow.js';
import type { Env } from '../../src/env/env.js';
import type { Told } from '../../src/signals/protocol.js';
import { createState } from '../../src/state/create-state.js';
import { decide } from '../../src/state/decide.js';

/** A service by a protocol of its own, in a page that keeps what happens in order. */
function page() {
  const heat = {
    id: 'heat',
    name: 'Heat',
    provider: 'Heat Ltd',
    category: 'analytics',
    api: 'heat',
    tagId: 'H-1',
    script: '/heat.js',
  };
  const happened: unknown[] = [];
  const report = (...problems: unknown[]) => happened.push(...problems);
  const state = createState({ services: [heat] }, { now: () => 1_790_000_000_000, gpc: () => false, report });
  state.areOptionsValid = true;
  const script = { src: '', nonce: '' };
  const env = {
    win: {},
    doc: {
      createElement: () => script,
      querySelector: () => ({ nonce: 'abc' }),
      head: { append: ({ src, nonce }: typeof script) => happened.push(['script', src, nonce]) },
    },
    // What the services' own effect has left there.
    stops: [() => {}],
    onEvent() {},
  } as unknown as Env;
  const loaded = new WeakSet<object>();
  const running = { loaded, mayRun: () => !!state.$consent.get().granted.analytics };
  const protocol = {
    prepare: () => happened.push(['prepare']),
    update: (_env: Env, _service: unknown, { mayRun }: Told) => happened.push(['update', mayRun]) > 0,
  };
  const answer = (analytics: boolean) => decide(state, { analytics }, 'banner');
  return { env, happened, running, protocol, answer, heat, state };
}

test('queues what the snippet does, adds the script, then sets the switch at each change, until consent stops', async () => {
  const { env, happened, running, protocol, answer, heat, state } = page();
  answer(true);
  await follow(state, env, running, heat, async () => ({ protocol, script: heat.script }));
  expect(happened).toEqual([['prepare'], ['script', '/heat.js', 'abc']]);
  answer(false);
  answer(true);
  expect(happened.slice(2)).toEqual([
    ['update', false],
    ['update', true],
  ]);
  for (const stop of env.stops) stop();
  answer(false);
  expect(happened).toHaveLength(4);
});

test('a yes that is taken back while the file is on its way loads nothing, and the next yes may', async () => {
  const { env, happened, running, protocol, answer, heat, state } = page();
  answer(true);
  const done = follow(state, env, running, heat, async () => ({ protocol, script: heat.script }));
  answer(false);
  await done;
  expect(happened).toEqual([]);
  expect(running.loaded.has(heat)).toBe(false);
});

test('a protocol that does not load leaves the service off, and the owner hears which', async () => {
  const { env, happened, running, answer, heat, state } = page();
  answer(true);
  await follow(state, env, running, heat, async () => {
    throw new Error('404');
  });
  expect(happened).toEqual([['signal', new Error('404'), 'heat']]);
  expect(running.loaded.has(heat)).toBe(false);
});
