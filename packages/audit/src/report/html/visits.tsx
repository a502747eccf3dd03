import { renderToString } from 'preact-render-to-string';
import { groupBy } from '../../group-by.js';
import type { Banner, LongReport, State, Visit } from '../../model.js';
import { count, seconds, stateTitle } from '../words.js';
import type { Marks } from './marks.js';
import { addressOf } from './rows.js';
import { Sent } from './sent.js';
import { Stored } from './stored.js';
import { Moments, TimeLine } from './time-line.js';

type PictureOf = (name: string) => string | undefined;

const otherHosts = ({ requests }: Visit) =>
  new Set(
    requests.filter(({ isThirdParty, fromCache }) => isThirdParty && !fromCache).map(({ url }) => addressOf(url).host),
  ).size;

const kept = ({ cookies, storage }: Visit) => [...cookies, ...storage].filter(({ remains }) => remains).length;

/** How the page asked, in sentences. */
function bannerText({ found, tool, pressesToAccept, pressesToReject, pressesToWithdraw, preTicked, problem }: Banner) {
  if (!found) return ['No banner was found.', problem].filter(Boolean).join(' ');
  const presses = [
    ['Accept', pressesToAccept],
    ['Reject', pressesToReject],
    ['Withdrawal', pressesToWithdraw],
  ].flatMap(([name, number]) =>
    typeof number === 'number' ? `${name} took ${count(number, 'press', 'presses')}.` : [],
  );
  return [
    tool && tool !== 'words' ? `A banner was found: ${tool}.` : 'A banner was found by what its buttons say.',
    ...presses,
    preTicked.length && `On before the visitor touched it: ${preTicked.join(', ')}.`,
    problem,
  ]
    .filter(Boolean)
    .join(' ');
}

function OneVisit({ visit, marks, pictureOf }: { visit: Visit; marks: Marks; pictureOf: PictureOf }) {
  const { state, problems, banner, fingerprints, declared, showsGpc } = visit;
  const broken = marks.brokenIn(visit);
  const apis = groupBy(fingerprints, ({ api, script }) => [api, script && `by ${script}`].filter(Boolean).join(' '));
  return (
    <details class="visit" id={marks.anchorOf(visit)} open={broken > 0}>
      <summary>
        <h4>{stateTitle(state)}</h4>{' '}
        <span class="soft">
          {seconds(visit.duration)} · {count(visit.requests.length, 'request')} ·{' '}
          {count(otherHosts(visit), 'other host')} · {count(kept(visit), 'thing')} kept
        </span>{' '}
        {broken > 0 && <span class="result broken">{count(broken, 'broken promise')}</span>}
      </summary>
      {problems.map((problem) => (
        <p class="problem">{problem}</p>
      ))}
      <TimeLine visit={visit} marks={marks} />
      <Moments visit={visit} pictureOf={pictureOf} />
      {banner && <p>{bannerText(banner)}</p>}
      {showsGpc !== undefined && (
        <p>The page {showsGpc ? 'shows' : 'does not show'} that it honours Global Privacy Control.</p>
      )}
      {declared && (
        <p>
          The page declares {declared.services.join(', ') || 'no service'}, and{' '}
          {declared.stores.join(', ') || 'nothing stored'}.
        </p>
      )}
      <Sent visit={visit} marks={marks} />
      <Stored visit={visit} marks={marks} />
      {apis.size > 0 && (
        <>
          <p>Read of what tells one browser from another:</p>
          <ul>
            {[...apis].map(([api, reads]) => (
              <li>
                {api} × {reads.length}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** What the table of pages says of a visit. */
const cellOf = (visit: Visit, marks: Marks) => ({
  page: visit.page,
  state: visit.state,
  hosts: otherHosts(visit),
  kept: kept(visit),
  hasProblem: visit.problems.length > 0,
  anchor: marks.anchorOf(visit),
  broken: marks.brokenIn(visit),
});

/** Each page with each state: what was contacted and kept, with links. */
export function Overview({ report, marks }: { report: LongReport; marks: Marks }) {
  const cells: ReturnType<typeof cellOf>[] = [];
  for (const visit of report.visits) cells.push(cellOf(visit, marks));
  const states: State[] = [...new Set(cells.map(({ state }) => state))];
  return (
    <section>
      <h2>Pages</h2>
      <table class="matrix">
        <caption>Other hosts contacted / things kept at the end</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            {states.map((state) => (
              <th scope="col">{stateTitle(state)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...groupBy(cells, ({ page }) => page)].map(([page, own]) => (
            <tr>
              <th scope="row">{page}</th>
              {states.map((state) => {
                const cell = own.find((each) => each.state === state);
                if (!cell) return <td>not visited</td>;
                return (
                  <td>
                    <a href={`#${cell.anchor}`}>
                      {cell.hosts} / {cell.kept}
                      {cell.hasProblem && ', with a problem'}
                    </a>
                    {cell.broken > 0 && <div class="result broken">{cell.broken} broken</div>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** @param slot Text in whose place {@link visitParts} belong. */
export const Visits = ({ slot }: { slot: string }) => (
  <section>
    <h2>Visits</h2>
    <p class="soft">
      Each visit began in a browser that remembered nothing. In a time line, numbers are what the visitor did; a red
      diamond broke a promise.
    </p>
    <div>{slot}</div>
  </section>
);

/** The markup of one visit after the other; each page has a heading. */
export function* visitParts(report: LongReport, marks: Marks, pictureOf: PictureOf): Generator<string> {
  let before: string | undefined;
  for (const visit of report.visits) {
    const isNew = visit.page !== before;
    before = visit.page;
    yield renderToString(
      <>
        {isNew && <h3>{visit.page}</h3>}
        <OneVisit visit={visit} marks={marks} pictureOf={pictureOf} />
      </>,
    );
  }
}
