import { test } from '../harness/test.js';
import { type Built, bundlers, serve } from './build.js';
import { keepsItsPromises } from './promises.js';

/** Vite writes addresses from the root of the host unless it is told a base; the others find their files from anywhere. */
const pathOf = (name: string) => (name === 'vite' ? '/' : '/de/shop/');

for (const [name, build] of Object.entries(bundlers))
  test.describe(`built by ${name}, served from ${pathOf(name)}`, () => {
    let built: Built;
    test.beforeAll(async () => {
      built = await build();
    });
    keepsItsPromises((server) => {
      serve(server, built, pathOf(name));
      return pathOf(name);
    });
  });
