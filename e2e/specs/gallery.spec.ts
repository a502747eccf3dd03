import type { FrameLocator, Page } from '@playwright/test';
import { expect, sites, test } from '../harness/gallery.js';
import { WHOLE, wholeIf } from '../harness/whole.js';

/** The examples as `npm start` shows them. */

const ESSENTIAL = {
  factorylm: ['', 'pricing.html', 'sign-in.html', 'troubleshooter.html', 'checkout.html', 'privacy.html'],
  ooretz: ['', 'sign-up.html', 'sign-in.html', 'settings.html', 'privacy.html'],
  plantops: ['', 'sign-in.html', 'documents.html', 'settings.html', 'privacy.html'],
};

/** Fills in whichever sign-in or sign-up is there. */
async function signIn(page: Page | FrameLocator): Promise<void> {
  await expect(page.locator('form .button')).toBeVisible();
  for (const id of ['name', 'email', 'password'])
    if (await page.locator(`#${id}`).count())
      await page.locator(`#${id}`).fill(id === 'email' ? 'ada@example.com' : 'Ada');
  await page.locator('form .button').click();
}

test('the start page leads to each example, alone and beside the panel, whatever the port', { tag: WHOLE }, async ({
  page,
  gallery,
}) => {
  await page.goto(gallery.at(''));
  const links = await page.locator('.ways a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(sites.length).toBeGreaterThan(7);
  for (const site of sites)
    expect(links).toEqual(expect.arrayContaining([gallery.at(site), gallery.at(site, 'view/')]));
  for (const link of links.filter((link) => !/spa-react|vue-app|next-app/.test(link)))
    expect((await page.goto(link))?.status(), link).toBe(200);
});

test('by another name of the machine the links lead to folders instead', async ({ request, gallery }) => {
  const page = await (await request.get(gallery.at(''), { headers: { host: 'box.example:80' } })).text();
  expect(page).toContain('href="/plantops/"');
  expect(page).toContain('href="/view/?page=/plantops/"');
  expect(page).not.toContain('localhost');
});

for (const [site, pages] of Object.entries(ESSENTIAL)) {
  test(`${site} carries the watch on this machine, and it finds nothing on any page, signed in or not`, {
    tag: wholeIf(site !== 'factorylm'),
  }, async ({ page, gallery, said, context }) => {
    const isWatched = async () => {
      await expect(page.locator('script[src="/askfirst/askfirst-watch.js"]')).toHaveCount(1);
      await expect(page.locator('askfirst-ui [part~="banner"]')).toHaveCount(0);
    };
    await page.goto(gallery.at(site, 'sign-in.html'));
    await page.waitForTimeout(150);
    await isWatched();
    expect(await context.cookies()).toEqual([]);
    await signIn(page);
    await page.waitForURL(/troubleshooter|settings|documents/);
    for (const path of pages) {
      await page.goto(gallery.at(site, path));
      await page.waitForTimeout(path ? 150 : 1300);
      await isWatched();
    }
    expect(said).toEqual([]);
    // It would have said something.
    await page.evaluate(() => void (localStorage.stray = '1'));
    await expect.poll(() => said.join()).toContain('stray');
  });
}

test('a folder of the gallery carries no watch, for what lies in its storage is of all examples', async ({
  request,
  gallery,
}) => {
  const page = await (await request.get(gallery.at('', 'plantops/'))).text();
  expect(page).toContain('/askfirst/askfirst.js');
  expect(page).not.toContain('askfirst-watch');
});

test('the panel names a cookie that no script can read, and “Forget me” ends it', { tag: WHOLE }, async ({
  page,
  gallery,
  context,
}) => {
  await page.goto(gallery.at('plantops', 'view/?page=/sign-in.html'));
  const example = page.frameLocator('#example');
  await signIn(example);
  await expect(example.locator('#write')).toBeVisible();
  await expect(page.locator('#storage')).toContainText('plantops_session');
  await expect(page.locator('#storage')).toContainText('HttpOnly');
  expect((await context.cookies())[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
  await page.locator('#forget').click();
  await expect(page.locator('#storage')).toHaveText('Empty.');
  expect(await context.cookies()).toEqual([]);
});

test('a sign-in that is sent before its script is there leads on, too, and shows no token', { tag: WHOLE }, async ({
  browser,
  gallery,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [name, next] of [
    ['plantops', 'documents.html'],
    ['ooretz', 'settings.html'],
    ['factorylm', 'sign-in.html'],
  ] as const) {
    await page.goto(gallery.at(name, 'sign-in.html'));
    await page.locator('#sign-in [name="email"]').fill('ann@plant.example');
    const password = page.locator('#sign-in [name="password"]');
    if (await password.count()) await password.fill('x');
    await page.locator('#sign-in [type="submit"], #sign-in button').first().click();
    await expect(page).toHaveURL(gallery.at(name, next));
    await expect(page.locator('body')).not.toContainText('token":');
  }
  expect((await context.cookies()).map(({ name }) => name).sort()).toEqual(['ooretz_session', 'plantops_session']);
  await context.close();
});

test('beside the panel the checkout’s request to Stripe is shown, and answered by a stand-in', { tag: WHOLE }, async ({
  page,
  gallery,
}) => {
  await page.goto(gallery.at('factorylm', 'view/?page=/checkout.html'));
  await expect(page.locator('#requests')).toContainText('js.stripe.com/v3/ from /checkout.html');
  await expect(page.frameLocator('#example').locator('#card input')).toBeVisible();
  await page.frameLocator('#example').getByRole('link', { name: 'Pricing' }).click();
  await expect(page.locator('#address')).toHaveText('/pricing.html');
  await page.waitForTimeout(600);
  await expect(page.locator('#requests li')).toHaveCount(1);
});

test('what is stored for one example is not there for another', { tag: WHOLE }, async ({ page, gallery }) => {
  await page.goto(gallery.at('marketing-site'));
  await page.locator('askfirst-ui [part~="reject"]').click();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  await page.goto(gallery.at('plantops'));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
