import { locale as en } from '@askfirst/data/locales/en';
import { seen } from '../harness/interface.js';
import { installScreenReader, spoken } from '../harness/screen-reader.js';
import { expect, test } from '../harness/test.js';

/** What is said is kept in `golden/`. After a change that is meant: `npm test -w e2e -- screen-reader --update-snapshots`, and read it. */

const page = (layout: string) => ({
  attributes: `data-ga4="G-TEST1" data-categories="functional" data-controller="Shop" data-policy-url="/privacy/" data-layout="${layout}"`,
  body: '<main><h1>A page</h1><consent-preferences></consent-preferences></main>',
});
const text = (lines: string[]) => `${lines.join('\n')}\n`;

test.beforeEach(({ server, said }) => {
  void said;
  installScreenReader(server);
});

test('a screen reader says who asks, for what, and the answers in their order: as bar and as modal', async ({
  page: tab,
  visit,
}) => {
  for (const layout of ['bar', 'modal']) {
    await visit(page(layout));
    await expect(seen(tab).banner).toBeVisible();
    expect(text(await spoken(seen(tab).banner))).toMatchSnapshot(`banner-${layout}.txt`);
  }
});

test('a screen reader says each purpose of the preferences with its switch, its services and what they store', async ({
  page: tab,
  visit,
}) => {
  await visit(page('bar'));
  await seen(tab).choose.click();
  await expect(seen(tab).dialog).toBeVisible();
  // The library does not know that closed details say nothing.
  await seen(tab)
    .dialog.locator('details')
    .evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
  expect(text(await spoken(seen(tab).dialog))).toMatchSnapshot('preferences.txt');
});

test('a screen reader says the inline control, and that a switch was saved', async ({ page: tab, visit }) => {
  await visit(page('bar'));
  await seen(tab).reject.click();
  const lines = await spoken(seen(tab).inline.locator('section'), async () => {
    await seen(tab).inlineToggle('analytics').click();
    await expect(seen(tab).inline.getByRole('status')).toHaveText(en.saved);
  });
  expect(text(lines)).toMatchSnapshot('inline.txt');
});
