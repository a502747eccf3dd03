import { seen } from '../harness/interface.js';
import { consent, decide, settle } from '../harness/probe.js';
import { expect, test } from '../harness/test.js';

/** Attributes of marked elements that change while they stand in the page. */

const ATTRIBUTES = 'data-categories="functional marketing" data-controller="Shop"';
const at = (path: string) => `https://tags.example.net/${path}`;

test('a frame that a framework turns into one of a denied category loses its address, and gets the new one with a yes', async ({
  page,
  visit,
  server,
}) => {
  await visit({
    attributes: ATTRIBUTES,
    body: `<main><iframe title="Map" data-consent="functional" data-src="${at('map.html')}"></iframe></main>`,
  });
  const frame = page.locator('iframe');
  await decide(page, { functional: true, marketing: false });
  await expect(frame).toHaveAttribute('src', at('map.html'));
  for (const order of [
    ['data-consent', 'data-src'],
    ['data-src', 'data-consent'],
  ]) {
    await expect.poll(() => server.requests('map.html').length).toBeGreaterThan(0);
    server.log.length = 0;
    await frame.evaluate(
      (element, [names, film]) => {
        const values: Record<string, string> = { 'data-consent': 'marketing', 'data-src': film as string };
        for (const name of names as string[]) element.setAttribute(name, values[name] as string);
      },
      [order, at('film.html')] as const,
    );
    await settle(page);
    await expect(frame).not.toHaveAttribute('src');
    expect(server.requests('tags.example.net')).toEqual([]);
    // Back to the first, which is still granted.
    await frame.evaluate((element, map) => {
      element.setAttribute('data-consent', 'functional');
      element.setAttribute('data-src', map);
    }, at('map.html'));
    await expect(frame).toHaveAttribute('src', at('map.html'));
  }
  await frame.evaluate((element, film) => {
    element.setAttribute('data-consent', 'marketing');
    element.setAttribute('data-src', film);
  }, at('film.html'));
  await expect(frame).not.toHaveAttribute('src');
  await decide(page, { marketing: true });
  await expect(frame).toHaveAttribute('src', at('film.html'));
});

for (const answer of ['before any answer', 'after a no'])
  test(`an address that a lazy loader gives to what is held is taken away at once, and said, ${answer}`, async ({
    page,
    visit,
    said,
    server,
  }) => {
    await visit({
      attributes: ATTRIBUTES,
      body: `<main><img alt="" data-consent="marketing" data-src="${at('picture.svg')}">
        <iframe title="Film" data-consent="marketing" data-src="${at('film.html')}"></iframe>
        <video data-consent="marketing" data-src="${at('film.mp4')}"></video></main>`,
    });
    await expect(seen(page).banner).toBeVisible();
    if (answer === 'after a no') await decide(page, { marketing: false });
    await settle(page);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLImageElement>('[data-src]'))
        element.src = element.dataset.src as string;
    });
    await settle(page);
    expect(await page.locator('[data-consent][src]').count()).toBe(0);
    expect(server.requests('film.html')).toEqual([]);
    const named = () => said.messages.filter((message) => /had its plain address before consent/.test(message));
    await expect.poll(() => named().length).toBeGreaterThan(0);
    await decide(page, { marketing: true });
    await expect(page.locator('[data-consent][src]')).toHaveCount(3);
  });

test('a service without a category is named at once, and the rest is asked about', async ({ page, visit, said }) => {
  await visit({
    attributes: ATTRIBUTES,
    config: { services: [{ id: 'heat', name: 'Heat', provider: 'Heat Ltd', script: at('heat.js') }] },
  });
  await expect.poll(() => said.messages.length).toBe(1);
  expect(said.messages[0]).toMatch(/"heat"/);
  expect((await consent(page)).granted).not.toHaveProperty('undefined');
});
