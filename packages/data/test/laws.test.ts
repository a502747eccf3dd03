import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locale } from '../src/locales/en.js';
import { locales } from '../src/locales/index.js';
import { byPlace } from '../src/regimes/by-place.js';
import { regimes } from '../src/regimes/index.js';
import { strictest } from '../src/regimes/strictest.js';
import type { Law } from '../src/types.js';

const isHttps = (url: string) => url === new URL(url).href && url.startsWith('https://');
const EXEMPTIONS = ['audience-measurement', 'appearance'];
const CATEGORIES = ['functional', 'analytics', 'marketing'];

const rows = await Promise.all(
  regimes.map(async (row) => {
    const load = byPlace[row.places[0] as string];
    if (!load) throw new Error(`${row.id} is not in by-place.ts`);
    const { law, source } = await load();
    return { id: row.id, row, law, source };
  }),
);
const lawOf = (id: string) => rows.find((each) => each.id === id)?.law as Law;
const idsWhere = (is: (law: Law) => unknown) => rows.filter(({ law }) => is(law)).map(({ id }) => id);

describe('the list of laws', () => {
  test('has every file of the folder, in both lists', () => {
    const files = readdirSync(new URL('../src/regimes/', import.meta.url))
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !['index', 'by-place', 'shared', 'strictest'].includes(file))
      .sort();
    expect(files.length).toBeGreaterThan(50);
    expect(regimes.map(({ id }) => id).sort()).toEqual(files);
  });

  test('has every place once', () => {
    const places = regimes.flatMap((each) => each.places);
    expect(places.length).toBeGreaterThan(70);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    expect(Object.keys(byPlace).sort()).toEqual(places.sort());
  });

  test('finds the law of each place, and no other', async () => {
    for (const row of regimes)
      for (const place of row.places) expect((await byPlace[place]?.())?.regime, place).toBe(row);
  });

  test('has the country of each subdivision, for its other parts', () => {
    const places = regimes.flatMap((each) => each.places);
    for (const place of places) expect(places).toContain(place.slice(0, 2));
  });

  test('an unknown place is never treated more freely than a known one', () => {
    expect(strictest.rules).toEqual({});
    expect(strictest.exemptions).toBeUndefined();
    for (const { id, grantMaxAgeDays, refusalCooldownDays } of regimes) {
      expect(strictest.grantMaxAgeDays, id).toBeLessThanOrEqual(grantMaxAgeDays);
      expect(strictest.refusalCooldownDays, id).toBeGreaterThanOrEqual(refusalCooldownDays);
    }
  });
});

