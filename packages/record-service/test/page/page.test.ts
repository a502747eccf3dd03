import { describe, expect, test } from 'vitest';
import { axisEnd } from '../../src/page/daily-chart.js';
import { signInPage, statisticsPage } from '../../src/page/page.js';
import { groupText, rateText } from '../../src/page/words.js';
import type { CategoryStatistics, Statistics } from '../../src/statistics/model.js';

const nothing = { groups: [], rest: null };
const analytics: CategoryStatistics = {
  category: 'analytics',
  answers: { yes: 300, no: 100 },
  withdrawals: null,
  by: {
    day: { groups: [{ key: '2026-11-02', yes: 300, no: 88 }], rest: { groups: 3, yes: 0, no: 12 } },
    regime: { groups: [{ key: 'us-california', yes: 300, no: 100 }], rest: null },
    locale: { groups: [{ key: 'de', yes: 300, no: 88 }], rest: { groups: 2, yes: 0, no: 12 } },
    layout: { groups: [{ key: null, yes: 300, no: 100 }], rest: null },
  },
};
const statistics: Statistics = {
  site: 'shop',
  month: '2026-11',
  lastDay: '2026-11-28',
  smallestGroup: 10,
  months: ['2026-10', '2026-11'],
  categories: [analytics],
  hidden: 0,
};
/** What a reader sees, without the markup. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ');

describe('the page', () => {
  test('says who said yes, and what is left out', () => {
    const text = textOf(statisticsPage(statistics));
    expect(text).toContain('Consent in November 2026');
    expect(text).toContain('75% 300 of 400 visitors said yes Fewer than 10 took a yes back');
    expect(text).toContain('US California 75% 400');
    expect(text).toContain('German 77% 388');
    expect(text).toContain('2 smaller groups together 0% 12');
    expect(text).toContain('No banner, or not known 75% 400');
    expect(text, 'the grey marks have a name').toContain('Fewer than 10, or left out');
    expect(text).toContain('days with fewer than 10 visitors, 12 visitors in all');
  });

  test('a month without enough answers says so, and no number', () => {
    const text = textOf(statisticsPage({ ...statistics, categories: [], hidden: 2 }));
    expect(text).toContain('Fewer than 10 visitors answered.');
    expect(text).not.toContain('%');
  });

  test('an empty month says how answers get there', () => {
    const text = textOf(statisticsPage({ ...statistics, categories: [] }));
    expect(text).toContain('No answer is counted in November 2026.');
    expect(text).toContain('/v1/shop/events');
  });

  test('what events say is text, never markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const html = statisticsPage({
      ...statistics,
      categories: [
        {
          ...analytics,
          category: evil,
          by: {
            day: nothing,
            regime: { groups: [{ key: evil, yes: 9, no: 9 }], rest: null },
            locale: nothing,
            layout: nothing,
          },
        },
      ],
    });
    expect(html).not.toContain('<img');
  });

  test('a strict policy holds for it: no style and no script stands in it', () => {
    for (const html of [signInPage('default'), statisticsPage(statistics)])
      expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?! type="module" src="page.js">)/);
  });
});

test.each([
  [{ yes: 1, no: 1000 }, '<1%'],
  [{ yes: 1000, no: 1 }, '>99%'],
  [{ yes: 0, no: 5 }, '0%'],
  [{ yes: 5, no: 0 }, '100%'],
])('%j is %s', (answers, text) => {
  expect(rateText(answers)).toBe(text);
});

test.each([
  [0, 10],
  [10, 10],
  [11, 20],
  [63, 80],
  [1_000_001, 2_000_000],
])('an axis for up to %i ends at %i', (largest, end) => {
  expect(axisEnd(largest)).toBe(end);
});

test('a language that is none keeps its code', () => {
  expect(groupText('locale', 'not a language')).toBe('not a language');
  expect(groupText('locale', 'pt-BR')).toBe('Brazilian Portuguese');
});
