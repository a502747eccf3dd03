import { readFileSync } from 'node:fs';
import { readForm } from 'examples/snippet/read-form.js';
import { askedCategories, writeFastPath, writeFrame, writeOneLine } from 'examples/snippet/write-snippet.js';
import { seen } from '../harness/interface.js';
import { settle } from '../harness/probe.js';
import { builtFile } from '../harness/server.mjs';
import { expect, type Server, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** What "Write my snippet" writes, on real pages. They lie on a host of development, where Askfirst reviews each page. */

const SITE = 'https://shop.test:8080';
const HEAD = readFileSync(builtFile('head.js'), 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '');
const SRI = JSON.parse(readFileSync(builtFile('sri.json'), 'utf8'))['askfirst.js'];

/** One choice for each field, and some fields together. */
const CHOICES: Record<string, Record<string, string>> = {
  'Google Analytics': { ga4: 'G-TEST1' },
  'Tag Manager': { gtm: 'GTM-TEST1' },
  'Tag Manager as marketing': { gtm: 'GTM-TEST1', gtmCategory: 'marketing' },
  'categories alone': { categories: 'functional, marketing' },
  'a service of its own': {
    serviceName: 'Heat <b>maps</b> & "more"',
    serviceProvider: 'Example Ltd',
    serviceCategory: 'analytics',
    serviceScript: 'https://heat.example/tag.js',
  },
  'a held frame': { frame: 'https://video.example/embed/42', frameCategory: 'marketing', frameTitle: 'A "film"' },
  'a company, a policy': { controller: 'Ann & "Sons" <Ltd>', policyUrl: '/privacy', policyVersion: '2026-06' },
  German: { lang: 'de' },
  Arabic: { lang: 'ar' },
  'a place': { region: 'de' },
  'a part of a country': { region: 'CA-QC' },
  'a domain': { cookieDomain: 'shop.test' },
  'a versioned folder': { folder: '/askfirst-1.2.3/' },
  'a card': { layout: 'card' },
  'a modal': { layout: 'modal' },
  'advanced mode': { consentMode: 'advanced' },
  'no Consent Mode': { consentMode: 'off' },
  'an integrity hash': { sri: 'on' },
};
const ALONE = [
  'Google Analytics',
  'Tag Manager',
  'Tag Manager as marketing',
  'categories alone',
  'a service of its own',
  'a held frame',
];

/** What the lint says of choices that are allowed, and that somebody should look at. */
const EXPECTED: readonly [
  when: (made: ReturnType<typeof readForm>, fields: Record<string, string>) => unknown,
  said: RegExp,
][] = [
  [(made) => made.consentMode === 'advanced', /^In advanced mode/],
  [(made, { serviceScript }) => made.gtm || serviceScript, /^After a withdrawal a script runs on/],
  [(_, { serviceScript }) => serviceScript, /^A service does not say what it stores/],
  [({ categories }) => categories.length, /^A category has no service/],
];

/** A page that has everything the writer says, where it says. */
function put(server: Server, fields: Record<string, string>, install: string) {
  const choices = readForm(new URLSearchParams(fields));
  expect(choices.problems).toEqual({});
  const head = install === 'one line' ? writeOneLine(choices, SRI) : writeFastPath(choices, SRI, HEAD);
  server.page(
    `${SITE}/`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}
      <meta name="viewport" content="width=device-width"><title>Shop</title><link rel="icon" href="data:,"></head>
      <body><main><h1>Shop</h1>${choices.frame.address ? writeFrame(choices) : ''}
      <consent-preferences></consent-preferences><consent-declaration></consent-declaration></main>
      <footer><button type="button" data-consent-open>Privacy settings</button></footer></body></html>`,
  );
  return choices;
}

for (const install of ['one line', 'fast path'])
  for (const [index, first] of ALONE.entries())
    test(`${install}, ${first}: with other choices it asks, holds and says nothing in the console`, {
      tag: wholeIf(install === 'fast path'),
    }, async ({ page, server, said, context }) => {
      // Each choice comes once with each way to install, and each thing that can stand alone three times.
      const choices = Object.entries(CHOICES).filter((_, at) => (at - index) % 6 === 0);
      for (const [name, more] of choices) {
        const fields = { controller: 'Shop', policyUrl: '/privacy', ...more, ...CHOICES[first] };
        const made = put(server, fields, install);
        await page.goto(`${SITE}/`);
        const { accept, host } = seen(page);
        await expect(accept, name).toBeVisible();
        await expect(host).toHaveAttribute('lang', made.lang || 'en');
        await settle(page, 150);
        const waits = made.consentMode === 'advanced' ? /heat|video/ : /googletagmanager|heat|video/;
        expect(server.requests(waits), name).toEqual([]);
        await accept.click();
        await expect
          .poll(() => page.evaluate(() => Object.values(window.askfirst.$consent.get().granted).every(Boolean)), name)
          .toBe(true);
        for (const [wanted, asked] of [
          [made.ga4, `gtag/js?id=${made.ga4}`],
          [made.gtm, `gtm.js?id=${made.gtm}`],
          [made.frame.address, 'video.example/embed/42'],
          [fields.serviceScript, 'heat.example/tag.js'],
        ])
          if (wanted) await expect.poll(() => server.requests(asked as string).length, `${name}: ${asked}`).toBe(1);
        expect(Object.keys(await page.evaluate(() => window.askfirst.$consent.get().granted)).sort()).toEqual(
          ['necessary', ...askedCategories(made)].sort(),
        );
        const expected = EXPECTED.filter(([when]) => when(made, fields)).map(([, message]) => message);
        const others = said.messages
          .filter((message) => message.startsWith('[askfirst] '))
          .map((message) => message.slice('[askfirst] '.length))
          .filter((message) => !expected.some((each) => each.test(message)));
        expect(others, name).toEqual([]);

        await page.evaluate(() => localStorage.clear());
        await context.clearCookies();
        await page.goto('about:blank');
        server.reset();
      }
    });
