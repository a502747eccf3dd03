import { describe, expect, test } from 'vitest';
import type { Finding, Visit } from '../src/model.js';
import { judge } from '../src/promises/judge.js';
import type { Promises } from '../src/promises/schema.js';
import { recognise } from '../src/recognise/recognise.js';
import { cookie, PAGE, request, SCRIPT, stored, visitOf } from './visits.js';

const judged = (visits: Visit[], promises?: Promises): Finding[] => judge(visits.map(recognise), promises);
const brokenOf = (visits: Visit[], promises?: Promises) =>
  judged(visits, promises).filter(({ result }) => result === 'broken');
const keys = (visits: Visit[], promises?: Promises) => brokenOf(visits, promises).map(({ promise }) => promise);
const found = { found: true, tool: 'words', pressesToAccept: 1, pressesToReject: 1, preTicked: [] };

const GA = 'https://www.google-analytics.com/g/collect?v=2&tid=G-X';
const DENIED = '&gcs=G100&gcd=13p3p3p3p5l1';
const GRANTED = '&gcs=G111&gcd=13r3r3r3r5l1';

describe('before a choice', () => {
  test.each<[string, Partial<Visit>, RegExp]>([
    [
      'a known vendor',
      { requests: [request('https://static.hotjar.com/c/hotjar-1.js', 400)] },
      /static\.hotjar\.com.*\(Hotjar\).*0\.4 s after the page opened/,
    ],
    [
      'a stranger',
      { requests: [request('https://t.stranger.example/p', 400, { type: 'beacon' })] },
      /t\.stranger\.example/,
    ],
    [
      'a vendor behind the own host',
      { requests: [request(`${PAGE}m/g/c?v=2&tid=G-X${DENIED}`, 400)] },
      /behind a path of the site’s own/,
    ],
    [
      'a redirect through the own host',
      {
        requests: [
          request('https://t.stranger.example/p', 400, {
            redirects: [`${PAGE}out`],
            causes: [{ kind: 'redirect', url: `${PAGE}out` }],
          }),
        ],
      },
      /t\.stranger\.example/,
    ],
    ['a cookie of a vendor', { cookies: [cookie('_fbp', 400)] }, /The cookie _fbp \(Meta Pixel\)/],
    ['a cookie nobody knows', { cookies: [cookie('guest', 400, { by: 'http', setBy: PAGE })] }, /The cookie guest/],
    [
      'a cookie that does not stay',
      { cookies: [cookie('x', 400, { remains: false, removedAt: 900 })] },
      /The cookie x /,
    ],
    ['local storage', { storage: [stored('localStorage', 'uid', 400)] }, /The entry uid in local storage/],
    ['session storage', { storage: [stored('sessionStorage', 'uid', 400)] }, /in session storage/],
    ['a database', { storage: [stored('indexedDB', 'ids', 400)] }, /The database ids/],
    ['a cache', { storage: [stored('cacheStorage', 'v1', 400)] }, /The cache v1/],
  ])('%s breaks the promise', (_, more, says) => {
    const [finding, ...others] = brokenOf([visitOf('untouched', more)]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ promise: 'nothing-before-choice', page: PAGE, state: 'untouched', at: 400 });
    expect(finding?.says).toMatch(says);
    expect(finding?.mend).toMatch(/\.$/);
  });

  test('the cause is named, and the smallest mend names it', () => {
    const [finding] = brokenOf([visitOf('untouched', { requests: [request('https://static.hotjar.com/x.js', 400)] })]);
    expect(finding?.causes).toEqual([SCRIPT]);
    expect(finding?.mend).toBe(`Let the script ${PAGE}app.js, line 12 run only after a yes to analytics.`);
  });

  test('another host of the same site is no stranger', () => {
    const origin = 'https://api.shop.example';
    const more = { storage: [stored('localStorage', 'cookie_choice', 1_010, { origin })] };
    expect(brokenOf([visitOf('rejected', more)])).toEqual([]);
    const strange = { storage: [stored('localStorage', 'cookie_choice', 1_010, { origin: 'https://shop.test' })] };
    expect(keys([visitOf('rejected', strange)])).toEqual(['nothing-after-reject']);
  });

  test('what is necessary is not blamed, nor what never left', () => {
    expect(
      judged([
        visitOf('untouched', {
          requests: [
            request(`${PAGE}app.js`, 10),
            request('https://js.stripe.com/v3/', 400),
            request('https://cdn.cookielaw.org/scripttemplates/otSDKStub.js', 20),
            request('https://t.stranger.example/p', 400, { failed: 'csp' }),
          ],
          cookies: [
            cookie('PHPSESSID', 10),
            cookie('gone', 20, { lifetimeAsked: 0 }),
            cookie('test', 20, { remains: false, removedAt: 24 }),
          ],
        }),
      ]).filter(({ result }) => result !== 'kept'),
    ).toEqual([]);
  });

  test('the same in every state is said once, and how often it happened', () => {
    const hit = () => ({
      requests: [request('https://static.hotjar.com/a.js', 100), request('https://static.hotjar.com/b.js', 200)],
    });
    const all = brokenOf([visitOf('rejected', hit()), visitOf('accepted', hit()), visitOf('untouched', hit())]);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ state: 'untouched' });
    expect(all[0]?.says).toContain('and 1 more after it');
  });

  test('a page may declare what is necessary, but no tracker as such', () => {
    const declared = {
      services: ['This site', 'Hotjar'],
      stores: ['cart', '_hjSession_*', 'FPID'],
      necessary: ['cart', '_hjSession_*', 'FPID'],
    };
    expect(brokenOf([visitOf('untouched', { declared, storage: [stored('localStorage', 'cart', 1)] })])).toEqual([]);
    for (const name of ['_hjSession_1', 'FPID'])
      expect(keys([visitOf('untouched', { declared, cookies: [cookie(name, 1)] })])).toEqual(['nothing-before-choice']);
  });
});

