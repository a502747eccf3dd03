import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isOurs, localStore } from '../../src/env/local-store.js';
import { browser } from '../browser.js';

afterEach(() => vi.unstubAllGlobals());

const key = fc.constantFrom('askfirst.a', 'askfirst.b');
const step = fc.oneof(
  fc.record({ key, text: fc.option(fc.string()) }),
  fc.record({ storage: fc.constantFrom('works', 'full', 'forbidden') }),
);

describe('localStore', () => {
  test('this page reads what it wrote last, whatever the storage does, and nothing older outlives it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const page = browser();
        const store = localStore();
        for (const each of steps) {
          if ('storage' in each) {
            page.state.storage = each.storage as 'works';
            continue;
          }
          store.set(each.key, each.text);
          expect(store.get(each.key)).toBe(each.text);
          const left = page.entries.get(each.key) ?? null;
          if (page.state.storage !== 'forbidden') expect([each.text, null]).toContain(left);
        }
      }),
    );
  });

  test('lists our keys only', () => {
    browser({ askfirst: '1', 'askfirst.form.x': '2', askfirstly: '3', cart: '4' });
    expect(localStore().keys()).toEqual(['askfirst', 'askfirst.form.x']);
    expect(isOurs('my.askfirst')).toBe(false);
  });

  test('on a server nothing is kept: its memory is shared by all visitors', () => {
    const store = localStore();
    store.set('askfirst.a', 'yes');
    expect(store.get('askfirst.a')).toBeNull();
    expect(store.keys()).toEqual([]);
    store.onChange(() => {})();
  });
});
