const sorted = (values) => [...values].sort((a, b) => a - b);

/** @param {number[]} values at least one */
export function median(values) {
  const ordered = sorted(values);
  const middle = ordered.length >> 1;
  return ordered.length % 2 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
}

/** Value below which the given share (0 to 1) of the values lies. */
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))];

/** Median, range and the middle half of the values, rounded to a tenth. @param {number[]} values */
export const spread = (values) => ({
  median: round(median(values)),
  min: round(Math.min(...values)),
  max: round(Math.max(...values)),
  middleHalf: round(quantile(values, 0.75) - quantile(values, 0.25)),
});

/**
 * The order of the variants in one round, each round starting one further on, so that none of them always runs
 * first or always after the same neighbour.
 *
 * @template T
 * @param {T[]} items
 * @param {number} round
 */
export function rotated(items, round) {
  const start = round % items.length;
  const turned = [...items.slice(start), ...items.slice(0, start)];
  return Math.floor(round / items.length) % 2 ? turned.reverse() : turned;
}

/** A length of time or a size as it is printed and stored. */
export const round = (value, digits = 1) => Number(value.toFixed(digits));

/** How steep the straight line is that lies nearest to some points. @param {{ x: number, y: number }[]} points */
export function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const rise = points.map(({ x, y }) => (x - middle.x) * (y - middle.y));
  const run = points.map(({ x }) => (x - middle.x) ** 2);
  return mean(rise) / mean(run);
}