describe('after an answer', () => {
  test('nothing runs after Reject, however late', () => {
    const [finding] = brokenOf([visitOf('rejected', { requests: [request(GA + GRANTED, 7_000, { type: 'fetch' })] })]);
    expect(finding).toMatchObject({ promise: 'nothing-after-reject', state: 'rejected', at: 7_000 });
    expect(finding?.says).toMatch(/6\.0 s after Reject: the visitor had said no/);
  });

  test('the record of the answer is no breach, whatever the banner calls it', () => {
    const record = {
      cookies: [cookie('shop_cookie_choice', 1_050)],
      storage: [
        stored('localStorage', 'cc_banner', 1_010),
        stored('localStorage', 'dsgvo_ok', 1_010),
        stored('localStorage', 'askfirst.log', 4_000),
      ],
    };
    expect(brokenOf([visitOf('rejected', { ...record, banner: found })])).toEqual([]);
    expect(keys([visitOf('rejected', { cookies: [cookie('visitor', 1_050)], banner: found })])).toEqual([
      'nothing-after-reject',
    ]);
    expect(keys([visitOf('rejected', { cookies: [cookie('shop_cookie_choice', 6_000)], banner: found })])).toEqual([
      'nothing-after-reject',
    ]);
  });

  test('everything may run after Accept', () => {
    const more = { requests: [request(GA + GRANTED, 1_100)], cookies: [cookie('_ga', 1_200)], banner: found };
    expect(brokenOf([visitOf('accepted', more)])).toEqual([]);
  });

  test('a yes to one category is no yes to another', () => {
    const more = {
      requests: [request('https://static.hotjar.com/a.js', 1_100), request('https://connect.facebook.net/x.js', 1_200)],
    };
    for (const name of ['analytics', 'Statistik'])
      expect(
        brokenOf([visitOf(`only:${name}`, more)]).map(({ promise, says }) => [promise, says.includes('Meta Pixel')]),
      ).toEqual([['only-what-was-chosen', true]]);
  });
});

