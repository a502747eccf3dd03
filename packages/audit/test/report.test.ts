import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { htmlReport } from '../src/report/html/html-report.js';
import { partsOf } from '../src/report/html/rows.js';
import { junitReport } from '../src/report/junit.js';
import { sarifReport } from '../src/report/sarif.js';
import { headline, summarise } from '../src/report/summary.js';
import { terminalReport } from '../src/report/terminal.js';
import { lifetime, promiseRank } from '../src/report/words.js';
import { brokenReport, HIT, hit, keptReport, manyReport, report, request, SITE, visit } from './sample.js';

describe('summary', () => {
  test('the worst first; what is the same on many pages once', () => {
    const { broken, promises, verdict } = summarise(manyReport());
    expect(verdict).toBe('broken');
    expect(broken[0]?.promise).toBe('nothing-after-reject');
    // Ten pages, and one of each four findings after Reject.
    expect(broken.filter(({ promise }) => promise === 'nothing-before-choice')).toHaveLength(10);
    expect(broken.find(({ promise }) => promise === 'nothing-before-choice')?.findings).toHaveLength(2);
    expect(promises.map(({ result }) => result)).toEqual([
      'broken',
      'broken',
      'broken',
      'not-seen',
      'kept',
      'kept',
      'kept',
      'kept',
    ]);
    expect(promiseRank('of-tomorrow')).toBeGreaterThan(promiseRank('visit'));
  });

  test('times and pages make no difference', () => {
    const findings = ['a', 'b'].map((page, index) => ({
      ...HIT,
      page: SITE + page,
      says: `A hit left ${SITE}${page} 0.${index} s after Reject.`,
    }));
    expect(summarise(report([], findings)).broken).toMatchObject([{ pages: [`${SITE}a`, `${SITE}b`] }]);
  });

  test('silence is no proof: what was not visited is not kept', () => {
    expect(summarise(keptReport()).verdict).toBe('kept');
    expect(summarise(report([], [])).verdict).toBe('not-looked-at');
    expect(summarise({ ...keptReport(), isPartial: true }).verdict).toBe('not-looked-at');
    const failed = { promise: 'visit', result: 'not-seen', says: 'It never loaded.' } as const;
    expect(summarise(report([visit('untouched')], [failed])).verdict).toBe('not-looked-at');
    const unpressed = { promise: 'nothing-after-reject', result: 'not-seen', says: 'Reject was not found.' } as const;
    expect(summarise(report([visit('untouched')], [unpressed])).verdict).toBe('not-looked-at');
    const unlisted = { promise: 'declaration', result: 'not-seen', says: 'The page declares nothing.' } as const;
    expect(summarise(report([visit('untouched')], [unlisted])).verdict).toBe('kept');
    expect(summarise(report([visit('untouched')], [HIT, failed])).verdict).toBe('broken');
  });

  test('one sentence', () => {
    const say = (each: Parameters<typeof summarise>[0]) => headline(summarise(each));
    expect(say(keptReport())).toBe('All 7 promises were kept in what was seen.');
    expect(say(brokenReport())).toBe('1 of 7 promises is broken.');
    expect(say(report([], []))).toBe('No promise was seen broken, but not everything could be looked at.');
  });
});

test('terminal: what, where, why and the mend', () => {
  const text = terminalReport(brokenReport(), { color: false });
  expect(text).toContain(`✗ After Reject, Google Analytics was sent a hit.
  After Reject, nothing runs that needs a yes
  ${SITE} · Rejected · after 2.6 s
  by script ge, https://www.googletagmanager.com/gtag/js:1:4021
  → Load https://www.googletagmanager.com/gtag/js only after a yes to analytics.`);
  expect(text).toContain('1 page, 5 visits, 16 requests; 1 page left out.');
  expect(text.trimEnd().endsWith('1 of 7 promises is broken.')).toBe(true);
  // One screen, however much there is.
  expect(terminalReport(manyReport(), { color: false }).split('\n').length).toBeLessThan(60);
});

