import { INSTALLS } from '../harness/html.js';
import { seen } from '../harness/interface.js';
import { consent, settle, stored, storedText, updates } from '../harness/probe.js';
import { expect, type Page, SITE, test } from '../harness/test.js';

const MARKER = 'marker7f3a';
const choice = { granted: true, at: '2026-11-01T00:00:00.000Z', until: '2126-11-01T00:00:00.000Z', asked: ['ga4'] };
const record = {
  v: 1,
  id: '0123456789abcdef0123456789abcdef',
  policy: null,
  locale: 'en',
  method: 'banner',
  regime: 'gdpr',
  choices: { analytics: { ...choice, at: new Date(Date.now() - 864e5).toISOString() } },
};
const json = JSON.stringify;
const analytics = (other: object) =>
  json({ ...record, choices: { analytics: { ...record.choices.analytics, ...other } } });

/** None of these is a choice somebody made on this site. Each carries a marker that must show up nowhere. */
const FAULTY: Record<string, string> = {
  'an empty string': '',
  'half a record': json(record).slice(0, 90) + MARKER,
  'foreign text': `session=${MARKER}`,
  'a number': '42',
  null: 'null',
  'a list': json([MARKER, record]),
  'a string': json(MARKER),
  'a record without choices': json({ v: 1, id: MARKER }),
  'choices that are a list': json({ ...record, id: MARKER, choices: [record.choices.analytics] }),
  'choices of the wrong type': json({ ...record, id: MARKER, choices: { analytics: true } }),
  'a grant that is text': analytics({ granted: 'true', marker: MARKER }),
  'a grant that is a number': analytics({ granted: 1 }),
  'no end': analytics({ until: undefined }),
  'an end that is no date': analytics({ until: MARKER }),
  'a choice from the future': analytics({ at: '2125-01-01T00:00:00.000Z' }),
  'nothing that was asked': analytics({ asked: undefined }),
  'asked of the wrong type': analytics({ asked: { length: 1, 0: 'ga4', [MARKER]: 1 } }),
  'an older version': json({ ...record, v: 0 }),
  'a newer version': json({ ...record, v: 2, note: MARKER }),
  'a version that is text': json({ ...record, v: '1' }),
  'markup in its fields': analytics({ until: `<img src=x onerror="window.${MARKER}=1">` }),
  'a polluted prototype': `{"__proto__":{"granted":true,"${MARKER}":true},"v":1,"choices":{"__proto__":{"analytics":{"granted":true}},"constructor":{"prototype":{"granted":true}}}}`,
  'an oversized record': json({ ...record, padding: MARKER.repeat(60_000) }),
  'ten thousand choices': json({
    ...record,
    choices: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${MARKER}${i}`, choice])),
  }),
};

/** Puts a value under our key before the page loads. */
const remember = (page: Page, value: string) =>
  page.addInitScript((text) => localStorage.setItem('askfirst', text), value);

test('a sound record is obeyed, so the faulty ones below are refused for their fault alone', async ({
  page,
  visit,
}) => {
  await remember(page, json(record));
  await visit({ attributes: 'data-ga4="G-TEST1"' });
  await settle(page);
  expect((await consent(page)).granted.analytics).toBe(true);
  await expect(seen(page).banner).toHaveCount(0);
});

for (const install of INSTALLS)
  test(`what is faulty in storage means undecided, with the ${install}`, async ({ page, visit, said, server }) => {
    test.setTimeout(180_000);
    server.page('/empty/', '<!doctype html><title>Empty</title>');
    await page.goto(`${SITE}/empty/`);
    for (const [what, value] of Object.entries(FAULTY))
      await test.step(what, async () => {
        const check = expect.configure({ message: what });
        await page.evaluate((text) => localStorage.setItem('askfirst', text), value);
        server.log.length = 0;
        await visit({ install, attributes: 'data-ga4="G-TEST1"' });
        await check(seen(page).banner).toBeVisible();
        await settle(page, 200);
        const now = await consent(page);
        check({ granted: now.granted, ask: now.ask }).toEqual({
          granted: { necessary: true, analytics: false },
          ask: true,
        });
        check(
          (await updates(page)).filter((update) => Object.values(update).filter((v) => v === 'granted').length > 1),
        ).toEqual([]);
        check(server.requests('google')).toEqual([]);
        check(said.console.filter((text) => text.includes(MARKER))).toEqual([]);
        const everything = await page.evaluate(() => {
          const texts = [document.documentElement.outerHTML, JSON.stringify(window.dataLayer)];
          for (const element of document.querySelectorAll('*'))
            if (element.shadowRoot) texts.push(element.shadowRoot.innerHTML);
          return texts.join('\n');
        });
        check(everything.includes(MARKER)).toBe(false);
        check(await page.evaluate(() => 'granted' in {})).toBe(false);
        check(await page.evaluate((marker) => marker in {}, MARKER)).toBe(false);
        await seen(page).reject.click();
        check(await stored(page)).toMatchObject({ v: 1, choices: { analytics: { granted: false } } });
        check(await storedText(page)).not.toContain(MARKER);
      });
  });
