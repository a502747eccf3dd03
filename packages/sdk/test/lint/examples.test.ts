import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint, type Options } from 'askfirst/lint';
import { afterEach, expect, test, vi } from 'vitest';
import { readScriptOptions } from '../../src/script/options.js';

/** What we show others is fair: every page of the examples with the script tag, and every app. */

const examples = fileURLToPath(new URL('../../../../examples', import.meta.url));
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((file) => !/node_modules|(^|\/)(dist|out|\.next)\//.test(file))
  .map((file) => join(examples, file));
const textOf = (file: string) => readFileSync(file, 'utf8');

const SCRIPT = /<script src="\/askfirst\/askfirst\.js"([^>]*)>/;
/** In `languages/shown.html` its own script writes the tag. */
const pages = files.filter(
  (file) => file.endsWith('.html') && /\/askfirst\.js"|data-askfirst-config/.test(textOf(file)),
);

/** The options in the markup of a page. */
function optionsIn(html: string): Options {
  const json = /<script type="application\/json" data-askfirst-config>(.*?)<\/script>/s.exec(html)?.[1];
  const data = [...(SCRIPT.exec(html)?.[1] ?? '').matchAll(/data-([\w-]+)="([^"]*)"/g)].map(([, name = '', value]) => [
    name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    value,
  ]);
  return readScriptOptions(
    { querySelector: () => (json ? { textContent: json } : null) } as never,
    Object.fromEntries(data),
  );
}

/** The style sheets of a page. */
const cssOf = (file: string): string =>
  [...textOf(file).matchAll(/<link rel="stylesheet" href="([^"/]+)"/g)]
    .map(([, path = '']) => join(dirname(file), path))
    .filter(existsSync)
    .map(textOf)
    .join('\n');

test('there are pages to look at', () => expect(pages.length).toBeGreaterThan(20));

test.each(pages.map((file) => [relative(examples, file), file] as const))('%s is fair', (_, file) => {
  expect(lint(optionsIn(textOf(file)), { theme: cssOf(file) })).toEqual([]);
});

const given: Options[] = [];
vi.mock('askfirst', () => ({ createConsent: (options: Options) => given.push(options) && {} }));
vi.mock('askfirst/react', () => ({}));
vi.mock('next/navigation', () => ({}));
afterEach(() => {
  given.splice(0);
  vi.unstubAllGlobals();
});

test.each([
  ['next-app/app/consent.tsx', 'next-app/app/site.css'],
  ['vue-app/src/consent.ts', 'vue-app/src/site.css'],
  ['spa-react/src/consent/consent.ts', 'spa-react/src/look/base.css'],
])('%s is fair', async (file, css) => {
  vi.stubGlobal('location', { hash: '', href: 'https://example.com/' });
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('addEventListener', () => {});
  await import(/* @vite-ignore */ join(examples, file));
  expect(given).toHaveLength(1);
  expect(lint(given[0] as Options, { theme: textOf(join(examples, css)) })).toEqual([]);
});