describe('a withdrawal', () => {
  const used = { requests: [request(GA + GRANTED, 1_100)], banner: found };

  test('is kept if all of it is gone', () => {
    const more = {
      ...used,
      cookies: [cookie('_ga', 1_200, { remains: false })],
      storage: [stored('localStorage', 'askfirst', 1_010)],
    };
    const findings = judged([visitOf('withdrawn', more)]);
    expect(findings.filter(({ result }) => result === 'broken')).toEqual([]);
    expect(findings.map(({ promise }) => promise)).toContain('withdrawal-ends');
  });

  test.each<[string, Partial<Visit>, RegExp, RegExp]>([
    ['a cookie that stays', { cookies: [cookie('_ga', 1_200)] }, /_ga .*is still there/, /Delete the cookie _ga/],
    [
      'one that scripts cannot see',
      { cookies: [cookie('FPID', 1_200, { httpOnly: true })] },
      /still there/,
      /let the server delete it/,
    ],
    ['an entry that stays', { storage: [stored('localStorage', 'uid', 1_200)] }, /still there/, /Delete uid/],
    [
      'a cookie that comes back',
      { cookies: [cookie('_ga', 1_200, { remains: false }), cookie('_ga', 5_000)] },
      /came back 2\.0 s after the withdrawal/,
      /./,
    ],
    ['a hit that is late', { requests: [request(GA + DENIED, 8_000)] }, /5\.0 s after the withdrawal/, /./],
  ])('%s breaks it', (_, more, says, mend) => {
    const findings = brokenOf([visitOf('withdrawn', { banner: found, ...more })]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ promise: 'withdrawal-ends', state: 'withdrawn' });
    expect(findings[0]?.says).toMatch(says);
    expect(findings[0]?.mend).toMatch(mend);
  });

  test('what came back is not said to be left as well', () => {
    const cookies = [cookie('_ga', 1_200), cookie('_ga', 5_000)];
    expect(brokenOf([visitOf('withdrawn', { cookies })])).toHaveLength(1);
  });

  test('nobody is blamed for what was on its way, nor for what only another site can remove', () => {
    const more = {
      ...used,
      requests: [request(GA + GRANTED, 3_020)],
      cookies: [cookie('IDE', 1_200, { domain: '.doubleclick.net', isThirdParty: true })],
    };
    expect(brokenOf([visitOf('withdrawn', more)])).toEqual([]);
  });
});

describe('Global Privacy Control', () => {
  test('counts as a no', () => {
    expect(keys([visitOf('gpc', { requests: [request('https://bat.bing.com/bat.js', 500)] })])).toEqual(['gpc']);
    expect(keys([visitOf('gpc', { requests: [request(`${PAGE}app.js`, 5)] })])).toEqual([]);
  });

  test('is shown where that is promised', () => {
    expect(keys([visitOf('gpc', { showsGpc: false })], { gpc: 'shown' })).toEqual(['gpc']);
    expect(keys([visitOf('gpc', { showsGpc: true })], { gpc: 'shown' })).toEqual([]);
    expect(keys([visitOf('gpc', { showsGpc: false })])).toEqual([]);
  });
});

