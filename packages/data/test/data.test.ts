import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { source as sourceOfCookieCap } from '../src/cookie-cap.js';
import { furtherVendors, source as sourceOfFurtherVendors } from '../src/further-vendors.js';
import { geoHeaders } from '../src/geo-headers/index.js';
import { loadedAnywhere, loadedWords, proposedRefusals, source as sourceOfWords } from '../src/loaded-words.js';
import { necessaryItems, source as sourceOfNecessaryItems } from '../src/necessary-items.js';
import { requestShapes, source as sourceOfRequestShapes } from '../src/request-shapes.js';
import { source as sourceOfTrackers, trackers } from '../src/trackers.js';
import type { GeoHeaders, Locale, Regime, Service, Source, TagFacts, Tool } from '../src/types.js';

interface Row<T> {
  /** File name without its ending. */
  readonly file: string;
  readonly row: T;
  readonly source: Source | undefined;
  /** Of a vendor's script, if the file has them. */
  readonly tag: TagFacts | undefined;
  readonly script: string | undefined;
}

/** Every file of a folder, so that a new one is tested without a line here. */
async function rowsOf<T>(folder: string, atLeast: number, besides: string[] = []): Promise<Row<T>[]> {
  const url = new URL(`../src/${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((file) => !besides.includes(file));
  if (files.length < atLeast) throw new Error(`${folder}: saw ${files.length} files, expected at least ${atLeast}`);
  return Promise.all(
    files.map(async (name) => {
      // What is taken out beside `source` are parts of the row, for bundles that need no more.
      const { source, core, tag, script, firstLayer, secondLayer, acceptanceTexts, embedTexts, lawTexts, ...more } =
        await import(/* @vite-ignore */ new URL(name, url).href);
      const { categoryNames, vendorPolicy, settingsName, law, ...rows } = more;
      const [row, ...others] = Object.values(rows);
      if (!row || others.length) throw new Error(`${folder}/${name} must export one row, and source`);
      return { file: name.replace(/\.ts$/, ''), row: row as T, source, tag, script };
    }),
  );
}

const regimes = await rowsOf<Regime>('regimes', 50, ['index.ts', 'by-place.ts', 'shared.ts', 'strictest.ts']);
const services = await rowsOf<Service>('services', 70, [
  'all.ts',
  'apis.ts',
  'catalogue.ts',
  'cores.ts',
  'hosts.ts',
  'ids.ts',
  'index.ts',
  'tags.ts',
]);
const senders = await rowsOf<GeoHeaders>('geo-headers', 6, ['index.ts']);
const locales = await rowsOf<Locale>('locales', 13, ['index.ts']);
const tools = await rowsOf<Tool>('tools', 12, ['all.ts', 'ids.ts', 'index.ts']);
const english = locales.find(({ file }) => file === 'en')?.row as Locale;

/** Every text by its path, for example `categories.analytics.label`. */
function textsOf(value: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, entry]) =>
      typeof entry === 'object' ? textsOf(entry, `${path}${key}.`) : { [path + key]: entry },
    ),
  );
}

const placeholdersOf = (text: string) => (text.match(/\{[^}]*\}?/g) ?? []).sort();
const isHttps = (url: string) => url === new URL(url).href && url.startsWith('https://');

/** A host, with or without a path. A path alone is one of a site, and so no fact about a vendor. */
const HOST = /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}(\/[^\s/?#*']+)*\/?$/;
/** Whether an entry of `hosts` covers an address. */
function covers(entry: string, address: string): boolean {
  const [, host = '', path = ''] = /^([^/]*)(.*)$/.exec(entry) ?? [];
  const { hostname, pathname } = new URL(address);
  return (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname) && pathname.startsWith(path);
}

const lists = [
  { file: 'loaded-words', source: sourceOfWords },
  { file: 'trackers', source: sourceOfTrackers },
  { file: 'cookie-cap', source: sourceOfCookieCap },
  { file: 'further-vendors', source: sourceOfFurtherVendors },
  { file: 'necessary-items', source: sourceOfNecessaryItems },
  { file: 'request-shapes', source: sourceOfRequestShapes },
];

describe.each([...regimes, ...services, ...senders, ...tools, ...lists])('source of $file', ({ source }) => {
  test('names https pages and the day they were read', () => {
    expect(source?.urls.length).toBeGreaterThan(0);
    for (const url of source?.urls ?? []) expect(url).toSatisfy(isHttps);
    const day = source?.reviewedOn ?? '';
    expect(new Date(day).toISOString()).toBe(`${day}T00:00:00.000Z`);
    expect(Date.parse(day)).toBeLessThanOrEqual(Date.now());
  });
});

describe('services', () => {
  test('ids are unique', () => {
    expect(new Set(services.map(({ row }) => row.id)).size).toBe(services.length);
  });

  test.each(services)('$file is complete and well formed', ({ row }) => {
    expect(row.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [row.name, row.provider]) expect(words).toMatch(/^\S(.*\S)?$/);
    expect(Object.keys(english.categories)).toContain(row.category);
    expect(row.policyUrl).toSatisfy(isHttps);
    if (row.country) {
      expect(row.country).toMatch(/^[A-Z]{2}$/);
      expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(row.country)).toBeTruthy();
    }
    for (const host of row.hosts ?? []) expect(host).toMatch(HOST);
    if (row.script) {
      expect(row.script).toSatisfy(isHttps);
      expect(row.hosts?.some((host) => covers(host, row.script as string))).toBe(true);
      // A vendor's script is never strictly necessary.
      expect(row.category).not.toBe('necessary');
    }
    // The site's own id is no fact about the vendor.
    expect(row.tagId).toBeUndefined();
  });

  const tags = services.filter(({ tag }) => tag);
  test.each(tags)(
    '$file says how its script is loaded, by an id that looks like the example',
    ({ row, tag, script }) => {
      expect(tag?.api).toMatch(/^[a-z]+$/);
      if (tag?.id) expect(tag.id.example).toMatch(tag.id.pattern);
      // Any text at all is no id.
      expect(tag?.id?.pattern.test('an example') ?? false).toBe(false);
      if (!script) return;
      expect(tag?.id).toBeTruthy();
      const { href } = new URL(script.replace('{id}', tag?.id?.example ?? ''));
      expect(href).toMatch(/^https:/);
      expect(row.hosts?.some((host) => covers(host, href))).toBe(true);
      expect(row.category).not.toBe('necessary');
    },
  );

  const stores = services.flatMap(({ file, row }) => (row.stores ?? []).map((store) => ({ file, ...store })));
  test.each(stores)('$file: $name has a pattern and a lifetime that can be shown', ({ name, kind, lifetime }) => {
    // Only the name of a cookie has to be a token.
    expect(name).toMatch(kind === 'cookie' ? /^[^\s*;,=]+\*?$/ : /^\S[^*]*\*?$/);
    expect(Object.keys(english.kinds)).toContain(kind);
    if (lifetime === 'session' || lifetime === 'persistent' || lifetime === 'unknown') return;
    const [count, unit] = lifetime;
    expect(count).toBeGreaterThan(0);
    expect(new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count)).toContain(unit);
  });
});

describe('tools', () => {
  test.each(tools)('$file is named after its file, and its names lead to what there is', ({ file, row }) => {
    expect(row.id).toBe(file);
    expect(row.recognise.length).toBeGreaterThan(0);
    // A short text would be found in pages that have nothing to do with the tool.
    for (const text of row.recognise) expect(text.length, text).toBeGreaterThan(5);
    for (const key of Object.values(row.categories)) expect(Object.keys(english.categories)).toContain(key);
    const ids = services.map((service) => service.row.id);
    for (const id of Object.values(row.services ?? {})) expect(ids, id).toContain(id);
    if (row.stored) expect(row.stored.days).toBeGreaterThan(0);
  });
});

describe('further vendors', () => {
  test.each(furtherVendors)('$name has well-formed hosts and a known category', ({ hosts, category }) => {
    for (const host of hosts) expect(host).toMatch(HOST);
    expect(hosts.length).toBeGreaterThan(0);
    if (category) expect(Object.keys(english.categories)).toContain(category);
  });

  test('each stands once, and is no service of the catalogue', () => {
    expect(furtherVendors.length).toBeGreaterThan(100);
    const hosts = [...furtherVendors, ...services.map(({ row }) => row)].flatMap((each) => each.hosts ?? []);
    const ours = new Set(furtherVendors.flatMap((each) => each.hosts));
    expect(hosts.filter((host, index) => ours.has(host) && hosts.indexOf(host) !== index)).toEqual([]);
  });
});

describe('necessary items', () => {
  test('are named once, and are no tracker’s', () => {
    const names = necessaryItems.flatMap(({ stores }) => stores);
    expect(names.length).toBeGreaterThan(50);
    expect(new Set(names).size).toBe(names.length);
    const marked = new Set(trackers.flatMap(({ stores }) => stores));
    expect(names.filter((name) => marked.has(name) || /^.?\*/.test(name))).toEqual([]);
  });
});

describe('request shapes', () => {
  test.each(requestShapes)(
    'one of $service is that of a service, and says something',
    ({ service, path, query, body }) => {
      expect(services.map(({ row }) => row.id)).toContain(service);
      expect(path ?? query ?? body).toBeDefined();
      // An empty parameter is none.
      for (const value of Object.values(query ?? {})) expect(value.test('')).toBe(false);
    },
  );
});

describe('trackers', () => {
  test('each is there once, and is recognised by something of its own', () => {
    expect(trackers.length).toBeGreaterThan(10);
    const marks = trackers.flatMap(({ name, hosts, stores }) => {
      expect(hosts.length + stores.length, name).toBeGreaterThan(0);
      return [name, ...hosts, ...stores];
    });
    expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([]);
  });

  test.each(trackers)('$name is not what the catalogue says already', ({ name, hosts, stores }) => {
    const own = services.find(({ row }) => row.name === name)?.row;
    const names = new Set(own?.stores?.map((store) => store.name));
    expect([own?.hosts, stores.every((store) => names.has(store))]).not.toEqual([hosts, true]);
  });

  test.each(trackers)('$name has well-formed hosts and names', ({ hosts, stores }) => {
    for (const host of hosts) expect(host).toMatch(HOST);
    // A short start would match what other code stores.
    for (const name of stores) expect(name).toMatch(/^[^\s*;,=]{3,}\*?$/);
  });
});

test('what a regulator proposes for a refusal is loaded by its words alone', () => {
  for (const [file, pattern] of Object.entries(proposedRefusals)) {
    expect(Object.keys(loadedWords)).toContain(file);
    expect(pattern.source, 'the whole text').toMatch(/^\^.*\$$/);
  }
});

describe('geo-headers', () => {
  test('every file is in the list under its own name', () => {
    expect(Object.entries(geoHeaders).sort()).toEqual(senders.map(({ file, row }) => [file, row]).sort());
  });

  test.each(senders)('$file names headers in lower case, each once', ({ row: { country, subdivision, json } }) => {
    const names = [country, subdivision, json].filter((name) => name !== undefined);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('English', () => {
  test('has each placeholder where the interface fills it in', () => {
    const placed = Object.entries(textsOf(english)).map(([path, text]) => [path, placeholdersOf(text)] as const);
    expect(Object.fromEntries(placed.filter(([, placeholders]) => placeholders.length))).toEqual({
      ask: ['{controller}', '{purposes}'],
      serviceCount: ['{count}'],
      servicePolicy: ['{service}'],
      'acceptance.inForce': ['{date}', '{version}'],
      'embed.always': ['{category}'],
      'embed.ask': ['{service}'],
      'law.optInAgain': ['{purposes}'],
      'law.notice': ['{controller}', '{purposes}'],
      'law.minors': ['{age}'],
      'law.authority': ['{authority}'],
    });
  });

  test('keeps the labels that privacy policies name', () => {
    expect([english.accept, english.reject]).toEqual(['Accept all', 'Reject all']);
    expect(english.categories.analytics.label).toBe('Analytics');
    // California's example of the display it demands, 11 CCR 7025(c)(6).
    for (const text of [english.gpc, english.law.honored]) expect(text).toContain('Opt-Out Request Honored');
  });
});

const fromTheRight = locales.filter(({ row }) => row.dir === 'rtl');
// Between Arabic words 2026-05-12 would be shown as 12-05-2026.
test.each(fromTheRight)('locale $file isolates the names and numbers that are filled in', ({ row }) => {
  for (const [path, text] of Object.entries(textsOf(row)))
    expect(text, path).not.toMatch(/(?<!\u2068)\{(?!count|purposes)|(?<!count|purposes)\}(?!\u2069)/);
});

describe.each(locales)('locale $file', ({ file, row }) => {
  // The only one that a language may leave out.
  const { separator = ', ', ...words } = row;
  const texts = textsOf(words);
  const phrases = Object.entries(texts).filter(([path]) => path !== 'lang' && path !== 'dir');

  test('names its language and direction', () => {
    expect(row.lang.toLowerCase()).toBe(file);
    expect(Intl.getCanonicalLocales(row.lang)).toEqual([row.lang]);
    const language: Intl.Locale & { getTextInfo?(): { direction: string } } = new Intl.Locale(row.lang);
    const rightToLeft = /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)$/.test(language.maximize().script ?? '');
    expect(row.dir).toBe(language.getTextInfo?.().direction ?? (rightToLeft ? 'rtl' : 'ltr'));
  });

  test('separates the names of a list', () => {
    expect(separator).toMatch(/^\p{P} ?$/u);
  });

  test('has exactly the texts of English, none of them empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(textsOf(english)).sort());
    for (const [path, text] of phrases) {
      expect(text, path).not.toBe('');
      expect(text, path).toBe(text.trim());
    }
  });

  test('is translated', () => {
    const same = phrases.filter(([path, text]) => file !== 'en' && text === textsOf(english)[path]);
    expect(same.length, String(same)).toBeLessThan(phrases.length / 5);
    for (const [path] of same) expect(path).not.toMatch(/^acceptance\./);
  });

  test('has the placeholders of English', () => {
    for (const [path, text] of phrases)
      expect(placeholdersOf(text), path).toEqual(placeholdersOf(textsOf(english)[path] ?? ''));
  });

  test('accepts and rejects in the same words, short enough for 320 px', () => {
    const { accept, reject } = row;
    expect(accept).not.toBe(reject);
    for (const label of [accept, reject, row.choose, row.save]) expect(label.length, label).toBeLessThanOrEqual(24);
    // Parallel in form: both begin, or both end, with the same word for "all".
    const words = (text: string) => [...new Intl.Segmenter(row.lang, { granularity: 'word' }).segment(text)];
    const isShared = (at: number) => words(accept).at(at)?.segment === words(reject).at(at)?.segment;
    expect(isShared(0) || isShared(-1), `${accept} | ${reject}`).toBe(true);
  });

  test('accepts a policy or not in the same word, short enough for 320 px', () => {
    const { accept, decline } = row.acceptance;
    expect(decline.length, decline).toBeLessThanOrEqual(24);
    expect(decline).not.toBe(accept);
    expect(decline.toLowerCase()).toContain(accept.toLowerCase());
  });

  test('its buttons for objections fit beside each other at 320 px', () => {
    const { object, optIn, stayOptedOut } = row.law;
    for (const label of [object, optIn, stayOptedOut]) expect(label.length, label).toBeLessThanOrEqual(24);
    expect(optIn).not.toBe(stayOptedOut);
  });

  test('names a category after a colon, with nothing that depends on it, and loads once in few words', () => {
    const { once, always } = row.embed;
    expect(always).toMatch(/[:：]\s?(\u2068)?\{category\}(\u2069)?$/);
    for (const label of [once, always.split(/[:：]/)[0] ?? '']) expect(label.length, label).toBeLessThanOrEqual(24);
  });

  const review = new URL(`../reviews/${file}.md`, import.meta.url);
  if (existsSync(review))
    test('was read again: each text stands in the review, with its placeholders', () => {
      const rows = [...readFileSync(review, 'utf8').matchAll(/^\| `(?!separator)([\w.]+)` \| (.+) \|$/gm)];
      const back = Object.fromEntries(rows.map(([, path, text]) => [path, text]));
      expect(Object.keys(back).sort()).toEqual(phrases.map(([path]) => path).sort());
      for (const [path, text] of phrases) expect(placeholdersOf(back[path] ?? ''), path).toEqual(placeholdersOf(text));
    });

  test('says nothing loaded', () => {
    const own = loadedWords[file];
    for (const [path, text] of phrases) {
      expect(text, path).not.toMatch(loadedAnywhere);
      if (own) expect(text, path).not.toMatch(own);
    }
  });
});
