import { readdirSync } from 'node:fs';
import type { Service } from '@askfirst/data';
import { all } from '@askfirst/data/services/all';
import { apis } from '@askfirst/data/services/apis';
import { expect, test, vi } from 'vitest';
import { follow } from '../../src/chunks/signals.js';
import type { PageLoaders } from '../../src/effects/loaders.js';
import { services } from '../../src/effects/services.js';
import type { Env } from '../../src/env/env.js';
import { createState } from '../../src/state/create-state.js';
import { decide } from '../../src/state/decide.js';
import { type Contract, vendor } from './contract.js';

/** A page with the real effects, in which a vendor can be seen: its scripts, what it finds in `window`, and what it hears. */
function page(declared: Partial<Service>) {
  const service = declared as Service;
  const scripts: { src: string }[] = [];
  const calls: unknown[] = [];
  const reported: unknown[] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const following: Promise<void>[] = [];
  const state = createState(
    { services: [service], categories: { functional: {}, analytics: {}, marketing: {} } },
    { now: () => 1_790_000_000_000, gpc: () => false, report: (...problems) => reported.push(...problems) },
  );
  state.areOptionsValid = true;
  const win: Record<string, unknown> = {};
  const doc = {
    hidden: true,
    cookie: '',
    createElement: () => ({ src: '' }),
    querySelector: () => null,
    dispatchEvent: (event: Event) => calls.push([event.type]),
    head: {
      append: (script: { src: string }) => scripts.push(script),
      get lastElementChild() {
        return scripts.at(-1);
      },
    },
  };
  const stops: (() => void)[] = [];
  const loaders = {
    early: {},
    chunk: async (name: string) =>
      name === 'signals'
        ? {
            follow: (...all: Parameters<typeof follow>) => {
              const done = follow(...all);
              following.push(done);
              return done;
            },
          }
        : { withdraw() {} },
  };
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    await Promise.all(following);
  };
  return {
    calls,
    reported,
    scripts,
    win,
    settle,
    state,
    start: async () => {
      state.setRegime(state.activeRegime);
      const onEvent = (_target: unknown, _type: string, listener: () => void) => listeners.push(listener);
      services(state, { win, doc, stops, onEvent } as unknown as Env, loaders as unknown as PageLoaders);
      await settle();
    },
    answer: async (
      granted: boolean,
      category = service.category === 'necessary' ? 'analytics' : `${service.category}`,
    ) => {
      decide(state, { functional: false, analytics: false, marketing: false, [category]: granted }, 'banner');
      await settle();
      return calls.splice(0);
    },
    /** The vendor's code arrives: by the script that Askfirst has added, or in another file of the site. */
    arrive: (...names: readonly string[]) => {
      for (const name of names) win[name] = vendor(name, calls);
      for (const listener of listeners) listener({ target: scripts.at(-1) ?? {} });
      return calls.splice(0);
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop();
      listeners.splice(0);
    },
  };
}

/** What stands in `window`, as JSON. A function that takes calls into a list is that list. */
const found = (win: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(win).map(([name, value]) => {
      const list = typeof value === 'function' ? (Object.values(value).find(Array.isArray) ?? []) : value;
      return [
        name,
        Array.isArray(list)
          ? list.map((entry) => (Object.prototype.toString.call(entry) === '[object Arguments]' ? [...entry] : entry))
          : list,
      ];
    }),
  );

