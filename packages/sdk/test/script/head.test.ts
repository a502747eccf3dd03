import { Script } from 'node:vm';
import { headStub } from 'askfirst/server';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { deriveConsent } from '../../src/policy/consent.js';
import { googleSignals } from '../../src/policy/google-signals.js';
import { parseRecord } from '../../src/policy/record.js';
import { resolveRegime } from '../../src/policy/regime.js';
import { sealed } from '../../src/policy/seal.js';
import { siteOf } from '../../src/policy/site.js';
import type { ConsentRecord, Options } from '../../src/policy/types.js';
import { choiceAround, pathsIn, recordWith, replaceAt, time } from '../arbitraries.js';
import { validOptions } from '../options.js';

vi.mock('../../src/server/head-text.js', () => ({ headText: 'stub()' }));

const { outputFiles } = buildSync({
  entryPoints: [new URL('../../src/script/head.ts', import.meta.url).pathname],
  bundle: true,
  format: 'iife',
  write: false,
  supported: { 'dynamic-import': false },
});
const code =
  outputFiles[0]?.text
    .replaceAll('import(', 'fetchChunk(')
    .replaceAll(/Promise\.resolve\(\)\.then\(\(\) =>[^\n]*fetchChunk/g, 'fetchChunk') ?? '';

const stub = new Script(code);

interface Visit {
  readonly options: Options;
  readonly text: string | null;
  readonly now: number;
  readonly gpc: boolean;
}

/** The attributes of the script tag as a server writes them. */
function datasetOf(options: Options): Record<string, string> {
  const [, core = ''] = /(<script async[^>]*>)/.exec(headStub({ src: '/askfirst.js', options })) ?? [];
  const plain = (value: string) =>
    value
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  return Object.fromEntries(
    [...core.matchAll(/ data-([a-z\d-]+)="([^"]*)"/g)].map(([, name, value]) => [
      (name as string).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
      plain(value as string),
    ]),
  );
}

/** What the stub tells Google beyond the default, and whether it fetches the interface. */
function stubSays({ options, text, now, gpc }: Visit) {
  const fetched: string[] = [];
  const win = {
    dataLayer: [] as ArrayLike<unknown>[],
    localStorage: { getItem: () => text },
    navigator: { globalPrivacyControl: gpc, languages: ['en'] },
  };
  const doc = {
    documentElement: { lang: 'en' },
    currentScript: {
      localName: 'script',
      previousElementSibling: { src: 'https://x.test/askfirst.js', dataset: datasetOf(options) },
    },
  };
  stub.runInNewContext({
    window: win,
    document: doc,
    Date: class extends Date {
      static override now = () => now;
    },
    fetchChunk: async (address: string) => void fetched.push(address),
  });
  const updates = [...win.dataLayer].map((entry) => [...Array.from(entry)]).filter(([, verb]) => verb === 'update');
  return { update: updates[0]?.[2] as Record<string, string> | undefined, times: updates.length, fetched };
}

function coreSays({ options, text, now, gpc }: Visit) {
  const categories = resolveCategories(options);
  const site = siteOf(options);
  const stored = parseRecord(text);
  const record = (stored?.site ?? site) === site ? stored : null;
  const consent = deriveConsent(categories, resolveRegime(options.region as string), record, now, gpc);
  return { record, consent, signals: googleSignals(categories, consent.granted) as Record<string, string> };
}

const asksOf = (options: Options) => resolveCategories(options).slice(1);

/** Options, a clock, and a record about just these options, or nearly. */
const situation = fc.tuple(validOptions, time).chain(([options, now]) =>
  fc.record({
    options: fc.constant(options),
    now: fc.constant(now),
    gpc: fc.boolean(),
    record: recordWith(
      fc.record(
        Object.fromEntries(
          asksOf(options).map(({ key, covers: asks }) => [
            key,
            choiceAround(
              now,
              fc.oneof({ weight: 5, arbitrary: fc.constant(asks) }, { weight: 1, arbitrary: fc.constant([]) }),
            ),
          ]),
        ),
        { noNullPrototype: true },
      ) as never,
    ),
  }),
);

const bySite = (record: ConsentRecord, site: string): ConsentRecord => sealed({ ...record, site }, site);
const isNoMore = (visit: Visit) => {
  const { update, times } = stubSays(visit);
  const { signals } = coreSays(visit);
  expect(times).toBeLessThanOrEqual(1);
  for (const [signal, state] of Object.entries(update ?? {}))
    if (state === 'granted') expect(`${signal} ${signals[signal]}`).toBe(`${signal} granted`);
  return update;
};

test('whatever lies in storage, the stub never says more than the core', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('', 'x', 0, null, [], {}, 'hello 1', '9999', 42),
  );
  fc.assert(
    fc.property(
      situation,
      fc.nat(),
      value,
      fc.constantFrom('spoilt', 'sound', 'of another site', 'without a seal', 'padded', 'noise'),
      fc.string({ unit: 'binary-ascii' }),
      ({ options, now, gpc, record }, place, other, kind, noise) => {
        const own = bySite(record, siteOf(options));
        const paths = pathsIn(own);
        const text = {
          spoilt: JSON.stringify(replaceAt(own, paths[place % paths.length] as never, other)),
          sound: JSON.stringify(own),
          'of another site': JSON.stringify(bySite(record, 'Another owner')),
          'without a seal': JSON.stringify({ ...own, seal: undefined }),
          padded: `${JSON.stringify(own)}${' '.repeat(20_000)}`,
          noise,
        }[kind];
        isNoMore({ options, text: text ?? null, now, gpc });
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test('a record as this build writes it, about just this question: the stub says what the core says', () => {
  let said = 0;
  fc.assert(
    fc.property(situation, ({ options, now, gpc, record }) => {
      const dataset = datasetOf(options);
      const site = siteOf(options);
      const visit = { options, now, gpc, text: JSON.stringify(bySite(record, site)) };
      const update = isNoMore(visit);
      const { consent, signals } = coreSays(visit);
      const knowsSite = site === (dataset.site || dataset.controller || dataset.ga4);
      if (!dataset.asked || dataset.consentMode === 'off' || !knowsSite || !parseRecord(visit.text)) return;
      const isSettled = Object.entries(consent.reasons).every(
        ([key, reason]) => reason === 'choice' || reason === 'gpc' || key === 'necessary',
      );
      const choices = asksOf(options).filter(({ key }) => !(gpc && key === 'marketing'));
      const isLive = choices.every(({ key, covers: asks }) => {
        const { at, until, asked } = record.choices[key] as NonNullable<(typeof record.choices)[string]>;
        return Date.parse(until) > now && Date.parse(at) < now + 864e5 && asks.every((each) => asked.includes(each));
      });
      if (!isSettled || !isLive) {
        expect(update).toBeUndefined();
        return;
      }
      said += 1;
      expect(update).toEqual(signals);
      // A returning visitor has no use for the interface.
      expect(stubSays(visit).fetched).toEqual([]);
    }),
    { numRuns: 600 },
  );
  expect(said).toBeGreaterThan(10);
}, 60_000);
