/** The requests of one visit as a HAR file. Source: http://www.softwareishard.com/blog/har-12-spec/ */
import type { SeenRequest, Visit } from '../model.js';
import { TOOL } from '../tool.js';

/** Names without values: an audit keeps no values of cookies. */
const cookies = (names: readonly string[]) => names.map((name) => ({ name, value: '' }));

/** Sizes and parts of the time that were not measured. */
const UNKNOWN = -1;

function entryOf(request: SeenRequest, visit: Visit) {
  const { url, method, at, status, failed, body, cookiesSent, cookiesSet, fromCache, id, type, causes, redirects } =
    request;
  return {
    pageref: visit.page,
    startedDateTime: new Date(Date.parse(visit.startedAt) + at).toISOString(),
    time: 0,
    request: {
      method,
      url,
      httpVersion: 'unknown',
      cookies: cookies(cookiesSent),
      headers: [],
      queryString: URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [],
      ...(body !== undefined && { postData: { mimeType: 'unknown', text: body } }),
      headersSize: UNKNOWN,
      bodySize: UNKNOWN,
    },
    response: {
      status: status ?? 0,
      statusText: failed ?? '',
      httpVersion: 'unknown',
      cookies: cookies(cookiesSet),
      headers: [],
      content: { size: 0, mimeType: 'unknown' },
      redirectURL: '',
      headersSize: UNKNOWN,
      bodySize: UNKNOWN,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    _id: id,
    _type: type,
    _causes: causes,
    _redirectedFrom: redirects,
    ...(fromCache && { _fromCache: 'disk' }),
  };
}

export const harOf = (visit: Visit) => ({
  log: {
    version: '1.2',
    creator: TOOL,
    pages: [
      {
        id: visit.page,
        title: visit.state,
        startedDateTime: visit.startedAt,
        pageTimings: {},
      },
    ],
    entries: visit.requests.map((request) => entryOf(request, visit)),
  },
});
