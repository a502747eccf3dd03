/** Reports as an audit makes them, for what reads reports. */
import { LIMITS } from '../src/limits.js';
import type { Finding, Report, SeenCookie, SeenRequest, State, Visit } from '../src/model.js';

export const SITE = 'https://shop.example/';

export const request = (id: string, url: string, more: Partial<SeenRequest> = {}): SeenRequest => ({
  id,
  url,
  method: 'GET',
  type: 'script',
  at: 120,
  page: SITE,
  causes: [{ kind: 'markup', url: SITE, line: 12 }],
  redirects: [],
  status: 200,
  cookiesSent: [],
  cookiesSet: [],
  isThirdParty: !new URL(url).host.endsWith('shop.example'),
  ...more,
});

export const cookie = (name: string, more: Partial<SeenCookie> = {}): SeenCookie => ({
  name,
  domain: 'shop.example',
  path: '/',
  at: 300,
  by: 'script',
  httpOnly: false,
  secure: true,
  sameSite: 'Lax',
  partitioned: false,
  isThirdParty: false,
  remains: true,
  ...more,
});

const answers = {
  untouched: 'scrolled',
  rejected: 'rejected',
  accepted: 'accepted',
  withdrawn: 'withdrew',
  gpc: 'scrolled',
} as const;

export function visit(state: keyof typeof answers, more: Partial<Visit> = {}): Visit {
  return {
    page: SITE,
    state,
    startedAt: '2026-11-28T10:00:00.000Z',
    duration: 6400,
    moments: [
      { at: 0, act: 'opened', url: SITE, screenshot: `${state}-opened.png` },
      { at: 2000, act: answers[state], url: SITE },
      { at: 5000, act: 'second-page', url: `${SITE}about` },
    ],
    requests: [
      request('1', SITE, { type: 'document', at: 0, causes: [{ kind: 'navigation' }] }),
      request('2', `${SITE}app.js`, { at: 80 }),
      request('3', `${SITE}style.css`, { type: 'stylesheet', at: 90 }),
    ],
    cookies: [cookie('session', { by: 'http', httpOnly: true, setBy: SITE })],
    storage: [{ kind: 'localStorage', origin: SITE.slice(0, -1), key: 'askfirst', size: 120, at: 2010, remains: true }],
    fingerprints: [],
    banner: {
      found: true,
      tool: 'askfirst',
      pressesToAccept: 1,
      pressesToReject: 1,
      pressesToWithdraw: 2,
      preTicked: [],
    },
    problems: [],
    ...more,
  };
}

const KEPT: readonly [string, string][] = [
  ['nothing-before-choice', 'Before a choice, nothing was contacted or stored that needs a yes.'],
  ['nothing-after-reject', 'After Reject, nothing was contacted or stored that needs a yes.'],
  ['withdrawal-ends', 'What the yes had allowed was gone after it was withdrawn.'],
  ['gpc', 'Global Privacy Control was honoured.'],
  ['reject-as-easy', 'Reject took 1 press, and Accept 1.'],
  ['nothing-pre-ticked', 'No switch was on.'],
  ['fingerprinting', 'No script collected what tells one browser from another.'],
];

const kept = (without?: string): Finding[] =>
  KEPT.filter(([promise]) => promise !== without).map(([promise, says]) => ({ promise, result: 'kept', says }));

export const report = (visits: Visit[], findings: Finding[], more: Partial<Report> = {}): Report => ({
  format: 1,
  tool: { name: '@askfirst/audit', version: '0.1.0' },
  browser: { name: 'Chromium', version: '150.0.1' },
  site: SITE,
  startedAt: '2026-11-28T10:00:00.000Z',
  endedAt: '2026-11-28T10:03:20.000Z',
  isPartial: false,
  plan: {
    pages: [...new Set(visits.map(({ page }) => page))],
    states: [...new Set<State>(visits.map(({ state }) => state))],
    left: [{ page: `${SITE}catalogue.pdf`, why: 'It is a download.' }],
  },
  limits: [...LIMITS],
  visits,
  findings,
  ...more,
});

const STATES = ['untouched', 'rejected', 'accepted', 'withdrawn', 'gpc'] as const;

export const keptReport = (): Report =>
  report(
    STATES.map((state) => visit(state)),
    kept(),
  );

/** A hit of Google Analytics after Reject, and its cookie. */
export const hit = () =>
  request('9', 'https://region1.google-analytics.com/g/collect?v=2&gcs=G111', {
    type: 'beacon',
    method: 'POST',
    at: 2600,
    causes: [
      { kind: 'script', url: 'https://www.googletagmanager.com/gtag/js', line: 1, column: 4021, functionName: 'ge' },
      { kind: 'markup', url: SITE, line: 31 },
    ],
    cookiesSent: ['_ga'],
    vendor: { id: 'ga4', name: 'Google Analytics', category: 'analytics', by: 'host' },
    google: { gcs: 'G111', signals: { ad_storage: 'granted', analytics_storage: 'granted' } },
  });

export const HIT: Finding = {
  promise: 'nothing-after-reject',
  result: 'broken',
  says: 'After Reject, Google Analytics was sent a hit.',
  page: SITE,
  state: 'rejected',
  at: 2600,
  subject: '9',
  causes: hit().causes,
  mend: 'Load https://www.googletagmanager.com/gtag/js only after a yes to analytics.',
};

export function brokenReport(): Report {
  const clean = visit('rejected');
  const rejected = visit('rejected', {
    requests: [...clean.requests, hit()],
    cookies: [
      ...clean.cookies,
      cookie('_ga', {
        at: 2605,
        lifetimeAsked: 63_072_000,
        lifetimeKept: 34_560_000,
        setBy: 'https://www.googletagmanager.com/gtag/js',
      }),
    ],
  });
  return report(
    [visit('untouched'), rejected, ...STATES.slice(2).map((state) => visit(state))],
    [HIT, ...kept('nothing-after-reject')],
  );
}

/** Forty things wrong on ten pages, with names as long as they come. */
export function manyReport(): Report {
  const pages = Array.from(
    { length: 10 },
    (_, index) => `${SITE}${'a-rather-long-section/'.repeat(index % 4)}page-${index}`,
  );
  const host = (index: number) =>
    `${'subdomain-of-a-subdomain.'.repeat(1 + (index % 5))}tracker-${index % 8}.a-very-long-name-of-a-vendor.example`;
  const visits = pages.flatMap((page, index) =>
    STATES.map((state) => {
      const clean = visit(state, { page });
      const late = request('40', `https://${host(index)}/collect/${'x'.repeat(300)}?id=1`, { type: 'image', at: 2500 });
      return { ...clean, requests: [...clean.requests, late] };
    }),
  );
  const findings = visits
    .filter(({ state }) => state !== 'accepted')
    .map(
      ({ page, state }, index): Finding => ({
        promise:
          state === 'rejected'
            ? 'nothing-after-reject'
            : state === 'withdrawn'
              ? 'withdrawal-ends'
              : 'nothing-before-choice',
        result: 'broken',
        says: `The host ${host(Math.floor(index / 4))} was contacted.`,
        page,
        state,
        at: 2500,
        subject: '40',
        causes: [{ kind: 'script', url: `${SITE}app.js`, line: 4 }],
        mend: 'Name it in the configuration, so that it waits for a yes.',
      }),
    );
  findings.push({
    promise: 'visit',
    result: 'not-seen',
    says: 'The page answered with 503.',
    page: `${SITE}down`,
    state: 'rejected',
  });
  return report(visits, [...findings, ...kept().slice(3)], { isPartial: true });
}
