import { seen } from '../harness/interface.js';
import { answerIn, leftBy, oldSites } from '../harness/old-tools.js';
import { consent, decide, settle, stored } from '../harness/probe.js';
import { asked, expectAsked } from '../harness/tags.js';
import { expect, SITE, test } from '../harness/test.js';
import { wholeIf } from '../harness/whole.js';

/** A site that used another tool before: its markup works unchanged, and nobody is asked twice. */

const src = (name: string) => `src="https://tags.example.net/${name}"`;
const dataSrc = (name: string) => `data-${src(name)}`;
const CATEGORIES = { analytics: {}, marketing: {}, functional: {} };

/** As the documentation and the packages of each tool write it. */
const MARKUP = `
  <script type="text/plain" data-cookieconsent="statistics" ${src('cookiebot-a.js')}></script>
  <script type="text/plain" data-cookieconsent="statistics,marketing" ${src('cookiebot-am.js')}></script>
  <script type="text/plain" data-cookieconsent="necessary" ${src('cookiebot-n.js')}></script>
  <iframe data-cookieconsent="statistics" data-cookieblock-${src('cookiebot-frame-a')}></iframe>
  <script type="text/plain" class="other optanon-category-C0002" ${src('onetrust-a.js')}></script>
  <script type="text/plain" class="optanon-category-C0002-C0004" ${src('onetrust-am.js')}></script>
  <iframe class="optanon-category-C0004" ${dataSrc('onetrust-frame-m')}></iframe>
  <script type="text/plain" class="optanon-category-C0042" ${src('onetrust-never.js')}></script>
  <script type="text/plain" data-cookieyes="cookieyes-analytics" ${src('cookieyes-a.js')}></script>
  <script type="text/plain" data-usercentrics="Own Statistics" ${src('usercentrics-a.js')}></script>
  <img data-usercentrics="Ads of Ours" ${dataSrc('usercentrics-m.gif')} alt="">
  <iframe data-usercentrics="Own Statistics" uc-${src('usercentrics-frame-a')}></iframe>
  <script type="text/plain" data-usercentrics="Unheard of" ${src('usercentrics-never.js')}></script>
  <script type="text/plain" class="_iub_cs_activate" data-iub-purposes="4" suppressed${src('iubenda-a.js')}></script>
  <script type="text/plain" class="_iub_cs_activate" data-iub-purposes="4,5" data-suppressed${src('iubenda-am.js')}></script>
  <iframe class="_iub_cs_activate" data-iub-purposes="4" src="//cdn.iubenda.com/cookie_solution/empty.html"
    suppressed${src('iubenda-frame-a')}></iframe>
  <script type="text/plain" class="_iub_cs_activate" ${src('iubenda-never.js')}></script>
  <script type="text/plain" data-category="statistics" data-cmplz-${src('complianz-a.js')}></script>
  <iframe data-category="statistics" data-service="x" data-cmplz-target="src" src="about:blank" data-${src('complianz-frame-a').replace('src=', 'src-cmplz=')}></iframe>
  <script type="text/plain" data-category="analytics" data-service="Stats" ${src('vcc-a.js')}></script>
  <script type="text/plain" data-category="!analytics" ${src('vcc-never.js')}></script>
  <script type="text/plain" data-type="application/javascript" ${dataSrc('klaro-a.js')} data-name="matomo"></script>
  <script type="opt-in" data-type="text/javascript" ${dataSrc('klaro-m.js')} data-name="ads"></script>
  <template data-purpose="matomo"><script ${src('orejime-a.js')}></script></template>
  <iframe data-category="measurement" ${dataSrc('c15t-frame-a')}></iframe>
  <script>(window.ran = window.ran || []).push('left runnable')</script>`;
const TOOLS = [
  'cookiebot',
  'onetrust',
  'cookieyes',
  { tool: 'usercentrics', names: { 'Own Statistics': 'own', 'Ads of Ours': 'marketing' } },
  'iubenda',
  'complianz',
  'vanilla-cookieconsent',
  { tool: 'klaro', names: { matomo: 'analytics', ads: 'marketing' } },
  { tool: 'orejime', names: { matomo: 'analytics' } },
  'c15t',
];
/** What no category here is named after. The attributes of vanilla-cookieconsent and c15t are also those of Complianz. */
const NAMELESS = [
  'OneTrust waits for "C0042"',
  'Usercentrics waits for "Unheard of"',
  'iubenda waits for ""',
  'Complianz waits for "!analytics"',
  'Complianz waits for "measurement"',
  'vanilla-cookieconsent waits for "!analytics"',
];
const OWN = { id: 'own', name: 'Statistics', provider: 'Shop', category: 'analytics' };

test('markup of ten tools: nothing before a yes, then what each would have released, and no more', async ({
  page,
  visit,
  server,
  said,
}) => {
  await visit({ attributes: '', config: { categories: CATEGORIES, services: [OWN], markup: TOOLS }, body: MARKUP });
  await expectAsked(page, server, ['cookiebot-n.js']);
  await decide(page, { analytics: true, marketing: false });
  const all = MARKUP.match(/tags\.example\.net\/[\w.-]+/g)?.map((url) => url.split('/')[1] as string) ?? [];
  const forAnalytics = all.filter((name) => /-a(\.\w+)?$/.test(name));
  expect(forAnalytics, 'every tool').toHaveLength(14);
  await expectAsked(page, server, ['cookiebot-n.js', ...forAnalytics]);

  await decide(page, { marketing: true });
  await expectAsked(
    page,
    server,
    all.filter((name) => !name.includes('never')),
  );
  const unmapped = said.messages.flatMap((text) => /marked for (\S+ waits for ".*"),/.exec(text)?.[1] ?? []);
  expect(new Set(unmapped).size, 'each once').toBe(unmapped.length);
  // A page says five of a kind at most, and which come first depends on which tool's file does.
  expect(unmapped).toHaveLength(5);
  expect(NAMELESS).toEqual(expect.arrayContaining(unmapped));

  // What comes later, also in a part of the page.
  await page.evaluate(() => {
    const part = document.createElement('div');
    part.innerHTML =
      '<iframe data-cookieconsent="statistics" data-cookieblock-src="https://tags.example.net/late"></iframe>';
    document.body.append(part);
  });
  await expect.poll(() => asked(server)).toContain('late');
});

