-- Carries out the erasures that are due, a thousand at a time, and says how many. Events go, and so do the account and the record's id once
-- nothing else of the chain is left. Hashes stay, so that what is left can still be verified. The time is the database's, unless one is given;
-- it is asked again once the table is locked, so that no removal falls into a day that was signed meanwhile.
create function purge_due(given_at timestamptz) returns int language plpgsql as $$
declare
  at timestamptz := coalesce(given_at, clock_timestamp());
  due erasures;
  places int[];
  done int := 0;
begin
  for due in
    select erasures.* from erasures join chains on chains.id = chain_id where done_at is null and due_at <= at
    -- Chains are locked in the order in which events are stored, so that none waits for the other.
    order by chains.site_id, chains.record_id, erasures.id limit 1000 for update of erasures skip locked
  loop
    -- No event is added meanwhile.
    perform from chains where id = due.chain_id for update;
    -- Events may have waited in a browser until after the erasure was asked for.
    places := array(
      select n from entries
      where chain_id = due.chain_id and event is not null
        and (due.subject is null or coalesce(event ->> 'subject', due.subject) = due.subject)
        and (
          n <= due.upto or event ->> 'subject' = due.subject
          or event ->> 'at' <= to_char(due.requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        )
    );
    update erasures set
      done_at = coalesce(given_at, date_trunc('milliseconds', clock_timestamp())), subject = null,
      removed_upto = greatest(due.upto, (select max(place) from unnest(places) as place)), removed = cardinality(places)
    where id = due.id;
    update entries set event = null where chain_id = due.chain_id and n = any (places);
    -- Nothing is left for an earlier request that named a later day, and the account goes there, too.
    update erasures set
      done_at = coalesce(given_at, date_trunc('milliseconds', clock_timestamp())), subject = null,
      removed_upto = upto, removed = 0
    where chain_id = due.chain_id and done_at is null and due_at > at
      and upto <= due.upto and requested_at <= due.requested_at and subject is not distinct from due.subject;
    if not exists (select from entries where chain_id = due.chain_id and event is not null) then
      update chains set
        record_id = null, subject = null, erased_record = coalesce(sha256(convert_to(record_id, 'UTF8')), erased_record)
      where id = due.chain_id;
    else
      update chains set subject = null where id = due.chain_id and subject = due.subject;
    end if;
    done := done + 1;
  end loop;
  return done;
end $$;