describe.each(rows)('$id', ({ id, row, law, source }) => {
  test('has its file name as id, real places and sane clocks', () => {
    expect(row.id).toBe(id);
    expect(row.places.length).toBeGreaterThan(0);
    for (const place of row.places) {
      expect(place).toMatch(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);
      const country = place.slice(0, 2);
      expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country), place).toBeTruthy();
      // Old names such as UK, and groups such as EU, match no visitor.
      expect(new Intl.Locale(`und-${country}`).maximize().region, place).toBe(country);
      expect(['EU', 'EZ', 'UN'], place).not.toContain(country);
    }
    for (const days of [row.grantMaxAgeDays, row.refusalCooldownDays]) {
      expect(days).toSatisfy(Number.isInteger);
      expect(days).toBeGreaterThanOrEqual(184);
      expect(days).toBeLessThanOrEqual(731);
    }
    // An expired yes brings the banner back; a no given with it must not be asked about any sooner.
    expect(row.refusalCooldownDays).toBeLessThanOrEqual(row.grantMaxAgeDays);
  });

  test('says the same in its model as in its rules', () => {
    const models = { ask: 'opt-in', 'run-until-objection': 'opt-out', inform: 'notice', exempt: 'none' } as const;
    const { others = 'ask', ...named } = row.rules;
    expect(Object.keys(row.rules)).toContain('others');
    expect(models[others]).toBe(law.model);
    for (const rule of Object.values(named)) expect(Object.keys(models)).toContain(rule);
  });

  test('wants a no beside the yes where it asks, and no buttons where it does not', () => {
    if (law.model === 'opt-in') expect(law.firstLayer).toEqual(expect.arrayContaining(['accept', 'reject']));
    else expect(law.firstLayer).toEqual([]);
    expect(new Set(law.firstLayer).size).toBe(law.firstLayer.length);
  });

  test('has the conditions of each exemption, and no others', () => {
    const known = Object.keys(row.exemptions ?? {});
    expect(Object.keys(law.conditions ?? {}).sort()).toEqual([...known].sort());
    for (const exemption of known) expect(EXEMPTIONS).toContain(exemption);
    for (const rule of Object.values(row.exemptions ?? {})) expect(['inform', 'exempt']).toContain(rule);
    for (const sentence of Object.values(law.conditions ?? {}).flat()) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('has rules for minors that each have a say', () => {
    const seen = new Map<string, number>();
    for (const { under, categories = CATEGORIES } of law.minors ?? []) {
      expect(under).toSatisfy(Number.isInteger);
      expect(under).toBeGreaterThanOrEqual(10);
      expect(under).toBeLessThanOrEqual(21);
      for (const key of categories) expect(CATEGORIES).toContain(key);
      // The first rule that covers age and category holds, so a later one has to be about somebody else.
      expect(categories.some((key) => (seen.get(key) ?? 0) < under)).toBe(true);
      for (const key of categories) seen.set(key, Math.max(under, seen.get(key) ?? 0));
    }
  });

  test('has links that lead somewhere, and an icon only beside exact words', () => {
    for (const link of law.links?.flat() ?? []) {
      expect(link.panels.length).toBeGreaterThan(0);
      if (link.icon) expect(link.text).toBeTruthy();
    }
    for (const set of law.links ?? []) expect(set.flatMap(({ panels }) => panels)).toContain('opt-out');
    for (const { text } of law.notices ?? []) expect(text).toMatch(/^NOTICE: .*\.$/);
    // Who may object finds the way.
    if (law.model === 'opt-out') expect(law.links?.length).toBeGreaterThan(0);
  });

  test('names its authority, one for each place at most', () => {
    const { authority, authorities = {} } = law;
    if (Object.keys(authorities).length) {
      expect(authority).toBeUndefined();
      expect(Object.keys(authorities).sort()).toEqual([...row.places].sort());
    }
    for (const { name, url } of [...Object.values(authorities), ...(authority ? [authority] : [])]) {
      expect(name).toMatch(/^\S(.*\S)?$/);
      expect(url).toSatisfy(isHttps);
    }
  });

  test('wants only languages that the interface has', () => {
    for (const language of law.languages ?? []) {
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
      expect(Object.keys(locales)).toContain(language.toLowerCase());
    }
  });

  test('says how sure it is, and asks where it is not', () => {
    expect(['primary', 'secondary', 'unverified']).toContain(source.confidence);
    if (source.confidence === 'unverified') expect(row.rules.others).toBe('ask');
    if (law.inForce) expect(law.inForce).toMatch(/^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/);
    expect(law.name).toMatch(/^\S(.*\S)?$/);
  });
});

describe('what the law words exactly', () => {
  test('the links of California: two, or one with the icon', () => {
    expect(lawOf('us-california').links).toEqual([
      [
        { text: 'Do Not Sell or Share My Personal Information', panels: ['opt-out'] },
        { text: 'Limit the Use of My Sensitive Personal Information', panels: ['limit'] },
      ],
      [{ text: 'Your Privacy Choices', icon: 'opt-out', panels: ['opt-out', 'limit'] }],
      [{ text: 'Your California Privacy Choices', icon: 'opt-out', panels: ['opt-out', 'limit'] }],
    ]);
  });

  test('what California shows once it honoured the signal, as the interface does', () => {
    expect(lawOf('us-california').gpcStatus).toBe('Opt-Out Request Honored');
    expect(locale.gpc).toContain('Opt-Out Request Honored');
  });

  test('the notices of Texas', () => {
    expect(lawOf('us-texas').notices?.map(({ text }) => text)).toEqual([
      'NOTICE: We may sell your sensitive personal data.',
      'NOTICE: We may sell your biometric personal data.',
    ]);
  });

  test('where Global Privacy Control has to be honoured: twelve states, and two to come', () => {
    const states = 'california colorado connecticut delaware louisiana maryland minnesota montana nebraska';
    const more = 'new-hampshire new-jersey oregon texas vermont';
    expect(idsWhere(({ gpc }) => gpc === 'required')).toEqual(
      `${states} ${more}`.split(' ').map((each) => `us-${each}`),
    );
  });

  test('where services may be exempt: France and the United Kingdom', () => {
    expect(rows.filter(({ row }) => row.exemptions).map(({ id }) => id)).toEqual(['france', 'uk']);
  });

  test('where a withdrawal has to say what it leads to: Thailand', () => {
    expect(idsWhere(({ withdrawalEffect }) => withdrawalEffect)).toEqual(['thailand']);
  });
});
