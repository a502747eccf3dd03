import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { wholeIf } from '../harness/whole.js';
import { bundlesOf } from './bundle.js';
import { WORK } from './install.js';

/** What only one of the services knows. */
const FACTS = {
  googleAnalytics: ['/gtag/js?id=', 'ga-disable-'],
  googleTagManager: ['/gtm.js?id=', 'Google Tag Manager'],
};
const SERVICES = Object.keys(FACTS) as (keyof typeof FACTS)[];
const app = (service: string) => `
  import { createConsent } from 'askfirst';
  import { ${service} } from 'askfirst/services';
  createConsent({ services: [${service}('X-1')] }).start();`;

test('what is bundled here is what npm publishes, not the folders of this repository', () => {
  const { resolve } = createRequire(join(WORK, 'app.js'));
  const installed = join(WORK, 'node_modules');
  for (const name of ['askfirst', 'nanostores', 'preact'])
    expect(realpathSync(join(installed, name))).toBe(join(installed, name));
  // The facts come inside.
  expect(existsSync(join(installed, '@askfirst'))).toBe(false);
  expect(resolve('askfirst/script/askfirst.js')).toBe(join(installed, 'askfirst/dist/script/askfirst.js'));
});

for (const [name, bundle] of Object.entries(bundlesOf))
  test.describe(name, { tag: wholeIf(name === 'rollup') }, () => {
    for (const service of SERVICES)
      test(`an app with ${service} starts with its facts and those of no other service`, async () => {
        const { first } = await bundle(app(service));
        for (const other of SERVICES)
          for (const fact of FACTS[other]) expect(first.includes(fact), fact).toBe(other === service);
      });

    test('an import of which nothing is used costs nothing', async () => {
      for (const source of [
        "import 'askfirst'; import 'askfirst/services';",
        "import { createConsent } from 'askfirst'; import * as services from 'askfirst/services';",
      ])
        expect((await bundle(source)).first.trim()).toBe('');
    });

    test('an app carries the parts it uses and no other', async () => {
      const { modules } = await bundle(app('googleAnalytics'));
      const ours = /^askfirst\/dist\/npm\/((?:entries\/)?\w+)|^(\w+)/;
      const parts = new Set(modules.map((path) => ours.exec(path)?.slice(1).find(Boolean) ?? path));
      expect([...parts].filter((part) => !part.startsWith('entries/')).sort()).toEqual(
        'chunks core data effects embeds env help law lint nanostores policy preact review signals state ui'.split(' '),
      );
      expect(modules.some((path) => path.includes('/services/google-analytics'))).toBe(true);
      for (const other of ['policy', 'server', 'forms', 'acceptance', 'account', 'records', 'watch'])
        expect(parts).not.toContain(`entries/${other}`);
    });
  });

test('a type costs nothing, even if the compiler is told to keep imports as they are', async () => {
  const { first } = await bundlesOf.esbuild("import { type Options } from 'askfirst'; export type O = Options;");
  expect(first.trim()).toBe('');
});

test('what an app carries from the start stays within 3800 bytes, gzip -9', async () => {
  const { first } = await bundlesOf.esbuild("export { createConsent } from 'askfirst'");
  const size = gzipSync(first, { level: 9 }).length;
  expect(size).toBeGreaterThan(2000);
  expect(size).toBeLessThanOrEqual(3800);
});
