import type { PolicyAcceptance } from 'askfirst/acceptance';
import { app, appPage } from '../harness/app.js';
import { settle } from '../harness/probe.js';
import { expect, type Page, type Server, SITE, test } from '../harness/test.js';

declare global {
  interface Window {
    terms: PolicyAcceptance;
    answer: boolean | undefined;
    heard: string[];
  }
}

const VERSION = { version: '1.0', publishedAt: '2025-01-01', effectiveAt: '2025-01-01', url: '/privacy' };

async function open(page: Page, server: Server, versions: object[] = [VERSION], subject: unknown = 'ann') {
  const code = `import { policyAcceptance } from 'askfirst/acceptance';
    window.heard = [];
    // A page with shortcuts, and one that scrolls in its own way.
    for (const type of ['keydown', 'keyup', 'wheel'])
      document.addEventListener(type, (event) => { heard.push(type); event.preventDefault(); }, { passive: false });
    window.terms = policyAcceptance({ versions: ${JSON.stringify(versions)} });
    terms.prompt(${JSON.stringify(subject)}).then((answer) => { window.answer = answer; });`;
  server.page('/', appPage(await app(server, code), '<main><h1>An app</h1></main>'));
  await page.goto(SITE);
}

const dialog = (page: Page) => page.locator('askfirst-acceptance dialog');
const answer = (page: Page) => page.evaluate(() => window.answer);

test('a page that replaces its body, again and again, does not take the question away; Space answers it, whatever shortcuts the page has', async ({
  page,
  server,
}) => {
  await open(page, server);
  await expect(dialog(page)).toBeVisible();
  const replace: (() => void)[] = [
    () => document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<h1>Next</h1>' })),
    () => {
      document.body.innerHTML = '<h1>Last</h1>';
    },
    () => document.querySelector('askfirst-acceptance')?.remove(),
  ];
  for (const each of replace) {
    await page.evaluate(each);
    await expect(dialog(page)).toBeVisible();
    expect(await dialog(page).evaluate((it) => it.matches(':modal'))).toBe(true);
  }
  await dialog(page).locator('[part~=accept]').focus();
  await page.mouse.wheel(0, 10);
  await page.keyboard.press('Space');
  await expect.poll(() => answer(page)).toBe(true);
  await page.evaluate(() => document.body.append(document.createElement('p')));
  await settle(page);
  await expect(dialog(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.heard)).toEqual([]);
});

test('an account without a text, a policy whose link would run code: nobody is asked, nobody has accepted, and the owner is told', async ({
  page,
  server,
  said,
}) => {
  const wrong: [object[], unknown, RegExp][] = [
    [[VERSION], 42, /"42" is not an account id.*String\(user.id\)/],
    [[], 'ann', /no policy version/],
    [[{ ...VERSION, effectiveAt: '2025-02-30' }], 'ann', /needs version, url, and as ISO 8601/],
    [[{ ...VERSION, url: ' \u0001java\nscript:alert(1)' }], 'ann', /is no address for policy version "1.0"/],
  ];
  for (const [versions, subject, words] of wrong) {
    await open(page, server, versions, subject);
    await expect.poll(() => answer(page)).toBe(false);
    await expect(dialog(page)).toHaveCount(0);
    expect(said.messages.splice(0)).toEqual([expect.stringMatching(words)]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  }
});
