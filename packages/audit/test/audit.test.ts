import { expect, test } from 'vitest';
import { audit, type Rooms } from '../src/audit.js';
import type { LongReport, State } from '../src/model.js';
import { SITE, visit } from './sample.js';

const PAGES = [SITE, `${SITE}about`, `${SITE}prices`];
const rooms = (visitPage: Rooms['visitPage']): Rooms => ({
  browserVersion: async () => '150.0',
  crawl: async () => ({ pages: PAGES, left: [] }),
  visitPage,
});
const plain = async (page: string, state: State) => visit(state as 'untouched', { page });

test('visits each page in each state, in order, so many at once', async () => {
  let now = 0;
  let most = 0;
  const seen: string[] = [];
  const report = await audit(
    SITE,
    { states: ['untouched', 'rejected', 'gpc'], atOnce: 2, onProgress: ({ says }) => seen.push(says) },
    rooms(async (page, state) => {
      most = Math.max(most, ++now);
      // The first of a page ends last.
      await new Promise((done) => setTimeout(done, state === 'untouched' ? 20 : 1));
      now--;
      return plain(page, state);
    }),
  );
  expect(most).toBe(2);
  expect(report.visits.map(({ page, state }) => [page, state])).toEqual(
    PAGES.flatMap((page) => ['untouched', 'rejected', 'gpc'].map((state) => [page, state])),
  );
  expect(report).toMatchObject({ isPartial: false, site: SITE, browser: { version: '150.0' } });
  expect(report.findings.length).toBeGreaterThan(3);
  expect(seen).toHaveLength(1 + 9);
});

test('a visit that cannot be made is a line, and the rest goes on', async () => {
  const report = await audit(
    SITE,
    { states: ['untouched'] },
    rooms((page, state) => (page === PAGES[1] ? Promise.reject(new Error('No memory\nat x')) : plain(page, state))),
  );
  expect(report.visits).toHaveLength(3);
  expect(report.visits[1]?.problems).toEqual(['The visit could not be made: No memory']);
  expect(report.findings).toContainEqual(
    expect.objectContaining({ promise: 'visit', result: 'not-seen', page: PAGES[1] }),
  );
});

test('stopped in the middle, the report is partial, and each page was told before', async () => {
  const stopping = new AbortController();
  const reports: LongReport[] = [];
  const report = await audit(
    SITE,
    { states: ['untouched'], signal: stopping.signal, onPage: (_, reportNow) => reports.push(reportNow()) },
    rooms(async (page, state) => {
      if (page === PAGES[1]) stopping.abort();
      return plain(page, state);
    }),
  );
  expect(report.isPartial).toBe(true);
  expect(report.visits.map(({ page }) => page)).toEqual([SITE]);
  expect(reports[0]?.isPartial).toBe(true);
});
