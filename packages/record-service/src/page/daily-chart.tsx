import { type Breakdown, people } from '../statistics/model.js';
import { countText, dayText, rateText, shortCount, visitorsText } from './words.js';

/** Units of the drawing: a day is this wide, the plot this high. The browser stretches both. */
const DAY = 10;
const BAR = 7;
const HEIGHT = 100;

/** Steps at which an axis may end, so that half of it is a whole number, too. */
const ENDS = [1, 2, 4, 6, 8, 10];

/** The end of an axis for numbers up to this one. */
export function axisEnd(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 10)));
  return (ENDS.find((end) => end * power >= largest) ?? 10) * power;
}

interface Props {
  readonly days: readonly string[];
  readonly lastDay: string | null;
  readonly byDay: Breakdown;
  readonly smallestGroup: number;
  /** What is counted, for those who cannot see the chart. */
  readonly label: string;
}

/** The answers of each day: one column, the yes below the no. */
export function DailyChart({ days, lastDay, byDay, smallestGroup, label }: Props) {
  if (!byDay.groups.length)
    return <p class="soft">No day has {smallestGroup} visitors or more, so that none is shown.</p>;
  const groups = new Map(byDay.groups.map((group) => [group.key, group]));
  const end = axisEnd(Math.max(0, ...byDay.groups.map(people)));
  const isFew = (day: string) => lastDay !== null && day <= lastDay && !groups.has(day);
  const high = (count: number) => (count / end) * HEIGHT;
  return (
    <figure class="chart">
      <div class="plot">
        <div class="axis" aria-hidden="true">
          {[end, end / 2, 0].map((count) => (
            <span>{shortCount(count)}</span>
          ))}
        </div>
        <svg viewBox={`0 0 ${days.length * DAY} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <line class="grid" x1="0" x2={days.length * DAY} y1={y} y2={y} />
          ))}
          {days.map((day, place) => {
            const group = groups.get(day);
            const x = place * DAY + (DAY - BAR) / 2;
            if (!group)
              return isFew(day) ? (
                <rect class="few" x={x} y={HEIGHT - 2} width={BAR} height="2">
                  <title>{`${dayText(day)}: fewer than ${smallestGroup} visitors, or left out`}</title>
                </rect>
              ) : null;
            const { yes, no } = group;
            return (
              <g>
                <title>{`${dayText(day)}: ${rateText(group)} of ${visitorsText(yes + no)}`}</title>
                <rect class="no" x={x} y={HEIGHT - high(yes + no)} width={BAR} height={high(no)} />
                <rect class="yes" x={x} y={HEIGHT - high(yes)} width={BAR} height={high(yes)} />
              </g>
            );
          })}
        </svg>
        <div class="days" aria-hidden="true">
          {days.map((day) => (
            <span>{Number(day.slice(-2)) % 7 === 1 && Number(day.slice(-2))}</span>
          ))}
        </div>
      </div>
      <figcaption>
        <span class="key yes">Yes</span>
        <span class="key no">No</span>
        {days.some(isFew) && <span class="key few">Fewer than {smallestGroup}, or left out</span>}
        {byDay.rest && (
          <span class="soft">
            Left out: days with fewer than {smallestGroup} visitors, {visitorsText(people(byDay.rest))} in all.
          </span>
        )}
      </figcaption>
      <details>
        <summary>Each day in numbers</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" class="number">
                Yes
              </th>
              <th scope="col" class="number">
                No
              </th>
              <th scope="col" class="number">
                Rate
              </th>
            </tr>
          </thead>
          <tbody>
            {byDay.groups.map((group) => (
              <tr>
                <th scope="row">{dayText(group.key ?? '')}</th>
                <td class="number">{countText(group.yes)}</td>
                <td class="number">{countText(group.no)}</td>
                <td class="number">{rateText(group)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
