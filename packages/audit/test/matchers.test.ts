import { describe, expect, test } from 'vitest';
import type { Visit } from '../src/model.js';
import { toHaveSentNothing, toKeep, toStoreOnly } from '../src/playwright/matchers.js';
import { recognise } from '../src/recognise/recognise.js';
import { cookie, PAGE, request, stored, visitOf } from './visits.js';

const visit = (more: Partial<Visit>) => recognise(visitOf('untouched', more));

describe('toHaveSentNothing', () => {
  test('passes for the site itself and for what is excepted', () => {
    expect(toHaveSentNothing(visit({ requests: [request(`${PAGE}app.js`, 1)] })).pass).toBe(true);
    const other = visit({ requests: [request('https://eu.cdn.example/a/b.js', 1)] });
    expect(toHaveSentNothing(other, { except: ['*.cdn.example/a'] }).pass).toBe(true);
    expect(toHaveSentNothing(other, { except: ['*.cdn.example/b'] }).pass).toBe(false);
  });

  test('says what left, when, and by whom', () => {
    const { pass, message } = toHaveSentNothing(
      visit({ requests: [request(`${PAGE}m/g/c?v=2&tid=G-X`, 400), request('https://t.example/p', 1_500)] }),
    );
    expect(pass).toBe(false);
    expect(message()).toBe(
      `${PAGE} (untouched) should have sent nothing
  A request to www.shop.example/m/g/c (Google Analytics 4, behind a path of the site’s own), 0.4 s after the page opened, by the script ${PAGE}app.js, line 12
  A request to t.example/p, 1.5 s after the page opened, by the script ${PAGE}app.js, line 12`,
    );
  });
});

test('toStoreOnly takes names, with or without kinds', () => {
  const both = visit({ cookies: [cookie('_ga_X', 5)], storage: [stored('localStorage', 'askfirst', 5)] });
  expect(toStoreOnly(both, ['_ga*', 'localStorage askfirst']).pass).toBe(true);
  expect(toStoreOnly(both, ['_ga*', 'cookie askfirst']).pass).toBe(false);
  expect(toStoreOnly(both, []).message()).toMatch(
    /should store nothing\n {2}The cookie _ga_X .*\n {2}The entry askfirst/,
  );
});

describe('toKeep', () => {
  const late = visit({ cookies: [cookie('_ga', 5)] });

  test('names the promise that is broken', () => {
    expect(toKeep(late).message()).toMatch(/nothing-before-choice: The cookie _ga \(Google Analytics 4\)/);
    expect(toKeep([late], { 'nothing-before-choice': false }).pass).toBe(true);
  });

  test('refuses what is no promise', () => {
    expect(() => toKeep(late, { cookies: [] } as never)).toThrow(/has no "cookies"/);
  });
});

test('a page that could not be looked at agrees with nothing', () => {
  const failed = visit({ problems: ['It never loaded.'] });
  for (const look of [() => toHaveSentNothing(failed), () => toStoreOnly(failed, []), () => toKeep(failed)])
    expect(look).toThrow(`${PAGE} (untouched) could not be looked at: It never loaded.`);
});

test('a visit that could not answer does not agree with what is asked of it then', () => {
  const problem = 'The question was found, but no way to reject.';
  const unanswered = visit({ banner: { found: true, preTicked: [], problem } });
  for (const look of [() => toHaveSentNothing(unanswered), () => toStoreOnly(unanswered, [])])
    expect(look).toThrow(`Nobody could answer on ${PAGE} (untouched): ${problem}`);
});
