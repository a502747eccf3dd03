import { afterEach, expect, test, vi } from 'vitest';
import { eraseLocalData, exportLocalData } from '../../src/records/local-data.js';
import { browser } from '../browser.js';

afterEach(() => vi.unstubAllGlobals());

test('shows all that is ours, as plain JSON, and nothing else', () => {
  const record = { v: 1, id: 'a' };
  browser({ askfirst: JSON.stringify(record), 'askfirst.form.x': 'broken', cart: '{}' });
  document.cookie = `cart=1; askfirst=${encodeURIComponent(JSON.stringify(record))}; askfirsty=2; askfirst.x=%`;
  expect(exportLocalData()).toEqual({
    localStorage: { askfirst: record, 'askfirst.form.x': 'broken' },
    cookies: { askfirst: record, 'askfirst.x': '%' },
  });
});

test('removes just that, on every domain the cookie may have, and tells the page', () => {
  const page = browser({ askfirst: '1', 'askfirst.log.a.1': '2', cart: '3' });
  const written: string[] = [];
  Object.defineProperty(document, 'cookie', { get: () => 'askfirst=1; cart=1', set: (text) => written.push(text) });
  const heard = vi.fn();
  window.addEventListener('storage', heard);
  eraseLocalData();
  expect([...page.entries.keys()]).toEqual(['cart']);
  expect(written).toEqual(
    ['', ';domain=www.shop.example', ';domain=shop.example', ';domain=example'].map(
      (domain) => `askfirst=;max-age=0;path=/${domain}`,
    ),
  );
  expect(heard).toHaveBeenCalledOnce();
});

test('on a server there is nothing to show or to remove', () => {
  eraseLocalData();
  expect(exportLocalData()).toEqual({ localStorage: {}, cookies: {} });
});
