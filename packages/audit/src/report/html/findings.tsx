import type { Finding } from '../../model.js';
import type { Group, PromiseSummary } from '../summary.js';
import { causeText } from '../terminal.js';
import { count, promiseTitle, resultTitle, seconds, stateTitle } from '../words.js';
import type { Marks } from './marks.js';

/** Places that are named in a card; the others are behind a line that opens. */
const SHOWN_PLACES = 3;

function Place({ finding: { page, state, at }, marks }: { finding: Finding; marks: Marks }) {
  const anchor = page && state && marks.anchorOf({ page, state });
  const text = [page, state && stateTitle(state), at !== undefined && `after ${seconds(at)}`]
    .filter(Boolean)
    .join(' · ');
  return <div>{anchor ? <a href={`#${anchor}`}>{text}</a> : text}</div>;
}

function Places({ findings, marks }: { findings: readonly Finding[]; marks: Marks }) {
  const rest = findings.slice(SHOWN_PLACES);
  const list = (some: readonly Finding[]) => some.map((finding) => <Place finding={finding} marks={marks} />);
  return (
    <>
      {list(findings.slice(0, SHOWN_PLACES))}
      {rest.length > 0 && (
        <details>
          <summary>and {count(rest.length, 'more time', 'more times')}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

function Card({ group, marks }: { group: Group; marks: Marks }) {
  const { promise, result, says, mend, findings } = group;
  const places = findings.filter(({ page }) => page);
  const causes = findings[0]?.causes ?? [];
  return (
    <article class={`card ${result}`}>
      <h3>{says}</h3>
      <dl>
        <dt>Promise</dt>
        <dd>{promiseTitle(promise)}</dd>
        {places.length > 0 && (
          <>
            <dt>Where</dt>
            <dd>
              <Places findings={places} marks={marks} />
            </dd>
          </>
        )}
        {causes.length > 0 && (
          <>
            <dt>Cause</dt>
            <dd>
              {causes.map((cause) => (
                <div>{causeText(cause)}</div>
              ))}
            </dd>
          </>
        )}
        {mend && (
          <>
            <dt>Mend</dt>
            <dd class="mend">{mend}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

/** What is broken, or could not be seen. */
export function Findings({ title, groups, marks }: { title: string; groups: readonly Group[]; marks: Marks }) {
  if (!groups.length) return null;
  return (
    <section>
      <h2>{title}</h2>
      {groups.map((group) => (
        <Card group={group} marks={marks} />
      ))}
    </section>
  );
}

/** Each promise with what became of it. */
export function Promises({ promises }: { promises: readonly PromiseSummary[] }) {
  return (
    <section>
      <h2>Promises</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Promise</th>
            <th scope="col">Result</th>
            <th scope="col">What was seen</th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ title, result, groups }) => (
            <tr>
              <th scope="row">{title}</th>
              <td class={`result ${result}`}>{resultTitle(result)}</td>
              <td>
                {groups[0]?.says}
                {groups.length > 1 && <span class="soft"> And {groups.length - 1} more.</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
