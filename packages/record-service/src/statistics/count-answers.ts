import type { Queries } from '../store/database.js';
import type { CountedRow } from './make-statistics.js';

/**
 * What visitors answered in a month: each counts once for each category, with the first answer. Events of 0.1.0 do not say which
 * categories they are about, so that all of their choices count. What is null in one of the sets is what the set does not group by.
 */
const SQL = `
with answers as (
  select entries.chain_id, entries.n, category, event ->> 'kind' = 'withdrawn' as withdrawn,
    event -> 'choices' -> category ->> 'granted' is not distinct from 'true' as granted,
    to_char(received_at at time zone 'UTC', 'YYYY-MM-DD') as day,
    event ->> 'regime' as regime, event ->> 'locale' as locale, event ->> 'layout' as layout
  from entries
  cross join lateral (
    select jsonb_array_elements_text(event -> 'about') where event ? 'about'
    union all
    select jsonb_object_keys(event -> 'choices') where not event ? 'about'
  ) as about (category)
  where site_id = $1 and received_at >= $2::timestamptz and received_at < $3::timestamptz and event is not null
    and coalesce(event ->> 'kind', 'given') in ('given', 'refused', 'reaffirmed', 'withdrawn')
    and event ->> 'method' not in ('api', 'imported', 'account')
),
first_answers as (
  select distinct on (chain_id, category) * from answers
  where granted or withdrawn is not true
  order by chain_id, category, n
),
withdrawals as (
  select category, count(distinct chain_id)::int as withdrawals from answers where withdrawn and not granted group by category
),
counts as (
  select category,
    case
      when grouping(day) = 0 then 'day'
      when grouping(regime) = 0 then 'regime'
      when grouping(locale) = 0 then 'locale'
      when grouping(layout) = 0 then 'layout'
    end as dimension,
    coalesce(day, regime, locale, layout) as key,
    count(*) filter (where granted)::int as yes,
    count(*) filter (where not granted)::int as no
  from first_answers
  group by grouping sets ((category), (category, day), (category, regime), (category, locale), (category, layout))
)
select counts.*, coalesce(withdrawals, 0) as withdrawals from counts left join withdrawals using (category)
order by category, dimension, key`;

/**
 * The numbers of one site, before anything is left out: they say what single visitors chose, and must not leave the service.
 *
 * @param start Milliseconds since the epoch; `end` is not in it.
 */
export const countAnswers = ({ query }: Queries, siteId: number, start: number, end: number): Promise<CountedRow[]> =>
  query<CountedRow>(SQL, [siteId, new Date(start).toISOString(), new Date(end).toISOString()]);
