import { describe, expect, test } from 'vitest';
import { own } from '../../sdk/src/policy/own.js';
import { toService } from '../../sdk/src/policy/to-service.js';
import { areValid } from '../../sdk/src/policy/valid.js';
import type { Visit } from '../src/model.js';
import { judge } from '../src/promises/judge.js';
import { checkPromises } from '../src/promises/read.js';
import type { Promises } from '../src/promises/schema.js';
import { recognise } from '../src/recognise/recognise.js';
import { declarationOf } from '../src/write/declaration.js';
import { specOf } from '../src/write/spec.js';
import { cookie, PAGE, request, stored, visitOf } from './visits.js';

const visits = (...all: Visit[]) => all.map(recognise);
const shop = visits(
  visitOf('untouched', { cookies: [cookie('PHPSESSID', 10)] }),
  visitOf('accepted', {
    banner: { found: true, preTicked: [] },
    requests: [
      request('https://www.googletagmanager.com/gtag/js?id=G-ABCD1234', 1_100),
      request(`${PAGE}metrics/g/c?v=2&tid=G-ABCD1234&gcs=G111&gcd=13r3r3r3r5l1`, 1_200),
      request('https://static.hotjar.com/c/hotjar-1.js', 1_200),
      request('https://ib.adnxs.com/px', 1_300),
      request('https://t.stranger.example/p', 1_300),
    ],
    cookies: [
      cookie('PHPSESSID', 10),
      cookie('_ga', 1_300, { lifetimeAsked: 63_072_000 }),
      cookie('_hjSession_1', 1_300, { lifetimeAsked: 1_800 }),
      cookie('_hj_new', 1_300, { lifetimeAsked: 86_400 * 3 }),
      cookie('mystery', 1_400, { lifetimeAsked: 86_400 * 7 }),
      cookie('cookie_choice', 1_020),
    ],
    storage: [stored('localStorage', 'askfirst', 1_010), stored('sessionStorage', 'tab', 1_500)],
  }),
);

describe('the declaration', () => {
  const { services, review } = declarationOf(shop);

  test('names what was seen, by the catalogue where it can', () => {
    expect(services).toEqual([
      {
        id: 'site',
        name: 'www.shop.example',
        provider: 'www.shop.example',
        category: 'necessary',
        stores: [{ name: 'PHPSESSID', kind: 'cookie', lifetime: 'session' }],
      },
      { ga4: 'G-ABCD1234', hosts: expect.arrayContaining(['*.google-analytics.com', '/metrics']) },
      { id: 'hotjar', category: 'analytics' },
      { id: 'appnexus', name: 'AppNexus', provider: 'AppNexus', category: 'marketing', hosts: ['ib.adnxs.com'] },
      {
        id: 'stranger-example',
        name: 'stranger.example',
        provider: 'stranger.example',
        category: 'marketing',
        hosts: ['t.stranger.example'],
      },
      {
        id: 'site-other',
        name: 'www.shop.example',
        provider: 'www.shop.example',
        category: 'functional',
        stores: [
          { name: '_hj_new', kind: 'cookie', lifetime: [3, 'day'] },
          { name: 'mystery', kind: 'cookie', lifetime: [7, 'day'] },
          { name: 'tab', kind: 'sessionStorage', lifetime: 'session' },
        ],
      },
    ]);
  });

  test('says what nobody can know', () => {
    expect(review).toEqual([
      expect.stringMatching(/^AppNexus is not in the catalogue/),
      expect.stringMatching(/^Nobody knows who runs stranger\.example/),
      expect.stringMatching(/what _hj_new, mystery, tab of your own site is for/),
    ]);
  });

  test('is a valid configuration of Askfirst, and a list of promises that the same visits keep', () => {
    expect(areValid({ services: own(JSON.parse(JSON.stringify(services))).map(toService) })).toBe(true);
    // The answer is kept by the banner, which is no service.
    const promises = checkPromises({ services }) as Promises;
    expect(judge(shop, promises).filter(({ result }) => result === 'broken')).toEqual([]);
  });
});

describe('the spec', () => {
  test('holds a site to what it was seen to do', () => {
    expect(specOf(shop.slice(0, 1))).toMatch(
      /^import .*@askfirst\/audit\/playwright';\n[\s\S]*const promises: Promises = \{[\s\S]*test\('https:\/\/www\.shop\.example\/, untouched', async \(\{ visit \}\) => \{\n {2}const seen = await visit\('https:\/\/www\.shop\.example\/', 'untouched'\);\n {2}expect\(seen\)\.toHaveSentNothing\(\);\n {2}expect\(seen\)\.toStoreOnly\(\['cookie PHPSESSID'\]\);\n {2}expect\(seen\)\.toKeep\(promises\);\n\}\);\n$/,
    );
    expect(specOf(shop)).toContain("toHaveSentNothing({ except: ['ib.adnxs.com', 'static.hotjar.com', ");
  });

  test('does not begin red, and says what is broken', () => {
    const [visit] = visits(visitOf('untouched', { cookies: [cookie('_ga', 5)] }));
    expect(specOf(visit ? [visit] : [])).toContain("{ ...promises, 'nothing-before-choice': false }");
  });
});