describe('the signals of Google’s hits', () => {
  const only = {
    'nothing-before-choice': false,
    'nothing-after-reject': false,
    'withdrawal-ends': false,
    gpc: false,
  } as const;

  test.each<[Visit['state'], number, string, RegExp | undefined]>([
    ['rejected', 1_500, GRANTED, /says yes where the visitor has not \(ad_storage: granted, .*gcs=G111/],
    ['rejected', 1_500, DENIED, undefined],
    ['untouched', 500, '', /says of no consent that it was asked/],
    ['untouched', 500, DENIED, undefined],
    ['gpc', 500, GRANTED, /ad_personalization: granted/],
    ['accepted', 1_500, GRANTED, undefined],
    ['accepted', 500, GRANTED, /0\.5 s after the page opened/],
    ['only:analytics', 1_500, '&gcs=G101&gcd=13p3r3p3p5l1', undefined],
    ['only:analytics', 1_500, '&gcs=G111&gcd=13r3r3r3r5l1', /ad_storage: granted/],
    ['withdrawn', 5_000, GRANTED, /after the withdrawal/],
  ])('%s at %i ms, %s', (state, at, query, says) => {
    const visit = visitOf(state, { requests: [request(GA + query, at)] });
    const findings = brokenOf([visit], only);
    expect(findings.map(({ promise }) => promise)).toEqual(says ? ['google-signals'] : []);
    if (says) expect(findings[0]?.says).toMatch(says);
  });

  test('pings that deny everything are allowed where the owner says so', () => {
    const visit = (query: string) =>
      visitOf('rejected', {
        banner: found,
        requests: [
          request('https://www.googletagmanager.com/gtag/js?id=G-X', 100),
          request(GA + query, 200),
          request(GA + query, 1_500),
        ],
      });
    expect(keys([visit(DENIED)], { 'cookieless-pings': true })).toEqual([]);
    expect(keys([visit(DENIED)])).toContain('nothing-after-reject');
    expect(keys([visit(GRANTED)], { 'cookieless-pings': true })).toContain('nothing-after-reject');
  });
});

describe('a list of the owner’s', () => {
  const promises: Promises = {
    services: [
      { id: 'ga4', category: 'analytics' },
      {
        id: 'shop',
        category: 'necessary',
        hosts: ['api.shop-cloud.example'],
        stores: [{ name: 'session', kind: 'cookie', lifetime: [7, 'day'], httpOnly: true, secure: true }],
      },
      { id: 'stripe', pages: ['/checkout*'] },
      { id: 'own-count', category: 'analytics', hosts: ['/count/'] },
    ],
  };
  const session = (more = {}) => cookie('session', 50, { httpOnly: true, lifetimeAsked: 604_800, ...more });

  test('speaks of what a prepared visit began with, of which nothing else does', () => {
    const prepared = (more = {}) => [
      visitOf('rejected', { banner: found, cookies: [session({ isPrepared: true, ...more })] }),
    ];
    expect(brokenOf(prepared())).toEqual([]);
    const broken = (more = {}) => judged(prepared(more), promises).filter(({ result }) => result === 'broken');
    expect(broken()).toEqual([]);
    expect(broken({ httpOnly: false }).map(({ promise }) => promise)).toEqual(['stores']);
    expect(broken({ name: 'other' }).map(({ promise }) => promise)).toEqual(['stores']);
  });

  test('is kept by what it names', () => {
    const more = {
      banner: found,
      requests: [
        request('https://api.shop-cloud.example/cart', 60),
        request(GA + GRANTED, 1_100),
        request(`${PAGE}count/hit`, 1_200),
      ],
      cookies: [session(), cookie('_ga', 1_200), cookie('cookie_choice', 1_001)],
      storage: [stored('localStorage', 'askfirst', 1_001)],
    };
    const findings = judged([visitOf('accepted', more), visitOf('untouched')], promises);
    expect(findings.filter(({ result }) => result !== 'kept')).toEqual([]);
    expect(findings.map(({ promise }) => promise)).toEqual(expect.arrayContaining(['stores', 'hosts']));
  });

  test.each<[string, Partial<Visit>, string, RegExp]>([
    ['a longer life', { cookies: [session({ lifetimeAsked: 3_000_000 })] }, 'stores', /34\.7 days.*for 7 days/],
    ['no HttpOnly', { cookies: [session({ httpOnly: false })] }, 'stores', /read by scripts/],
    ['no Secure', { cookies: [session({ secure: false })] }, 'stores', /without https/],
    ['a cookie not listed', { cookies: [cookie('extra', 1_200)] }, 'stores', /extra .*do not list it/],
    ['a session not listed', { cookies: [cookie('PHPSESSID', 5)] }, 'stores', /PHPSESSID .*do not list it/],
    ['a payment not listed', { requests: [request('https://www.paypal.com/sdk/js', 5)] }, 'hosts', /do not list it/],
    ['a host not listed', { requests: [request('https://t.stranger.example/p', 1_200)] }, 'hosts', /do not list it/],
    [
      'a service on another page',
      { requests: [request('https://js.stripe.com/v3/', 60)] },
      'hosts',
      /\/checkout\* alone/,
    ],
    [
      'a path of the own host before a yes',
      { requests: [request(`${PAGE}count/hit`, 500)] },
      'nothing-before-choice',
      /count\/hit/,
    ],
  ])('%s breaks it', (_, more, key, says) => {
    const findings = brokenOf([visitOf('accepted', more)], promises);
    expect(findings.map(({ promise }) => promise)).toEqual([key]);
    expect(findings[0]?.says).toMatch(says);
  });

  test('a path of a host is another service than the rest of it', () => {
    const services: Promises['services'] = [
      { id: 'cloud', category: 'necessary', hosts: ['*.cloud.example'] },
      { id: 'count', category: 'analytics', hosts: ['a.cloud.example/count', 'cloud.example'] },
    ];
    const at = (url: string) => keys([visitOf('untouched', { requests: [request(url, 5)] })], { services });
    expect(at('https://a.cloud.example/shop')).toEqual([]);
    expect(at('https://a.cloud.example/counter')).toEqual([]);
    expect(at('https://a.cloud.example/count/hit')).toEqual(['nothing-before-choice']);
    expect(at('https://cloud.example/')).toEqual(['nothing-before-choice']);
  });

  test('a cookie until the browser is closed has no time', () => {
    const services: Promises['services'] = [
      { id: 'x', category: 'necessary', stores: [{ name: 's', kind: 'cookie', lifetime: 'session' }] },
    ];
    expect(keys([visitOf('untouched', { cookies: [cookie('s', 5, { lifetimeAsked: 60 })] })], { services })).toEqual([
      'stores',
    ]);
    expect(keys([visitOf('untouched', { cookies: [cookie('s', 5)] })], { services })).toEqual([]);
  });
});

describe('the banner', () => {
  const pressed = (state: Visit['state'], banner: object) =>
    visitOf(state, { banner: { found: true, preTicked: [], ...banner } });

  test('reject takes no more presses than accept', () => {
    const [accepted, one, two] = [
      pressed('accepted', { pressesToAccept: 1 }),
      pressed('rejected', { pressesToReject: 1 }),
      pressed('rejected', { pressesToReject: 2 }),
    ];
    expect(keys([accepted, one])).toEqual([]);
    expect(brokenOf([accepted, two])[0]).toMatchObject({
      promise: 'reject-as-easy',
      says: 'Reject takes 2 presses, accept 1 press.',
    });
  });

  test('a reject that was not found is said, and is no proof', () => {
    const lost = {
      ...visitOf('untouched'),
      state: 'rejected' as const,
      banner: { found: true, preTicked: [], problem: 'No button that rejects was found.' },
    };
    const findings = judged([pressed('accepted', { pressesToAccept: 1 }), lost]);
    expect(findings.filter(({ result }) => result === 'not-seen').map(({ promise, says }) => [promise, says])).toEqual([
      ['nothing-after-reject', 'No button that rejects was found.'],
      ['reject-as-easy', expect.stringContaining('no way to reject was found')],
    ]);
  });

  test('no switch is on of itself', () => {
    expect(brokenOf([pressed('untouched', { preTicked: ['Statistics'] })])[0]).toMatchObject({
      promise: 'nothing-pre-ticked',
      subject: 'Statistics',
    });
  });

  test('a site that runs nothing needs none', () => {
    const none = { found: false, preTicked: [] };
    const findings = judged([
      visitOf('untouched', { banner: none }),
      { ...visitOf('untouched', { banner: none }), state: 'rejected' },
    ]);
    expect(findings.filter(({ result }) => result !== 'kept')).toEqual([]);
    expect(findings.find(({ promise }) => promise === 'nothing-after-reject')?.says).toMatch(/No banner was found/);
  });
});

describe('fingerprinting', () => {
  const reads = (...apis: string[]) => apis.map((api, index) => ({ api, at: 100 + index, script: `${PAGE}fp.js` }));

  const blamed = (apis: string[], promises?: Promises, state: Visit['state'] = 'untouched') =>
    keys([visitOf(state, { fingerprints: reads(...apis) })], promises);

  test('the script is named, once', () => {
    const visit = visitOf('untouched', { fingerprints: reads('canvas.toDataURL', 'webgl.getParameter') });
    expect(brokenOf([visit])).toMatchObject([{ promise: 'fingerprinting', causes: [{ url: `${PAGE}fp.js` }] }]);
  });

  test('what has other uses is enough only with another', () => {
    expect(blamed(['fonts'])).toEqual(['fingerprinting']);
    expect(blamed(['webgl.getParameter', 'webgl.getParameter'])).toEqual([]);
    expect(blamed(['webgl.getParameter', 'mediaDevices.enumerateDevices'])).toEqual(['fingerprinting']);
    expect(blamed(['userAgentData.getHighEntropyValues'], { fingerprinting: 'ever' })).toEqual(['fingerprinting']);
    expect(blamed(['canvas.toDataURL'], { fingerprinting: false })).toEqual([]);
  });

  test('a yes allows it, unless it is never promised', () => {
    const late = visitOf('accepted', { fingerprints: [{ api: 'canvas.toDataURL', at: 2_000, script: 'a.js' }] });
    expect(keys([late])).toEqual([]);
    expect(keys([late], { fingerprinting: 'ever' })).toEqual(['fingerprinting']);
  });
});

describe('the declaration on the page', () => {
  const declared = { services: ['Google Analytics'], stores: ['_ga', '_ga_*', 'askfirst'], necessary: ['askfirst'] };

  test('names all that was seen', () => {
    const more = {
      declared,
      banner: found,
      requests: [request(GA + GRANTED, 1_100)],
      cookies: [cookie('_ga', 1_100), cookie('_ga_X', 1_100), cookie('OptanonConsent', 1_010)],
    };
    expect(brokenOf([visitOf('accepted', more)])).toEqual([]);
  });

  test.each<[string, Partial<Visit>]>([
    ['a vendor', { requests: [request('https://static.hotjar.com/a.js', 1_100)] }],
    ['a cookie', { cookies: [cookie('_hjSession_1', 1_100)] }],
  ])('%s that it does not name breaks it', (_, more) => {
    expect(keys([visitOf('accepted', { declared, ...more })])).toEqual(['declaration']);
  });
});

test('a page that could not be looked at is said, and proves nothing', () => {
  const failed = visitOf('untouched', { moments: [], problems: ['The page never loaded.'] });
  expect(judged([failed]).map(({ promise, result, says }) => [promise, result, says])).toEqual([
    ['visit', 'not-seen', 'The page never loaded.'],
  ]);
});

test('an error page or another host may break a promise, and keeps none', () => {
  const other = { isOpen: false, problems: ['The server answered 503.'] } as const;
  expect(judged([visitOf('untouched', other)]).map(({ promise, result }) => [promise, result])).toEqual([
    ['visit', 'not-seen'],
  ]);
  expect(keys([visitOf('untouched', { ...other, cookies: [cookie('_ga', 5)] })])).toEqual(['nothing-before-choice']);
});

test('a press that went wrong may break a promise, and keeps none', () => {
  const stayed = { banner: { ...found, problem: '“No” was pressed, and the question stayed.' } };
  const about = (visit: Visit) => judged([visit]).filter(({ promise }) => promise === 'nothing-after-reject');
  expect(about(visitOf('rejected', stayed))).toMatchObject([{ result: 'not-seen', says: stayed.banner.problem }]);
  expect(about(visitOf('rejected', { ...stayed, cookies: [cookie('_ga', 1_100)] }))).toMatchObject([
    { result: 'broken' },
  ]);
});

test('what is switched off is not judged', () => {
  const visit = visitOf('untouched', { cookies: [cookie('_ga', 5)] });
  expect(judged([visit], { 'nothing-before-choice': false }).map(({ promise }) => promise)).not.toContain(
    'nothing-before-choice',
  );
});
