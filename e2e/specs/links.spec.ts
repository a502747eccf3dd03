import { seen } from '../harness/interface.js';
import { expect, type Page, test } from '../harness/test.js';

/** As a form of a site's back office may have it. Browsers overlook blanks, control characters and line breaks. */
const BAD = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  '\u0001\u001f javascript:alert(1)',
  'java\nscript:alert(1)',
  '\tj\rava\tscript\n:alert(1)',
  'data:text/html,<b onclick=alert(1)>',
  'vbscript:x',
  'blob:https://www.shop.example.com/x',
];
const GOOD = ['/good', 'good?at=10:30', 'HTTPS://good.example.net/', 'mailto:good@example.net'];

const services = [...BAD, ...GOOD].map((policyUrl, place) => ({
  id: `s${place}`,
  name: `Service ${place}`,
  provider: 'Example Ltd',
  category: 'analytics',
  policyUrl,
}));

/** Where the links in a part of the page lead to. */
const links = (page: Page, host: string) =>
  page.locator(`${host} a`).evaluateAll((all) => all.map((it) => it.getAttribute('href')));

test('an address that would run code is no link: not in the banner, the dialog, the declaration, the plain question', async ({
  page,
  visit,
  server,
}) => {
  const body =
    '<main><h1>Shop</h1><button data-consent-open>Settings</button><consent-declaration></consent-declaration></main>';
  const attributes = 'data-controller="Shop"';
  await visit({ attributes, body, config: { services, policy: { url: '/good' } } });
  await expect(seen(page).banner).toBeVisible();
  expect(await links(page, 'askfirst-ui')).toEqual(['/good']);
  await seen(page).choose.click();
  await expect(seen(page).dialog).toBeVisible();
  await expect.poll(() => links(page, 'askfirst-ui [part~=dialog]')).toEqual(GOOD);
  await expect.poll(() => links(page, 'consent-declaration')).toEqual(GOOD);

  for (const url of BAD) {
    await visit({ attributes, body, config: { services, policy: { url } } });
    await expect(seen(page).banner).toBeVisible();
    expect(await links(page, 'askfirst-ui'), url).toEqual([]);
  }
  server.reply('/askfirst/askfirst-ui.js', { status: 404 });
  const plain = 'section[aria-label]';
  for (const [url, wanted] of [
    [BAD[2], []],
    ['/good', ['/good']],
  ] as const) {
    await visit({ attributes, body, config: { services, policy: { url } } });
    await expect(page.locator(plain)).toBeVisible();
    expect(await links(page, plain)).toEqual(wanted);
  }
});
