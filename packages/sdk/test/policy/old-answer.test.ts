import type { Tool } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import { tool as c15t } from '@askfirst/data/tools/c15t';
import { tool as cookiebot } from '@askfirst/data/tools/cookiebot';
import { tool as cookieyes } from '@askfirst/data/tools/cookieyes';
import { tool as klaro } from '@askfirst/data/tools/klaro';
import { tool as orejime } from '@askfirst/data/tools/orejime';
import { tool as tarteaucitron } from '@askfirst/data/tools/tarteaucitron';
import { tool as vanillaCookieConsent } from '@askfirst/data/tools/vanilla-cookieconsent';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { readOldAnswer } from '../../src/policy/old-answer.js';
import { withEachService } from '../../src/policy/per-service.js';
import { MAX_LENGTH } from '../../src/policy/record.js';
import { takeOver } from '../../src/policy/take-over.js';
import type { OldTool, Options } from '../../src/policy/types.js';

const NOW = Date.parse('2026-11-01T00:00:00.000Z');
const DAY = 86_400_000;
const WEEK_AGO = NOW - 7 * DAY;
const iso = (time: number) => new Date(time).toISOString();

/** As each tool writes it, in the order of its own code. */
const vcc = (more: object = {}) =>
  encodeURIComponent(
    JSON.stringify({
      categories: ['necessary', 'analytics'],
      revision: 0,
      data: null,
      consentTimestamp: iso(WEEK_AGO - DAY),
      consentId: 'a6e6b6a5-96f6-4a46-b2b9-c5a7b4d9a3b5',
      services: { necessary: [], analytics: [], marketing: [] },
      languageCode: 'de',
      lastConsentTimestamp: iso(WEEK_AGO),
      expirationTime: WEEK_AGO + 90 * DAY,
      ...more,
    }),
  );
const cookiebotText = (more = '') =>
  `{stamp:%27UumF4k/KL0UGyS==%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cmethod:%27explicit%27%2Cver:1%2Cutc:${WEEK_AGO}%2Cregion:%27de%27${more}}`;
const cookieyesText = (analytics = 'yes') =>
  `consentid:abc,consent:yes,action:yes,necessary:yes,functional:no,analytics:${analytics},performance:yes,advertisement:no,other:no,lastRenewedDate:1734509533000`;
const c15tText = (more: object = {}) =>
  JSON.stringify({
    consents: { necessary: true, functionality: false, experience: false, measurement: true, marketing: false },
    consentInfo: { time: WEEK_AGO, subjectId: 'sub_1', ...more },
  });

const options: Options = { categories: { analytics: {}, marketing: {} } };
const take = (tool: Tool, text: string, old: Partial<OldTool> = {}, site: Options = options) => {
  const answer = readOldAnswer(tool.stored?.format ?? 'flags', text);
  const named = { tool: tool.id as OldTool['tool'], ...old };
  const categories = withEachService(resolveCategories(site), site.perService);
  return answer && takeOver(tool, named, answer, categories, strictest, NOW);
};
const granted = (choices: ReturnType<typeof take>) =>
  choices && Object.fromEntries(Object.entries(choices).map(([key, choice]) => [key, choice.granted]));

const since = { since: '2026-10-20' };
const names = { matomo: 'analytics', ads: 'marketing' };

describe('an answer is taken over as it was given', () => {
  test.each([
    ['vanilla-cookieconsent', vanillaCookieConsent, vcc(), {}],
    ['Cookiebot', cookiebot, cookiebotText(), {}],
    ['CookieYes', cookieyes, cookieyesText(), since],
    ['c15t', c15t, c15tText(), {}],
    ['Klaro', klaro, encodeURIComponent('{"matomo":true,"ads":false}'), { ...since, names }],
    ['Orejime', orejime, '{%22matomo%22:true%2C%22ads%22:false}', { ...since, names }],
    ['tarteaucitron', tarteaucitron, '!matomo=true!ads=false', { ...since, names }],
  ] as const)('%s: what was allowed, and what was refused', (_, tool, text, old) => {
    expect(granted(take(tool, text, old))).toEqual({ analytics: true, marketing: false });
  });

  test('about a category, where each service has a switch of its own now', () => {
    const site: Options = {
      services: [{ id: 'x', name: 'x', provider: 'x', category: 'analytics' }],
      categories: { marketing: {} },
      perService: ['analytics'],
    };
    const choices = take(vanillaCookieConsent, vcc(), {}, site);
    expect(choices && granted(choices)).toEqual({ analytics: true, marketing: false });
  });

  test('a refusal of everything is one', () => {
    const text = vcc({ categories: ['necessary'] });
    expect(granted(take(vanillaCookieConsent, text))).toEqual({ analytics: false, marketing: false });
  });

  test('with its own time, and the earlier of two ends', () => {
    const { analytics } = take(vanillaCookieConsent, vcc()) ?? {};
    expect(analytics).toMatchObject({ at: iso(WEEK_AGO), until: iso(WEEK_AGO + 90 * DAY) });
    const late = take(vanillaCookieConsent, vcc({ expirationTime: NOW + 5000 * DAY }))?.analytics;
    expect(late?.until, 'the clock of the law').toBe(iso(WEEK_AGO + strictest.grantMaxAgeDays * DAY));
    const short = take(cookiebot, cookiebotText(), { days: 30 })?.analytics;
    expect(short?.until, 'the clock that the owner had set there').toBe(iso(WEEK_AGO + 30 * DAY));
  });

  test('without a time it counts from the earliest day that the owner names, and without that day not at all', () => {
    const flags = '{"matomo":true,"ads":false}';
    expect(take(klaro, flags, { ...since, names })?.analytics).toMatchObject({
      at: '2026-10-20T00:00:00.000Z',
      until: iso(Date.parse('2026-10-20') + 120 * DAY),
    });
    expect(take(klaro, flags, { names })).toBeUndefined();
    expect(take(klaro, flags, { names, since: '2027-01-01' }), 'a day to come').toBeUndefined();
  });

  test('the services of a category are named one by one, and keep their ids', () => {
    const site: Options = {
      services: ['matomo', 'hotjar'].map((id) => ({ id, name: id, provider: 'x', category: 'analytics' })),
    };
    const both = take(tarteaucitron, '!matomo=true!hotjar=true', since, site);
    expect(both).toMatchObject({ analytics: { granted: true, asked: ['matomo', 'hotjar'] } });
    // Also where each has a switch of its own now.
    expect(take(tarteaucitron, '!matomo=true!hotjar=true', since, { ...site, perService: ['analytics'] })).toEqual(
      both,
    );
    expect(take(tarteaucitron, '!matomo=true', since, site), 'one is not named').toBeUndefined();
    expect(take(tarteaucitron, '!matomo=true!hotjar=false', since, site), 'a yes and a no').toBeUndefined();
    expect(take(tarteaucitron, '!matomo=true!hotjar=wait', since, site), 'not answered').toBeUndefined();
  });
});

