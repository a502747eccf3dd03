-- Carries out the erasures that are due, a thousand at a time, and says how many. Events go, and so do the account and the record's id once
-- nothing else of the chain is left. Hashes stay, so that what is left can still be verified.
create function purge_due(at timestamptz) returns int language plpgsql as $$
declare
  due erasures;
  last int;
  gone int;
  done int := 0;
begin
  for due in
    select * from erasures where done_at is null and due_at <= at order by due_at, id limit 1000 for update skip locked
  loop
    -- No event is added meanwhile.
    perform from chains where id = due.chain_id for update;
    -- An event of the account may have waited in a browser until after the erasure was asked for.
    select greatest(due.upto, max(n)) into last from entries where chain_id = due.chain_id and event ->> 'subject' = due.subject;
    select count(*) into gone from entries
    where chain_id = due.chain_id and n <= last and event is not null
      and (due.subject is null or coalesce(event ->> 'subject', due.subject) = due.subject);
    update erasures set done_at = at, upto = last, subject = null, removed = gone where id = due.id;
    update entries set event = null
    where chain_id = due.chain_id and n <= last and event is not null
      and (due.subject is null or coalesce(event ->> 'subject', due.subject) = due.subject);
    if not exists (select from entries where chain_id = due.chain_id and event is not null) then
      update chains set record_id = null, subject = null where id = due.chain_id;
    else
      update chains set subject = null where id = due.chain_id and subject = due.subject;
    end if;
    done := done + 1;
  end loop;
  return done;
end $$;
