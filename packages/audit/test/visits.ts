import type { Cause, Moment, SeenCookie, SeenRequest, SeenStorage, State, Visit } from '../src/model.js';

export const PAGE = 'https://www.shop.example/';
const ACTS: Partial<Record<string, readonly Moment['act'][]>> = {
  rejected: ['rejected'],
  accepted: ['accepted'],
  withdrawn: ['accepted', 'withdrew'],
};

/** A visit in which the answers are given at 1,000 ms, and taken back at 3,000 ms. */
export function visitOf(state: State, more: Partial<Visit> = {}): Visit {
  const acts = ACTS[state] ?? (state.startsWith('only:') ? (['chose'] as const) : []);
  return {
    page: PAGE,
    state,
    startedAt: '2026-11-29T00:00:00.000Z',
    duration: 9_000,
    moments: [
      { at: 0, act: 'opened', url: PAGE },
      ...acts.map((act, index) => ({ at: 1_000 + 2_000 * index, act, url: PAGE })),
    ],
    requests: [],
    cookies: [],
    storage: [],
    fingerprints: [],
    problems: [],
    ...more,
  };
}

export const SCRIPT: Cause = { kind: 'script', url: `${PAGE}app.js`, line: 12 };
let requests = 0;

export const request = (url: string, at: number, more: Partial<SeenRequest> = {}): SeenRequest => ({
  id: `r${(requests += 1)}`,
  url,
  method: 'GET',
  type: 'script',
  at,
  page: PAGE,
  causes: [SCRIPT],
  redirects: [],
  cookiesSent: [],
  cookiesSet: [],
  isThirdParty: !new URL(url).hostname.endsWith('shop.example'),
  ...more,
});

export const cookie = (name: string, at: number, more: Partial<SeenCookie> = {}): SeenCookie => ({
  name,
  domain: 'www.shop.example',
  path: '/',
  at,
  by: 'script',
  setBy: `${PAGE}app.js`,
  httpOnly: false,
  secure: true,
  partitioned: false,
  isThirdParty: false,
  remains: true,
  ...more,
});

export const stored = (
  kind: SeenStorage['kind'],
  key: string,
  at: number,
  more: Partial<SeenStorage> = {},
): SeenStorage => ({
  kind,
  origin: 'https://www.shop.example',
  key,
  at,
  setBy: `${PAGE}app.js`,
  remains: true,
  ...more,
});
