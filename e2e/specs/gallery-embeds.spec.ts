import type { Frame } from '@playwright/test';
import { axe, COLOURS } from '../harness/axe.js';
import { expect, test } from '../harness/gallery.js';
import { seen } from '../harness/interface.js';

/** The magazine page of the gallery whose frames wait as cards. */

const MEDIA = ['film', 'player', 'camera'];
const FUNCTIONAL = ['map', 'calendar', 'form'];

test('nobody is asked before a yes; one frame loads once, a category for good, and a withdrawal brings the cards back', async ({
  page,
  gallery,
  said,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const host = new URL(request.url()).hostname;
    if (host !== 'embeds.localhost') asked.push(host);
  });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(gallery.at('embeds'));
  const inside = (id: string) => page.frameLocator(`#${id}`);
  const once = (id: string) => inside(id).getByRole('button', { name: 'Load once' });
  const wait = async (...ids: string[]) => {
    for (const id of ids) await expect(once(id), id).toBeVisible();
  };
  const loaded = () => page.locator('iframe[src]').evaluateAll((frames) => frames.map((frame) => frame.id).sort());

  await seen(page).reject.click();
  await wait(...MEDIA, ...FUNCTIONAL);
  await expect(inside('film').locator('.card')).toContainText('connects to YouTube (Google).');
  await expect(inside('camera').locator('.card')).toContainText('connects to tide-camera.localhost.');
  await expect(inside('calendar').getByRole('link')).toHaveText('Privacy policy of Calendly');

  // On a small phone, in each scheme and accent.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  for (const id of [...MEDIA, ...FUNCTIONAL])
    expect(
      await inside(id)
        .locator('body')
        .evaluate((body) => body.scrollHeight - body.clientHeight),
      `${id} has room for its card`,
    ).toBe(0);
  expect(await axe(page, 'body')).toEqual([]);
  for (const [scheme, accent, colour] of [
    ['Dark', 'Buoy', 'rgb(255, 173, 155)'],
    ['Light', 'Tide', 'rgb(11, 90, 110)'],
  ] as const) {
    await page.getByLabel(scheme, { exact: true }).check();
    await page.getByLabel(accent, { exact: true }).check();
    await expect(once('map')).toHaveCSS('background-color', colour);
    expect(await axe(page, 'body', COLOURS)).toEqual([]);
  }
  const film = await page.locator('#film').elementHandle();
  expect(await axe((await film?.contentFrame()) as Frame, 'body')).toEqual([]);
  expect(asked).toEqual([]);

  await once('film').click();
  await expect(inside('film').getByText('The film would play here')).toBeVisible();
  await wait('player', 'camera', ...FUNCTIONAL);
  expect(asked.filter((host) => host !== 'youtube.localhost')).toEqual([]);

  await inside('map').getByRole('button', { name: 'Always allow: Functional' }).click();
  for (const id of FUNCTIONAL) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(inside(id).getByText('would be here')).toBeVisible();
  }
  await wait('player', 'camera');
  expect(await loaded()).toEqual([...FUNCTIONAL, 'film'].sort());
  expect([...new Set(asked)].sort()).toEqual([
    'calendly.localhost',
    'google-maps.localhost',
    'typeform.localhost',
    'youtube.localhost',
  ]);

  await page.getByRole('button', { name: 'Privacy settings' }).click();
  await seen(page).toggle('functional').uncheck();
  await seen(page).save.click();
  await wait(...MEDIA, ...FUNCTIONAL);
  expect(await loaded()).toEqual([]);
  // Of a host that no service declares the owner is told.
  expect(said.filter((message) => !message.includes('tide-camera.localhost'))).toEqual([]);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(gallery.at('embeds', 'view/'));
  const example = page.frameLocator('#example');
  await example.frameLocator('#film').getByRole('button', { name: 'Load once' }).click();
  await expect(page.locator('#requests li')).toHaveText([/^youtube\.localhost:\d+\/film\.html from \/$/]);
});
