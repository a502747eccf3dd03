import { type CategoryStatistics, people, type Statistics } from '../statistics/model.js';
import { daysOf, parseMonth } from '../statistics/month.js';
import { BreakdownTable, RateBar } from './breakdown-table.js';
import { DailyChart } from './daily-chart.js';
import { categoryText, countText, dayText, monthText, rateText, visitorsText } from './words.js';

function Months({ month, months }: { month: string; months: readonly string[] }) {
  const place = months.indexOf(month);
  const step = (name: string, to: string | undefined, arrow: string) => (
    <button type="button" data-month={to} disabled={!to} aria-label={to ? `${name}: ${monthText(to)}` : name}>
      {arrow}
    </button>
  );
  return (
    <div class="months">
      {step('Month before', months[place - 1], '‹')}
      <label>
        <span class="unseen">Month</span>
        <select name="month">
          {[...months].reverse().map((name) => (
            <option value={name} selected={name === month}>
              {monthText(name)}
            </option>
          ))}
        </select>
      </label>
      {step('Month after', months[place + 1], '›')}
    </div>
  );
}

function Tile({ of: { category, answers, withdrawals }, smallestGroup }: TileProps) {
  return (
    <li>
      <a href={`#${anchorOf(category)}`}>{categoryText(category)}</a>
      <strong>{rateText(answers)}</strong>
      <RateBar answers={answers} />
      <span>
        {countText(answers.yes)} of {visitorsText(people(answers))} said yes
      </span>
      <span class="soft">
        {withdrawals === null ? `Fewer than ${smallestGroup}` : countText(withdrawals)} took a yes back
      </span>
    </li>
  );
}
interface TileProps {
  readonly of: CategoryStatistics;
  readonly smallestGroup: number;
}

const anchorOf = (category: string) => `category-${category}`;

function Category({ of, statistics }: { of: CategoryStatistics; statistics: Statistics }) {
  const { month, lastDay, smallestGroup } = statistics;
  const { category, answers, by } = of;
  const period = parseMonth(month);
  const name = categoryText(category);
  return (
    <section id={anchorOf(category)} aria-labelledby={`${anchorOf(category)}-title`}>
      <h2 id={`${anchorOf(category)}-title`}>{name}</h2>
      <DailyChart
        days={period ? daysOf(period) : []}
        lastDay={lastDay}
        byDay={by.day}
        smallestGroup={smallestGroup}
        label={`${name}, answers by day: ${rateText(answers)} of ${visitorsText(people(answers))} said yes in ${monthText(month)}`}
      />
      <div class="breakdowns">
        <BreakdownTable title="By law" by="regime" rows={by.regime} />
        <BreakdownTable title="By language" by="locale" rows={by.locale} />
        <BreakdownTable title="By layout" by="layout" rows={by.layout} />
      </div>
    </section>
  );
}

function Nothing({ statistics: { site, month, hidden, smallestGroup, lastDay } }: { statistics: Statistics }) {
  if (hidden)
    return (
      <div class="nothing">
        <p>
          <strong>Fewer than {smallestGroup} visitors answered.</strong>
        </p>
        <p>Rates of so few would say what single people chose, so that none are shown.</p>
      </div>
    );
  return (
    <div class="nothing">
      <p>
        <strong>
          {lastDay ? `No answer is counted in ${monthText(month)}.` : `No day of ${monthText(month)} is over yet.`}
        </strong>
      </p>
      <p>
        Answers are counted from the day after they arrive; the export has them at once. A site sends them here with{' '}
        <code>sendRecords</code> of <code>askfirst/records</code>, to the address <code>/v1/{site}/events</code>.
      </p>
    </div>
  );
}

/** What an operator sees of one month. */
export function StatisticsView({ statistics }: { statistics: Statistics }) {
  const { site, month, months, lastDay, smallestGroup, categories, hidden } = statistics;
  return (
    <main>
      <div class="head">
        <div>
          <p class="site">{site}</p>
          <h1 tabIndex={-1}>Consent in {monthText(month)}</h1>
        </div>
        <Months month={month} months={months} />
      </div>
      {categories.length > 0 ? (
        <>
          <ul class="tiles">
            {categories.map((category) => (
              <Tile of={category} smallestGroup={smallestGroup} />
            ))}
          </ul>
          {categories.map((category) => (
            <Category of={category} statistics={statistics} />
          ))}
        </>
      ) : (
        <Nothing statistics={statistics} />
      )}
      <footer>
        <p>
          {lastDay && `Counted until ${dayText(lastDay)}, by the day on which an answer arrived, in UTC. `}
          Each visitor counts once for each category, with the first answer of the month. What code, another tool or a
          browser signal decided is no answer.
        </p>
        <p>
          Groups of fewer than {smallestGroup} visitors are shown together only
          {hidden > 0 && categories.length > 0 && `; about ${hidden} more of the categories too few answered`}.
        </p>
      </footer>
    </main>
  );
}
