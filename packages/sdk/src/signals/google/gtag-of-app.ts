import type { State } from '../../state/types.js';
import type { Prepare } from '../protocol.js';
import { dataLayer, gtag } from './data-layer.js';

type Entry = { 0?: unknown } | null;

/** A command to gtag.js other than about consent, which is ours. */
const isCommand = (entry: Entry) => !!entry?.[0] && entry[0] !== 'consent';

/**
 * Google's tag in an app: tells gtag.js for whom it counts. What the app has queued for it before, in its own order, goes behind that: gtag.js drops
 * events that come before their `config`. What was queued until a yes that followed a no is forgotten.
 */
export function gtagOfApp({ $consent }: State, stops: Array<() => void>): Prepare {
  const refused = new Set<string>();
  stops.push(
    $consent.subscribe(({ granted, reasons, regime }) => {
      for (const key in granted) if (regime && !granted[key] && reasons[key] === 'choice') refused.add(key);
    }),
  );
  return (env, { category, config, moreTagIds = [], tagId }) => {
    const queue = dataLayer(env) as Entry[];
    const first = queue.findIndex((entry) => entry?.[0] === 'event');
    // Where another Google tag runs, it has read them. A frozen queue takes nothing, so there is nothing to order.
    const early = first < 0 || 'google_tag_manager' in env.win || Object.isFrozen(queue) ? [] : queue.splice(first);
    const put = (entries: Entry[]) => entries[0] && queue.push(...entries);
    put(early.filter((entry) => !isCommand(entry)));
    gtag(env, 'js', new Date());
    for (const id of [tagId, ...moreTagIds]) gtag(env, ...['config', id, config].filter(Boolean));
    if (!refused.has(category)) put(early.filter(isCommand));
  };
}
