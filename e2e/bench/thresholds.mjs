import { CPU_SLOWDOWN, MORE_SLOWDOWN } from './browser.mjs';
import { round } from './stats.mjs';

const FRAME = 16.7;

/**
 * What has to hold against the best of the peers, and on later visits against the least script. `blocks: true` marks an
 * installation that makes the first visit wait for a blocking script by its nature: what depends on that is reported,
 * not judged.
 *
 * @param {Record<string, Record<string, ReturnType<import('./stats.mjs').spread>>>} results by variant and measure
 * @param {{ none: string, ours: { name: string, blocks: boolean }[], peers: string[], least: string }} names
 */
export function checkPeers(results, { none, ours, peers, least }) {
  const of = (name, measure) => results[name][measure].median;
  const best = (measure) => Math.min(...peers.map((name) => of(name, measure)));
  const noise = (measure) => Math.max(FRAME, results[none][measure].middleHalf);

  return ours.flatMap(({ name, blocks }) => {
    const atMost = (what, value, limit) => ({
      what: `${name}: ${what}`,
      value: round(value, 2),
      limit: round(limit, 2),
      holds: value <= limit,
    });
    const below = (what, value, limit) => ({ ...atMost(what, value, limit), holds: value < limit });
    const toBest = (measure) => of(name, measure) / best(measure);
    const judgedUnlessBlocking = [
      atMost(`banner fully shown at ${CPU_SLOWDOWN}x, ratio to the fastest peer`, toBest('shown'), 0.9),
      atMost(`banner fully shown at ${MORE_SLOWDOWN}x, ratio to the fastest peer`, toBest('shownSlower'), 0.9),
      atMost('first contentful paint, ms more than without a library', of(name, 'extraFcp'), noise('fcp')),
      atMost('largest contentful paint, ms more than without a library', of(name, 'extraLcp'), noise('lcp')),
    ].map((check) => (blocks ? { ...check, judged: false } : check));
    return [
      ...judgedUnlessBlocking,
      below(
        'first-visit bytes with the markup, ratio to the lightest peer without',
        (of(name, 'bytes') + of(name, 'markupBytes')) / best('bytes'),
        1,
      ),
      atMost('style recalculations of a first visit', of(name, 'styles'), best('styles')),
      atMost('layouts of a first visit', of(name, 'layouts'), best('layouts')),
      atMost('tasks over 50 ms of a first visit, more than without a library', of(name, 'extraLongTasks'), 0),
      atMost('script time of a first visit, ratio to the fastest peer', toBest('extraScript'), 1),
      atMost('script time of a later visit, ratio to the fastest peer', toBest('extraLaterScript'), 1),
      atMost(
        'script time of a later visit, ratio to the least script',
        of(name, 'extraLaterScript') / of(least, 'extraLaterScript'),
        2.5,
      ),
      atMost(
        'later visit, tag of an inline snippet leaves, ms later than with the least script',
        of(name, 'extraInsertedTag') - of(least, 'extraInsertedTag'),
        20,
      ),
      atMost(
        'later visit, tag of an external script leaves, ms later than with the least script',
        of(name, 'extraExternalTag') - of(least, 'extraExternalTag'),
        20,
      ),
      atMost('later visit, first contentful paint, ms more', of(name, 'extraLaterFcp'), noise('laterFcp')),
      atMost('later visit, largest contentful paint, ms more', of(name, 'extraLaterLcp'), noise('laterLcp')),
      atMost('layout shift', of(name, 'cls') + of(name, 'laterCls'), 0),
      below(
        'longest script of ours at a stretch, ms',
        Math.max(of(name, 'longestScript'), of(name, 'laterLongestScript')),
        50,
      ),
    ];
  });
}
