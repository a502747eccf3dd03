import type { State } from '../../state/types.js';
import type { EarlyPrepare } from '../protocol.js';
import { dataLayer, gtag } from './data-layer.js';

type Entry = { 0?: unknown } | null;

/** A command to gtag.js other than `consent`, which Askfirst sends. */
const isCommand = (entry: Entry) => !!entry?.[0] && entry[0] !== 'consent';

/**
 * Google's tag in an app. Moves the events that the app queued before the answer behind `config`, in their order, because gtag.js
 * drops events before their `config`. After a yes that follows a no, events from before are dropped.
 */
export function gtagOfApp(state: State, stops: Array<() => void>): EarlyPrepare {
  const refused = new Set<string>();
  stops.push(
    state.$consent.subscribe(({ granted, reasons, regime }) => {
      for (const key in granted) if (regime && !granted[key] && reasons[key] === 'choice') refused.add(key);
    }),
  );
  return (env, service) => {
    const { config, moreTagIds = [], tagId } = service;
    const queue = dataLayer(env) as Entry[];
    const first = queue.findIndex((entry) => entry?.[0] === 'event');
    // Another Google tag that runs has read them already. A frozen queue cannot be reordered.
    const early = first < 0 || 'google_tag_manager' in env.win || Object.isFrozen(queue) ? [] : queue.splice(first);
    const put = (entries: Entry[]) => entries[0] && queue.push(...entries);
    put(early.filter((entry) => !isCommand(entry)));
    gtag(env, 'js', new Date());
    for (const id of [tagId, ...moreTagIds]) gtag(env, ...['config', id, config].filter(Boolean));
    if (state.categories.some(({ key, services }) => services.includes(service) && !refused.has(key)))
      put(early.filter(isCommand));
  };
}
