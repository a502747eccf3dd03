import { test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';
import { type Built, bundlers, serve } from './build.js';
import { keepsItsPromises } from './promises.js';

/** Vite writes addresses from the root of the host unless it is told a base; the others find their files from anywhere. */
const pathOf = (name: string) => (name === 'vite' ? '/' : '/de/shop/');

/** The two that find chunks in their own way; the others write modules that import each other, as Vite does. */
const FIRST = ['vite with a base', 'webpack'];

for (const [name, build] of Object.entries(bundlers))
  test.describe(`built by ${name}, served from ${pathOf(name)}`, { tag: wholeIf(!FIRST.includes(name)) }, () => {
    let built: Built;
    test.beforeAll(async () => {
      built = await build();
    });
    keepsItsPromises((server) => {
      serve(server, built, pathOf(name));
      return pathOf(name);
    });
  });