test('JUnit: a failure for what is broken, skipped for what could not be seen', () => {
  const read = (each: Parameters<typeof junitReport>[0]) =>
    new XMLParser({ ignoreAttributes: false }).parse(junitReport(each)).testsuites;
  expect(read(keptReport())['@_failures']).toBe('0');
  const broken = read(brokenReport());
  expect(broken['@_failures']).toBe('1');
  expect(broken.testsuite[0].testcase.failure['#text']).toContain('Mend: Load https://www.googletagmanager.com');
  expect(read(manyReport())['@_skipped']).toBe('1');
});

test('SARIF: a rule for each promise, a result for what is not kept, at the script that did it', () => {
  const { version, runs } = JSON.parse(sarifReport(brokenReport()));
  expect(version).toBe('2.1.0');
  expect(runs[0].tool.driver.rules).toHaveLength(7);
  expect(runs[0].results).toHaveLength(1);
  const [result] = runs[0].results;
  expect(result).toMatchObject({ level: 'error', ruleId: 'nothing-after-reject' });
  expect(result.message.text).toContain(`(${SITE}, Rejected) Load`);
  expect(result.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'https://www.googletagmanager.com/gtag/js' },
    region: { startLine: 1, startColumn: 4021 },
  });
});

describe('HTML', () => {
  const html = htmlReport(brokenReport());

  test('its first paragraph says what the method cannot see', () => {
    const [, first] = /<p[^>]*>(.*?)<\/p>/.exec(html) ?? [];
    for (const limit of brokenReport().limits) expect(first).toContain(limit);
  });

  test('names what broke, with a link to the visit', () => {
    expect(html).toContain('1 of 7 promises is broken.');
    expect(html).toContain('href="#visit-2"');
    expect(html).toContain('id="visit-2"');
    expect(html).toMatch(/<tr class="broken"><td class="number">2.6 s/);
    expect(html).toContain('gcs=G111: ad_storage granted, analytics_storage granted');
    expect(html).toContain('2 years asked for, 13 months kept');
  });

  test('loads nothing and runs nothing, whatever a site calls itself', () => {
    const evil = visit('rejected', {
      page: 'https://shop.example/<script>alert(1)</script>',
      requests: [request('1', 'https://evil.example/"><img src=x>')],
    });
    const text = htmlReport(report([evil], [{ ...HIT, says: '<script>alert(2)</script>' }]));
    expect(text).not.toMatch(/<script|<img src=x|<link/);
    expect(text).toContain("default-src 'none'");
  });

  test('pictures are within it, or named', () => {
    const text = htmlReport(keptReport(), {
      pictureOf: (name) => (name === 'rejected-opened.png' ? 'data:image/png;base64,AA' : undefined),
    });
    expect(text).toContain('src="data:image/png;base64,AA"');
    expect(text).toContain('Picture: untouched-opened.png');
  });
});

test('rows: by moment and address; plain files of the site are one number, unless a promise is broken by one', () => {
  const seen = visit('rejected', { requests: [...visit('rejected').requests, hit(), { ...hit(), id: '10' }] });
  const parts = partsOf(seen, () => false);
  expect(parts.map(({ moment, ownFiles, rows }) => [moment.act, ownFiles, rows.length])).toEqual([
    ['opened', 3, 0],
    ['rejected', 0, 1],
  ]);
  expect(partsOf(seen, (id) => id === '2')[0]).toMatchObject({ ownFiles: 2, rows: [{ path: '/app.js' }] });
  expect(partsOf({ ...seen, moments: [] }, () => false)).toHaveLength(1);
});

test('lifetimes in the largest unit that says enough', () => {
  expect([0, 0.5, 1, 90, 3600, 5400, 86_400, 34_560_000, 63_072_000].map(lifetime)).toEqual([
    'none',
    'under a second',
    '1 second',
    '90 seconds',
    '1 hour',
    '90 minutes',
    '1 day',
    '13 months',
    '2 years',
  ]);
});