test('markup stays held where the visitor refuses, and on the next page, and without the option', async ({
  page,
  visit,
  server,
}) => {
  const config = { categories: CATEGORIES, services: [OWN], markup: TOOLS };
  await visit({ attributes: '', config, body: MARKUP });
  await seen(page).reject.click();
  await page.reload();
  await expectAsked(page, server, ['cookiebot-n.js', 'cookiebot-n.js']);
  await decide(page, { analytics: true, marketing: true, functional: true });
  await visit({ attributes: '', config: { ...config, markup: undefined }, body: MARKUP });
  server.log.length = 0;
  await page.reload();
  await expectAsked(page, server, []);
});

/** How each real tool is named here. */
const IMPORTS = {
  'vanilla-cookieconsent': 'vanilla-cookieconsent',
  c15t: 'c15t',
  ...Object.fromEntries(
    ['klaro', 'orejime', 'tarteaucitron'].map((tool) => [
      tool,
      {
        tool,
        since: new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10),
        names: { matomo: 'analytics', ads: 'marketing', facebookpixel: 'marketing' },
      },
    ]),
  ),
};
const NAMES = /^(cc_cookie|klaro|eu-consent|tarteaucitron|c15t)$/;
const TWO = { analytics: {}, marketing: {} };

for (const install of ['script tag', 'fast path'] as const)
  test(`a choice that the real tool stored is taken over once, a refusal as well, with the ${install}`, {
    tag: wholeIf(install === 'fast path'),
  }, async ({ page, visit, server }) => {
    test.slow();
    for (const [tool, importFrom] of Object.entries(IMPORTS)) {
      // Each tool says something else.
      const answer = { analytics: install === 'script tag', marketing: false };
      const config = { categories: TWO, importFrom };
      await page.context().clearCookies();
      await page.goto(`${SITE}/empty/`);
      await page.evaluate(() => localStorage.clear());
      const before = Date.now();
      await answerIn(page, server, tool, answer);
      expect(await leftBy(page, NAMES), `${tool} has stored something`).not.toEqual([]);

      server.log.length = 0;
      await visit({
        install,
        attributes: '',
        config,
        head: '<script type="text/plain" data-consent="analytics" src="https://tags.example.net/t.js"></script>',
      });
      await expect
        .poll(async () => (await consent(page)).reasons, tool)
        .toMatchObject({ analytics: 'choice', marketing: 'choice' });
      expect((await consent(page)).granted, tool).toMatchObject(answer);
      await settle(page);
      await expect(seen(page).banner, tool).toHaveCount(0);
      expect(asked(server), tool).toEqual(answer.analytics ? ['t.js'] : []);
      const record = await stored(page);
      expect(record, tool).toMatchObject({ method: 'imported', choices: { analytics: { granted: answer.analytics } } });
      const at = Date.parse(record.choices.analytics?.at ?? '');
      if (typeof importFrom === 'string') expect(Math.abs(at - before), 'its own time').toBeLessThan(20_000);
      else expect(new Date(at).toISOString()).toBe(`${(importFrom as { since: string }).since}T00:00:00.000Z`);
      expect(await leftBy(page, NAMES), `${tool} leaves nothing`).toEqual([]);

      server.log.length = 0;
      await page.reload();
      await settle(page);
      expect(server.requests('import-choices'), 'once').toEqual([]);
      expect((await stored(page)).id, tool).toBe(record.id);
    }
    expect(Object.keys(oldSites).sort()).toEqual(Object.keys(IMPORTS).sort());
  });

test('an answer about less, one that was spoilt, and one beside our own are not taken over', async ({
  page,
  visit,
  server,
}) => {
  await answerIn(page, server, 'vanilla-cookieconsent', { analytics: true, marketing: true });
  const config = { categories: { ...TWO, functional: {} }, importFrom: 'vanilla-cookieconsent' };
  await visit({ attributes: '', config });
  await expect(seen(page).banner).toBeVisible();
  expect((await consent(page)).granted, 'one category more').toMatchObject({ analytics: false, marketing: false });

  // What other code put there, or what is left of a broken disk.
  for (const text of [
    '',
    '{',
    '%E0%A4%A',
    'null',
    '[]',
    '{"categories":{}}',
    `{"categories":["analytics"],${'x'.repeat(3000)}`,
  ]) {
    await page.context().clearCookies();
    await page.evaluate((value) => {
      document.cookie = `cc_cookie=${value};path=/`;
    }, text);
    await visit({ attributes: '', config: { ...config, categories: TWO } });
    await expect(seen(page).banner, text).toBeVisible();
  }

  // The visitor has answered here: a broken record of ours is no reason to look for an older yes.
  await answerIn(page, server, 'vanilla-cookieconsent', { analytics: true, marketing: true });
  await page.evaluate(() => localStorage.setItem('askfirst', 'broken'));
  await visit({ attributes: '', config: { ...config, categories: TWO } });
  await expect(seen(page).banner).toBeVisible();
  await seen(page).reject.click();
  await page.reload();
  await settle(page);
  expect((await consent(page)).granted).toMatchObject({ analytics: false, marketing: false });
});
