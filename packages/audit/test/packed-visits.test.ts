import { expect, test } from 'vitest';
import { audit } from '../src/audit.js';
import type { LongReport, State } from '../src/model.js';
import { PackedVisits } from '../src/packed-visits.js';
import { judge } from '../src/promises/judge.js';
import { strictPromises } from '../src/promises/schema.js';
import { SiteJudge } from '../src/promises/site-judge.js';
import { htmlReport } from '../src/report/html/html-report.js';
import { jsonParts } from '../src/report/json.js';
import { brokenReport, keptReport, manyReport, request, SITE, visit } from './sample.js';

test('packed visits are the same, and a report of them too', () => {
  for (const report of [keptReport(), brokenReport(), manyReport()]) {
    const visits = new PackedVisits();
    for (const each of report.visits) visits.add(each);
    const long: LongReport = { ...report, visits };
    expect([...visits]).toEqual(report.visits);
    expect(visits.length).toBe(report.visits.length);
    expect(JSON.parse([...jsonParts(long)].join(''))).toEqual(report);
    expect(htmlReport(long)).toBe(htmlReport(report));
  }
});

test('judged page by page, a site is judged as it is as a whole', () => {
  const { visits } = manyReport();
  const pages = [...new Set(visits.map(({ page }) => page))];
  const judging = new SiteJudge(strictPromises, () => []);
  for (const page of pages)
    judging.add(
      page,
      visits.filter((each) => each.page === page),
    );
  expect(judging.findings()).toEqual(judge(visits));
});

test('what the last page declares counts for the first one', async () => {
  const font = () => request('9', 'https://fonts.shop.example.net/a.woff2');
  const declared = { services: [], stores: [], necessary: ['fonts.shop.example.net'] };
  const pages = [SITE, `${SITE}privacy`];
  const rooms = (declares: boolean) => ({
    browserVersion: async () => '150.0',
    crawl: async () => ({ pages, left: [] }),
    visitPage: async (page: string, state: State) =>
      visit(state as 'untouched', {
        page,
        requests: [font()],
        ...(declares && page === pages[1] && { declared }),
      }),
  });
  const broken = async (declares: boolean) => {
    let first = 0;
    const { findings } = await audit(
      SITE,
      {
        states: ['untouched'],
        onPage: (_, reportNow) => {
          first ||= reportNow().findings.filter(({ says }) => says.includes('fonts')).length;
        },
      },
      rooms(declares),
    );
    return [first > 0, findings.filter(({ result, says }) => result === 'broken' && says.includes('fonts')).length > 0];
  };
  expect(await broken(true)).toEqual([true, false]);
  expect(await broken(false)).toEqual([true, true]);
});
