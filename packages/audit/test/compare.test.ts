import { expect, test } from 'vitest';
import { compareReports } from '../src/compare/compare.js';
import { comparisonText } from '../src/compare/text.js';
import { brokenReport, cookie, HIT, hit, keptReport, report, SITE, visit } from './sample.js';

const accepted = visit('accepted');
const before = report(
  [
    visit('untouched'),
    visit('rejected'),
    {
      ...accepted,
      requests: [...accepted.requests, hit()],
      cookies: [...accepted.cookies, cookie('_fbp', { at: 2100 })],
    },
  ],
  [],
);

test('nothing has changed', () => {
  const same = compareReports(keptReport(), keptReport());
  expect(same).toEqual({ new: [], gone: [], earlier: [], later: [], broken: [], mended: [], notes: [] });
  expect(comparisonText(same)).toBe('Nothing has changed.\n');
});

test('new, gone, and earlier than a visitor allowed', () => {
  const after = brokenReport();
  const changes = compareReports(before, after);
  expect(changes.new).toEqual([{ kind: 'cookie', name: '_ga', when: 'after Reject', pages: [SITE] }]);
  expect(changes.gone).toEqual([{ kind: 'cookie', name: '_fbp', when: 'after Accept', pages: [SITE] }]);
  expect(changes.earlier).toEqual([
    { kind: 'host', name: 'region1.google-analytics.com', when: 'after Reject', was: 'after Accept', pages: [SITE] },
  ]);
  expect(changes.broken).toEqual([HIT.says]);
  expect(changes.notes).toEqual([
    'Only the report of after has the state withdrawn.',
    'Only the report of after has the state gpc.',
  ]);
  expect(compareReports(after, before)).toMatchObject({
    mended: [HIT.says],
    later: [{ name: 'region1.google-analytics.com', when: 'after Accept', was: 'after Reject' }],
  });
  expect(comparisonText(changes)).toContain(`Earlier
  host region1.google-analytics.com, after Reject (1 page); before: after Accept`);
});