const serviceOf = (id: string, more: object = {}): Partial<Service> => ({
  id,
  category: all[id]?.category as string,
  ...more,
});
const ids = readdirSync(new URL('./contracts', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
const rows: [string, Contract][] = await Promise.all(
  ids.map(async (id) => [id, (await import(`./contracts/${id}.ts`)).contract] as const),
);
const contractOf = (id: string) => rows.find(([each]) => each === id)?.[1];
const loading = rows.filter(([, { script }]) => script);

test('each service with a protocol has a contract, a file of its own', () => {
  const missing = Object.keys(apis).filter((id) => !contractOf(id));
  expect(missing, 'write contracts/<id>.ts, see "Add a vendor" in CONTRIBUTING').toEqual([]);
  expect(ids.filter((id) => !apis[id])).toEqual([]);
  expect(loading.length).toBeGreaterThan(12);
});

test.each(loading)('%s: loads after the yes, with its queue, hears a withdrawal and the next yes', async (id, row) => {
  const { tagId, config, script, queued, globals = [], ready = [], withdrawn, again } = row;
  const { start, answer, arrive, scripts, win, reported } = page(serviceOf(id, { tagId, ...(config && { config }) }));
  await start();
  await answer(false);
  expect([scripts, win]).toEqual([[], {}]);
  await answer(true);
  expect(scripts.map(({ src }) => src)).toEqual([script]);
  const names = Object.keys(queued ?? {});
  expect(found(Object.fromEntries(Object.entries(win).filter(([name]) => names.includes(name))))).toEqual(queued);
  expect(arrive(...globals)).toEqual(ready);
  expect(await answer(false)).toEqual(withdrawn);
  expect(await answer(true)).toEqual(again);
  expect(scripts).toHaveLength(1);
  expect(reported).toEqual([]);
});

test.each(loading)('%s: a returning visitor gets it at the start, once', async (id, { tagId, config, script }) => {
  const { start, scripts, state } = page(serviceOf(id, { tagId, ...(config && { config }) }));
  decide(state, { [all[id]?.category as string]: true }, 'banner');
  await start();
  expect(scripts.map(({ src }) => src)).toEqual([script]);
});

test.each(rows)('%s: brought by the site, it hears once it is there, and nothing is made before', async (id, row) => {
  const { config, globals = [], brought, withdrawn, again } = row;
  const { start, answer, arrive, scripts, win, reported } = page(serviceOf(id, config && { config }));
  await start();
  expect([scripts, win]).toEqual([[], {}]);
  await answer(true);
  expect(arrive()).toEqual([]);
  expect([scripts, win]).toEqual([[], {}]);
  if (id === 'intercom') win.intercomSettings = { app_id: 'abc12345' };
  const first = arrive(...globals);
  expect(first.filter((call) => String(call) !== 'wp_consent_type_defined')).toEqual(brought);
  expect(arrive()).toEqual([]);
  expect(await answer(false)).toEqual(withdrawn);
  expect(await answer(true)).toEqual(again);
  expect(reported).toEqual([]);
});

const KEEPING = ['meta-pixel', 'matomo', 'tiktok-pixel', 'adobe-web-sdk'];
test.each(rows)(
  '%s: brought by the site before a no, it hears of a later yes unless it would send what it kept',
  async (id, row) => {
    const { start, answer, arrive, state, calls } = page(serviceOf(id, row.config && { config: row.config }));
    await start();
    arrive(...(row.globals ?? []));
    await answer(false);
    const first = (await answer(true)).filter((call) => String(call) !== 'wp_consent_type_defined');
    expect(first).toEqual(KEEPING.includes(id) ? [] : row.brought);
    expect(arrive()).toEqual([]);
    // The next page keeps nothing.
    const next = page(serviceOf(id, row.config && { config: row.config }));
    next.win.performance = { timeOrigin: 1_790_000_000_001 };
    next.state.adopt(state.record());
    await next.start();
    expect(next.arrive(...(row.globals ?? [])).filter((call) => String(call) !== 'wp_consent_type_defined')).toEqual(
      row.brought,
    );
    expect(calls).toEqual([]);
  },
);

test.each(rows)('%s: an element of its name is no vendor', async (id, { globals = [] }) => {
  const { start, answer, arrive, win, reported } = page(serviceOf(id));
  await start();
  const called = vi.fn();
  for (const name of globals) win[name] = Object.assign(called, { nodeType: 1, push: called });
  await answer(true);
  arrive();
  await answer(false);
  expect(called).not.toHaveBeenCalled();
  expect(reported).toEqual([]);
});

const others = Object.values(all).filter((row) => row && !apis[row.id] && !row.api) as Service[];
test.each(others)('$id has no protocol: nothing is called, and no script added', async ({ id }) => {
  const { start, answer, scripts, win, reported } = page(serviceOf(id));
  await start();
  await answer(true);
  await answer(false);
  expect([scripts, win, reported]).toEqual([[], {}, []]);
});

test('a change of another category reaches a vendor that asks for more than one purpose', async () => {
  const { start, answer, arrive, state, calls } = page(serviceOf('microsoft-clarity', { tagId: 'abc123' }));
  await start();
  await answer(true);
  arrive('clarity');
  decide(state, { functional: true }, 'banner');
  // Of no concern to Clarity, but told: the consent has changed.
  calls.splice(0);
  decide(state, { marketing: true }, 'banner');
  expect(calls.splice(0)).toEqual([['clarity', 'consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }]]);
  // Its own service is refused: nothing is granted to it.
  decide(state, { analytics: false }, 'banner');
  expect(calls).toEqual([['clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }]]);
});

test('Microsoft Advertising starts once its script has come, unless the consent was withdrawn before', async () => {
  for (const withdraws of [false, true]) {
    const { start, answer, arrive, win, calls } = page(serviceOf('microsoft-uet', { tagId: '12345678' }));
    await start();
    await answer(true);
    if (withdraws) await answer(false);
    const push = vi.fn();
    win.UET = class {
      push = push;
      constructor(options: { ti: string; q: unknown[] }) {
        calls.push(options.ti, options.q.length);
      }
    };
    expect(arrive()).toEqual(withdraws ? [] : ['12345678', 3]);
    expect(push.mock.calls).toEqual(withdraws ? [] : [['pageLoad']]);
  }
});

test('Matomo is loaded from the host that the site gives; without one the owner hears what is missing', async () => {
  const own = page(serviceOf('matomo', { tagId: '7', script: 'https://stats.example.com/matomo/matomo.js' }));
  await own.start();
  await own.answer(true);
  expect(own.scripts.map(({ src }) => src)).toEqual(['https://stats.example.com/matomo/matomo.js']);
  expect(own.win._paq).toEqual([
    ['requireConsent'],
    ['setConsentGiven'],
    ['setTrackerUrl', 'https://stats.example.com/matomo/matomo.php'],
    ['setSiteId', '7'],
    ['trackPageView'],
    ['enableLinkTracking'],
  ]);
  const lost = page(serviceOf('matomo', { tagId: '7' }));
  await lost.start();
  await lost.answer(true);
  expect([lost.scripts, lost.win, lost.reported]).toEqual([[], {}, [['script', 'matomo']]]);
});

test('PostHog and Mixpanel find their project in the page, with the fields of the owner', async () => {
  for (const [id, tagId, name] of [
    ['posthog', 'phc_abc', 'posthog'],
    ['mixpanel', '0123456789abcdef0123456789abcdef', 'mixpanel'],
  ] as const) {
    const { start, answer, win } = page(serviceOf(id, { tagId, config: { api_host: 'https://own.example.com' } }));
    await start();
    await answer(true);
    expect((win[name] as { _i: unknown[] })._i).toEqual([[tagId, { api_host: 'https://own.example.com' }, name]]);
  }
});

test("PostHog's script comes from where the site's data goes; an address of the site comes before it", async () => {
  for (const [more, src] of [
    [{}, 'https://us-assets.i.posthog.com/static/array.js'],
    [{ config: { api_host: 'https://own.example.com/ph/' } }, 'https://own.example.com/ph/static/array.js'],
    [{ config: { api_host: 'javascript:alert(1)' } }, 'https://us-assets.i.posthog.com/static/array.js'],
    [{ config: { api_host: 'https://eu.i.posthog.com' }, script: '/own.js' }, '/own.js'],
  ] as const) {
    const { start, answer, scripts } = page(serviceOf('posthog', { tagId: 'phc_abc', ...more }));
    await start();
    await answer(true);
    expect(scripts.map((script) => script.src)).toEqual([src]);
  }
});

test('Intercom keeps what the page says of who is signed in', async () => {
  const { start, answer, win } = page(serviceOf('intercom', { tagId: 'abc12345', config: { alignment: 'left' } }));
  win.intercomSettings = { email: 'a@b.example', app_id: 'other' };
  await start();
  await answer(true);
  expect(win.intercomSettings).toEqual({ email: 'a@b.example', app_id: 'abc12345', alignment: 'left' });
});

test("a script that the site gives loads as it is: without an id the vendor's queue is the site's own matter", async () => {
  const { start, answer, scripts, win } = page(serviceOf('hotjar', { script: '/own/hotjar.js' }));
  await start();
  await answer(true);
  expect(scripts.map(({ src }) => src)).toEqual(['/own/hotjar.js']);
  expect(win).toEqual({});
});

test('a script of the site itself needs no protocol: it loads after the yes, once', async () => {
  const own = { id: 'own', name: 'Own', provider: 'Own Ltd', category: 'analytics', script: '/own.js' };
  const { start, answer, scripts, win } = page(own);
  await start();
  await answer(false);
  expect(scripts).toEqual([]);
  await answer(true);
  await answer(false);
  await answer(true);
  expect(scripts.map(({ src }) => src)).toEqual(['/own.js']);
  expect(win).toEqual({});
});

test('a vendor in "necessary" is not loaded, also before the options were checked', async () => {
  for (const more of [{}, { script: 'https://www.clarity.ms/tag/abc123' }]) {
    const { start, scripts, win } = page({ id: 'microsoft-clarity', tagId: 'abc123', category: 'necessary', ...more });
    await start();
    expect([scripts, win]).toEqual([[], {}]);
  }
});

test('stopped it says nothing; started again it goes on, without a second script', async () => {
  const { start, answer, scripts, arrive, stop } = page(serviceOf('microsoft-clarity', { tagId: 'abc123' }));
  await start();
  await answer(true);
  arrive('clarity');
  stop();
  expect(await answer(false)).toEqual([]);
  await answer(true);
  await start();
  expect(scripts).toHaveLength(1);
  expect(arrive()).toEqual(contractOf('microsoft-clarity')?.brought);
  expect(await answer(false)).toEqual(contractOf('microsoft-clarity')?.withdrawn);
});

test('a platform hears nothing before the visitor has answered', async () => {
  for (const [id, name] of [
    ['shopify', 'Shopify'],
    ['wp-consent-api', 'wp_set_consent'],
  ] as const) {
    const { start, arrive } = page(serviceOf(id));
    await start();
    expect(arrive(name).filter((call) => String(call) !== 'wp_consent_type_defined')).toEqual([]);
  }
});