test('where visitors may answer about single services, an answer about categories or about all of them counts, as one about the category', () => {
  const services = ['matomo', 'hotjar'].map((id) => ({ id, name: id, provider: 'x', category: 'analytics' }));
  const site: Options = { services, perService: ['analytics'] };
  expect(granted(take(cookiebot, cookiebotText(), {}, site))).toEqual({ analytics: true });
  expect(granted(take(tarteaucitron, '!matomo=false!hotjar=false', since, site))).toEqual({ analytics: false });
});

describe('nothing is taken over', () => {
  test.each([
    ['a category is not named', vanillaCookieConsent, vcc({ services: { necessary: [], analytics: [] } })],
    ['a category was accepted in part', vanillaCookieConsent, vcc({ services: { analytics: ['ga'], marketing: [] } })],
    ['version 2 names only what was accepted', vanillaCookieConsent, vcc({ services: undefined })],
    ['it has run out there', vanillaCookieConsent, vcc({ expirationTime: NOW - 1 })],
    ['it has run out here', vanillaCookieConsent, vcc({ lastConsentTimestamp: iso(NOW - 200 * DAY) })],
    ['it comes from the future', vanillaCookieConsent, vcc({ lastConsentTimestamp: iso(NOW + 1) })],
    ['its time is no time', vanillaCookieConsent, vcc({ lastConsentTimestamp: 'soon' })],
    ['it is too long', vanillaCookieConsent, vcc({ data: 'x'.repeat(MAX_LENGTH) })],
    ['the visitor did not give it', cookiebot, cookiebotText().replace('explicit', 'implied')],
    ['a name comes twice', cookiebot, cookiebotText('%2Cmarketing:true')],
    ['the visitor has not acted', cookieyes, cookieyesText().replace('action:yes', 'action:')],
    ['two of its categories are one here, and differ', cookieyes, cookieyesText('no')],
    ['nobody has answered', c15t, c15tText({ subjectId: undefined })],
    ['a value is neither yes nor no', klaro, '{"matomo":"true","ads":false}'],
    ['it cannot be decoded', klaro, '%E0%A4%A'],
  ] as const)('%s', (_, tool, text) => {
    expect(take(tool, text, { ...since, ...('names' in tool ? {} : { names }) })).toBeUndefined();
  });

  test('where a revision asks everybody again', () => {
    expect(take(vanillaCookieConsent, vcc(), {}, { ...options, revision: '2' })).toBeUndefined();
  });
});

const all: readonly Tool[] = [vanillaCookieConsent, cookiebot, cookieyes, c15t, klaro, orejime, tarteaucitron];
const sound = [
  vcc(),
  cookiebotText(),
  cookieyesText(),
  c15tText(),
  '{"matomo":true,"ads":false}',
  '!matomo=true!ads=false',
];

/** A text that a tool wrote, as it is or with parts of it changed, or any text. */
const hostile = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.json(),
  fc.constantFrom(...sound),
  fc.constantFrom(...sound).map((text) => text + ' '.repeat(MAX_LENGTH)),
  fc
    .tuple(fc.constantFrom(...sound), fc.nat(), fc.nat(40), fc.string({ maxLength: 12 }))
    .map(([text, at, length, put]) => {
      const from = at % text.length;
      return text.slice(0, from) + put + text.slice(from + length);
    }),
);

test('whatever lies there, nothing throws, and what is taken over is sound, complete, past and not for longer than the law lets it', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      hostile,
      fc.constantFrom('2026-10-20', '2026-02-30', '9999-01-01', '0001-01-01', '', 'x'),
      (tool, text, day) => {
        const choices = take(tool, text, { names, since: day });
        if (!choices) return;
        taken += 1;
        expect(Object.keys(choices)).toEqual(['analytics', 'marketing']);
        for (const { at, until } of Object.values(choices)) {
          expect(Date.parse(at)).toBeLessThanOrEqual(NOW);
          expect(Date.parse(until)).toBeGreaterThan(NOW);
          expect(Date.parse(until) - Date.parse(at)).toBeLessThanOrEqual(strictest.refusalCooldownDays * DAY);
          expect(iso(Date.parse(at))).toBe(at);
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(taken, 'texts that were still sound').toBeGreaterThan(5);
});
