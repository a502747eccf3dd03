import type { Visit } from '../../model.js';
import { actTitle, count, seconds } from '../words.js';
import type { Marks } from './marks.js';

/** Marks nearer than this share one, in parts of the whole width. */
const STEP = 0.004;

interface Spot {
  readonly at: number;
  readonly isBlamed: boolean;
}

/** One of all the spots that would lie on each other; the blamed ones are never hidden. */
function spread(spots: readonly Spot[], duration: number): Spot[] {
  const taken = new Map<string, Spot>();
  for (const spot of spots) taken.set(`${Math.round(spot.at / duration / STEP)} ${spot.isBlamed}`, spot);
  return [...taken.values()];
}

const place = (at: number, duration: number) =>
  `inset-inline-start:${((100 * Math.min(at, duration)) / duration).toFixed(1)}%`;

/** A picture of one visit: acts as numbers, then who was contacted and what was stored. The tables beside it say the same in words. */
export function TimeLine({ visit, marks }: { visit: Visit; marks: Marks }) {
  const { moments, requests, cookies, storage } = visit;
  const duration = Math.max(visit.duration, ...requests.map(({ at }) => at), 1);
  const spotOf = (at: number, subject: string): Spot => ({ at, isBlamed: marks.isBlamed(visit, subject) });
  const lanes = [
    {
      name: 'Other hosts',
      kind: 'other',
      spots: requests.filter(({ isThirdParty }) => isThirdParty).map(({ at, id }) => spotOf(at, id)),
    },
    {
      name: 'Own host',
      kind: 'own',
      spots: requests.filter(({ isThirdParty }) => !isThirdParty).map(({ at, id }) => spotOf(at, id)),
    },
    {
      name: 'Stored',
      kind: 'stored',
      spots: [...cookies.map(({ at, name }) => spotOf(at, name)), ...storage.map(({ at, key }) => spotOf(at, key))],
    },
  ];
  const inWords = [
    ...moments.map(({ act, at }, index) => `${index + 1}: ${actTitle(act)} after ${seconds(at)}`),
    ...lanes.map(({ name, spots }) => `${name}: ${spots.length}`),
  ].join('. ');
  return (
    <div class="lanes" role="img" aria-label={`Time line of ${seconds(duration)}. ${inWords}.`}>
      <span>{seconds(duration)}</span>
      <div class="acts">
        {moments.map(({ at }, index) => (
          <b style={place(at, duration)}>{index + 1}</b>
        ))}
      </div>
      {lanes.map(({ name, kind, spots }) => (
        <>
          <span>{name}</span>
          <div class={`lane ${kind}`}>
            {spread(spots, duration).map(({ at, isBlamed }) => (
              <i class={isBlamed ? 'broken' : undefined} style={place(at, duration)} />
            ))}
          </div>
        </>
      ))}
    </div>
  );
}

/** The acts in words, with what the visitor saw. */
export function Moments({ visit, pictureOf }: { visit: Visit; pictureOf: (name: string) => string | undefined }) {
  return (
    <ol class="moments">
      {visit.moments.map(({ act, at, url, screenshot }, index) => {
        const picture = screenshot && pictureOf(screenshot);
        const isElsewhere = url !== visit.page;
        return (
          <li>
            <strong>
              {index + 1}. {actTitle(act)}
            </strong>{' '}
            <span class="time">{seconds(at)}</span>
            {isElsewhere && url && <div class="soft">{url}</div>}
            {picture && <img src={picture} alt={`The page after ${seconds(at)}: ${actTitle(act)}`} />}
            {screenshot && !picture && <div class="soft">Picture: {screenshot}</div>}
          </li>
        );
      })}
      {!visit.moments.length && <li>{count(0, 'act')}</li>}
    </ol>
  );
}
