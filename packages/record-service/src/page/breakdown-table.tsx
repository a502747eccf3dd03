import { type Answers, type Breakdown, type Dimension, people } from '../statistics/model.js';
import { countText, groupText, rateText } from './words.js';

/** A share of the width. The number stands beside it. */
export function RateBar({ answers }: { answers: Answers }) {
  return (
    <svg class="rate" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect class="no" width="100" height="1" />
      <rect class="yes" width={(answers.yes / people(answers)) * 100} height="1" />
    </svg>
  );
}

function Row({ name, answers, isRest }: { name: string; answers: Answers; isRest?: boolean }) {
  return (
    <tr class={isRest ? 'rest' : undefined}>
      <th scope="row">
        {name}
        <RateBar answers={answers} />
      </th>
      <td class="number">{rateText(answers)}</td>
      <td class="number">{countText(people(answers))}</td>
    </tr>
  );
}

/** The rates of the groups that visitors fall into by one thing, largest group first. */
export function BreakdownTable({ title, by, rows }: { title: string; by: Dimension; rows: Breakdown }) {
  const { groups, rest } = rows;
  const bySize = [...groups].sort((one, other) => people(other) - people(one));
  const restName = groups.length ? `${rest?.groups} smaller groups together` : 'All, as no group is large enough';
  return (
    <table class="breakdown">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{title}</span>
          </th>
          <th scope="col" class="number">
            Yes
          </th>
          <th scope="col" class="number">
            Visitors
          </th>
        </tr>
      </thead>
      <tbody>
        {bySize.map((group) => (
          <Row name={groupText(by, group.key)} answers={group} />
        ))}
        {rest && <Row name={restName} answers={rest} isRest />}
      </tbody>
    </table>
  );
}
