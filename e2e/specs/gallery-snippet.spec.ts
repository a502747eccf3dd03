import { expect, test } from '../harness/gallery.js';

/** The form "Write my snippet". What it writes is tried on pages by `snippet.spec.ts`. */

test('without a service or a category nothing is written, and one sentence says what to add', async ({
  page,
  gallery,
}) => {
  await page.goto(gallery.at('', 'snippet/'));
  const refusal = page.getByText('Add a Google id, a service, a frame or a category: without one of them the tag');
  await expect(refusal).toBeVisible();
  await expect(page.locator('#one-line')).toBeHidden();
  await expect(page.locator('#try')).toBeHidden();
  await page.getByLabel('More categories').fill('functional');
  await expect(refusal).toBeHidden();
  await expect(page.locator('#one-line')).toHaveText(
    '<script src="/askfirst/askfirst.js" data-categories="functional"></script>',
  );
  // What is necessary is not asked about.
  await page.getByLabel('More categories').fill('necessary');
  await expect(refusal).toBeVisible();
});

test('every field finds its place in the snippet, and the page to try it on asks accordingly', async ({
  page,
  gallery,
  said,
}) => {
  await page.goto(gallery.at('', 'snippet/'));
  await page.getByLabel('Company name').fill('Shop Ltd');
  await page.getByLabel('Address of the privacy policy').fill('/privacy');
  await page.getByLabel('Tag Manager id').fill('GTM-TEST1');
  await page.locator('#gtmCategory').selectOption('marketing');
  await page.getByRole('button', { name: 'Add a service of your own' }).click();
  const service = page.getByRole('group', { name: 'A service of your own' });
  await service.getByLabel('Name').fill('Heat maps');
  await expect(page.locator('#services-problem')).toContainText('A service needs a name and a provider');
  await service.getByLabel('Provider').fill('Example Ltd');
  await expect(page.locator('#services-problem')).toBeEmpty();
  await page.getByLabel('Address of the frame').fill('https://video.example/embed/42');
  await page.getByLabel('What it is').fill('Our film');
  await page.getByLabel('Language').selectOption('pt-BR');
  await page.getByLabel('Place of the visitors').fill('br');
  await page.getByLabel('Domain whose subdomains share one choice').fill('example.com');
  await page.getByLabel('Folder with the files').fill('/askfirst-1.2.3/');
  await expect(page.locator('#one-line')).toHaveText(
    /"gtm":"GTM-TEST1","category":"marketing".*"name":"Heat maps".*"name":"Our film"/s,
  );
  await expect(page.locator('#one-line')).toContainText(
    '<script src="/askfirst-1.2.3/askfirst.js" data-controller="Shop Ltd" data-policy-url="/privacy" data-region="BR" data-lang="pt-BR" data-cookie-domain="example.com"></script>',
  );
  await expect(page.locator('#frame-code')).toHaveText(
    '<iframe data-consent="functional" data-src="https://video.example/embed/42" title="Our film"></iframe>',
  );
  await page.locator('#try').click();
  const example = page.frameLocator('#example');
  await example.locator('askfirst-ui[lang="pt-BR"] [part~="accept"]').click();
  await expect(page.locator('#tags li')).toHaveText([
    /^releasedGoogle tag GTM-TEST1 \(marketing\)/,
    /^released<p> Released: marketing/,
    /^released<p> Released: functional/,
    /^released<iframe> https:\/\/video\.example\/embed\/42 \(functional\)/,
  ]);
  // What the lint says of such services. It may still look at the page.
  const expected = /runs on until the visitor leaves the page: (Google Tag Manager)|what it stores.*Heat maps/;
  expect(said.filter((message) => !expected.test(message))).toEqual([]);

  await page.goto(gallery.at('', 'snippet/'));
  await page.getByRole('button', { name: 'Add a service of your own' }).click();
  await service.getByLabel('Name').fill('Heat maps');
  await service.getByLabel('Provider').fill('Example Ltd');
  await expect(page.locator('#one-line')).toContainText('Heat maps');
  await service.getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('#one-line')).not.toContainText('Heat maps');
});
