import { round } from './stats.mjs';

const FRAME = 16.7;

/**
 * What has to hold against the faster, or the lighter, of the peers. `blocks: true` marks an installation that
 * makes the first visit wait for a blocking script by its nature: what depends on that is reported, not judged.
 * `least` says how much of a limit on later visits any script uses up.
 *
 * @param {Record<string, Record<string, ReturnType<import('./stats.mjs').spread>>>} results by variant and measure
 * @param {{ none: string, ours: { name: string, blocks: boolean }[], peers: string[], least: string }} names
 */
export function checkPeers(results, { none, ours, peers, least }) {
  const of = (name, measure) => results[name][measure].median;
  const best = (measure) => Math.min(...peers.map((name) => of(name, measure)));
  const noise = (measure) => Math.max(FRAME, results[none][measure].middleHalf);

  const checkLater = (name, atMost) => [
    atMost(
      'script time of a later visit, ratio to the faster peer',
      of(name, 'extraLaterScript') / best('extraLaterScript'),
      0.25,
    ),
    atMost(
      'later visit, tag of an inline snippet leaves, ms later than without a library',
      of(name, 'extraInsertedTag'),
      15,
    ),
    atMost(
      'later visit, tag of an external script leaves, ms later than without a library',
      of(name, 'extraExternalTag'),
      15,
    ),
  ];
  const atMostBy = (name) => (what, value, limit) => ({
    what: `${name}: ${what}`,
    value: round(value, 2),
    limit: round(limit, 2),
    holds: value <= limit,
  });

  const checks = ours.flatMap(({ name, blocks }) => {
    const atMost = atMostBy(name);
    const below = (what, value, limit) => ({ ...atMost(what, value, limit), holds: value < limit });
    const judgedUnlessBlocking = [
      atMost('banner fully shown, ratio to the faster peer', of(name, 'shown') / best('shown'), 0.9),
      atMost('first contentful paint, ms more than without a library', of(name, 'extraFcp'), noise('fcp')),
      atMost('largest contentful paint, ms more than without a library', of(name, 'extraLcp'), noise('lcp')),
    ].map((check) => (blocks ? { ...check, judged: false } : check));
    return [
      ...judgedUnlessBlocking,
      below(
        'first-visit bytes with the markup, ratio to the lighter peer without',
        (of(name, 'bytes') + of(name, 'markupBytes')) / best('bytes'),
        1,
      ),
      below('script time of a first visit, ratio to the faster peer', of(name, 'extraScript') / best('extraScript'), 1),
      ...checkLater(name, atMost),
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
  return [...checks, ...checkLater(least, atMostBy(least)).map((check) => ({ ...check, judged: false }))];
}
