import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as shop from '../harness/libraries/shop.js';
import { walk } from '../harness/libraries/walk.js';
import { builtFile } from '../harness/server.mjs';
import { test } from '../harness/test.js';
import { WHOLE } from '../harness/whole.js';
import { folderOf } from './build.js';
import { runNext } from './next.js';

/** The script tag in Next's own component for scripts, with views that Next's router changes. */
test.describe('asked, answered, changed and withdrawn, over several views, with next/script', { tag: WHOLE }, () => {
  test.slow();
  let next: Awaited<ReturnType<typeof runNext>>;
  test.beforeAll(async () => {
    const attributes = Object.fromEntries(
      [...shop.ATTRIBUTES.matchAll(/([\w-]+)="([^"]*)"/g)].map((found) => found.slice(1)),
    );
    writeFileSync(join(folderOf('next-script'), 'shop.json'), JSON.stringify({ ...shop, attributes }));
    next = await runNext('next-script');
  });
  test.afterAll(() => next?.stop());

  for (const [strategy, base] of [
    ['before the page is interactive', '/before'],
    ['after it', '/after'],
  ] as const)
    test(strategy, async ({ page, server, said }) => {
      server.mount((asked, response) => next.passOn(asked, response));
      const files = dirname(builtFile('askfirst.js'));
      for (const file of readdirSync(files).filter((name) => name.endsWith('.js')))
        server.reply(`/askfirst/${file}`, { type: 'text/javascript', body: readFileSync(join(files, file)) });
      await walk({ name: strategy, base, app: true }, page, server, said);
    });
});
