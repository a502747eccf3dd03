/** Sets the clock of the network log by that of the protocol. */
import { groupBy } from '../group-by.js';
import type { NetLog } from './net-log-events.js';

/** Where the two tell of other things, in milliseconds. */
const OTHER = 1_000;

interface Asked {
  url: string;
  method: string;
  at: number;
}

/** What was asked for once, with the moment. */
const asked = (hops: readonly Asked[]) =>
  new Map(
    [...groupBy(hops, ({ method, url }) => `${method} ${url.replace(/#.*$/, '')}`)].flatMap(([key, same]) =>
      same.length === 1 && same[0] ? [[key, same[0].at] as const] : [],
    ),
  );

/**
 * Chromium writes its log by a clock that is set when it starts, and in whole milliseconds. The page asks first and the network
 * second: a log that says otherwise is early by so much. How late it is cannot be told from a network that is slow.
 */
export function inTime(log: NetLog, told: readonly Asked[]): NetLog {
  const asks = asked(told);
  const early = [...asked(log.hops)]
    .map(([key, at]) => (asks.get(key) ?? at) - at)
    .filter((difference) => difference < OTHER)
    .reduce((most, each) => Math.max(most, each), 0);
  const later = <T extends { at: number }>(list: readonly T[]) =>
    list.map((each) => ({ ...each, at: each.at + early }));
  return { hops: later(log.hops), cookies: later(log.cookies), preconnects: later(log.preconnects) };
}
