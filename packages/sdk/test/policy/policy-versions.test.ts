import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkVersions,
  type PolicyVersion,
  upcomingVersion,
  versionInForce,
} from '../../src/policy/policy-versions.js';
import { DAY_MS, time } from '../arbitraries.js';

const version = (name: string, publishedAt: string, effectiveAt: string): PolicyVersion => ({
  version: name,
  publishedAt,
  effectiveAt,
  url: `/privacy/${name}`,
});

const iso = (at: number) => new Date(at).toISOString();

/** Versions published and effective around a time, each with its own name. */
const around = (now: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.nat(60)), { minLength: 1, maxLength: 6 })
    .map((spans) =>
      spans.map(([start, notice], place) =>
        version(String(place), iso(now + (start - notice) * DAY_MS), iso(now + start * DAY_MS)),
      ),
    );

describe('versionInForce', () => {
  test('is one that has taken effect, and none has taken effect since', () => {
    fc.assert(
      fc.property(
        time.chain((now) => fc.tuple(fc.constant(now), around(now))),
        ([now, versions]) => {
          const effective = versions.map(({ effectiveAt }) => Date.parse(effectiveAt)).filter((at) => at <= now);
          const found = versionInForce(versions, now);
          expect(found ? Date.parse(found.effectiveAt) : null).toBe(effective.length ? Math.max(...effective) : null);
        },
      ),
    );
  });

  test('changes at the moment the new one takes effect, not when it is published, in whatever order they are listed', () => {
    const versions = [version('2', '2026-05-01', '2026-06-01T12:00:00Z'), version('1', '2025-01-01', '2025-01-01')];
    const at = Date.parse('2026-06-01T12:00:00Z');
    expect(versionInForce(versions, Date.parse('2024-12-31'))).toBeNull();
    expect(versionInForce(versions, Date.parse('2026-05-02'))?.version).toBe('1');
    expect(versionInForce(versions, at - 1)?.version).toBe('1');
    expect(versionInForce(versions, at)?.version).toBe('2');
    expect(versions.map((each) => each.version)).toEqual(['2', '1']);
  });
});

describe('upcomingVersion', () => {
  test('is there from the day it is published until it takes effect, the nearest first', () => {
    const versions = [
      version('3', '2026-05-01', '2026-09-01'),
      version('2', '2026-05-01', '2026-06-01'),
      version('1', '2025-01-01', '2025-01-01'),
    ];
    const upcoming = (day: string) => upcomingVersion(versions, Date.parse(day))?.version;
    expect(upcoming('2026-04-30')).toBeUndefined();
    expect(upcoming('2026-05-01')).toBe('2');
    expect(upcoming('2026-05-31')).toBe('2');
    expect(upcoming('2026-06-01')).toBe('3');
    expect(upcoming('2026-09-01')).toBeUndefined();
  });
});

describe('checkVersions', () => {
  const first = version('1', '2025-01-01', '2025-01-01');
  const notice = (days: number) => version('2', iso(Date.parse('2026-06-01') - days * DAY_MS), '2026-06-01');

  test('a change announced 31 or 30 days ahead keeps a promise of 30, one of 29 days does not, and is named', () => {
    expect(checkVersions([first, notice(31)], 30).problems).toEqual([]);
    expect(checkVersions([first, notice(30)], 30).problems).toEqual([]);
    const { problems, usable, sure } = checkVersions([first, notice(29)], 30);
    expect(sure).toBe(true);
    expect(checkVersions([first], 'soon' as never)).toMatchObject({
      sure: true,
      problems: [expect.stringContaining('"soon"')],
    });
    expect(problems).toEqual([expect.stringMatching(/"2" takes effect 29 days after .* 30 you promise/)]);
    expect(usable).toHaveLength(2);
  });

  test('without a promise nothing is checked; the first version needs no notice if it holds at once', () => {
    expect(checkVersions([first, notice(0)]).problems).toEqual([]);
    expect(checkVersions([first], 30).problems).toEqual([]);
    expect(checkVersions([notice(29)], 30).problems).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['no date', { ...first, effectiveAt: undefined }],
    ['a date that is none', { ...first, publishedAt: 'soon' }],
    ['an effect before its publication', version('1', '2026-02-01', '2026-01-01')],
    ['no address', { ...first, url: '' }],
    ['no name', { ...first, version: undefined }],
    ['nothing', null],
  ])('a version with %s is named and left out', (_, bad) => {
    const { usable, sure, problems } = checkVersions([notice(30), bad as PolicyVersion]);
    expect(usable.map((each) => each.version)).toEqual(['2']);
    expect([sure, problems.length]).toEqual([false, 1]);
  });

  test.each([[[]], [undefined], ['2026']])('%j is no list of versions', (bad) => {
    expect(checkVersions(bad as never).problems).toEqual([expect.stringContaining('no policy version')]);
  });

  test('two versions of one name are named', () => {
    expect(checkVersions([first, { ...notice(30), version: '1' }]).problems).toEqual([
      expect.stringContaining('Two policy versions'),
    ]);
  });
});
