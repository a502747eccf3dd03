-- Where consent records lie. What only grows is protected here, whatever the code above does.

create table sites (
  id int primary key generated always as identity,
  name text not null unique
);

-- One chain for each consent record: for one browser of one site. What changes is only what can be computed again from its entries, and
-- whose it is.
create table chains (
  id bigint primary key generated always as identity,
  -- Not a reference: each new row would lock the site's.
  site_id int not null,
  -- Null once it is purged. Then `erased_record` is its SHA-256.
  record_id text,
  erased_record bytea,
  -- The account, if its owner vouched for it.
  subject text,
  -- How many entries it has.
  length int not null,
  -- The highest `seq` of its events: what is above it cannot be stored yet.
  last_seq bigint not null,
  -- Whether the newest event's subject was vouched for, and the hash of the whole chain with it.
  last_vouched boolean not null,
  head bytea not null
) with (fillfactor = 70);
create unique index chains_record on chains (site_id, record_id);
create index chains_subject on chains (site_id, subject) where subject is not null;
create index chains_erased on chains (site_id, erased_record) where erased_record is not null;

-- One row for each event. Hashes stay for ever; the event itself goes when an erasure is due.
create table entries (
  chain_id bigint not null,
  -- Place in its chain, from 1.
  n int not null,
  site_id int not null,
  -- The event's own number.
  seq bigint not null,
  received_at timestamptz not null,
  -- Whether a token of the site's owner vouched for the event's subject.
  vouched boolean not null,
  event_hash bytea not null,
  chain_hash bytea not null,
  event jsonb
) partition by range (received_at);

-- The signed roots of each day: over the entries of all chains of a site, and over the erasures that were asked for or carried out.
create table roots (
  site_id int not null references sites,
  day date not null,
  entries int not null,
  merkle_root bytea not null,
  erasures int not null,
  erasures_root bytea not null,
  -- Hash of the root before this one, null for the first.
  previous bytea,
  public_key text not null,
  signature text not null,
  primary key (site_id, day)
);

-- What stays after an erasure, as its proof: its request is part of the day on which it came, its removal of the day on which that was done.
-- A chain can have several: somebody may delete an account, and a later one in the same browser.
create table erasures (
  id bigint primary key generated always as identity,
  chain_id bigint not null references chains,
  site_id int not null references sites,
  -- The account that was deleted, until it is done; null if a browser asked for which no owner vouched.
  subject text,
  -- The last entry when it was asked for. What comes later, under no account or another one, stays.
  upto int not null,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  -- The last entry that went: events of before the request may have come after it.
  removed_upto int,
  -- How many events were removed.
  removed int,
  check (done_at >= due_at or removed = 0),
  check ((done_at is null) = (removed is null) and (done_at is null) = (removed_upto is null)),
  check (done_at is null or subject is null)
);
create index erasures_chain on erasures (chain_id);
create index erasures_due on erasures (due_at) where done_at is null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it only grows', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The one change there is: the event goes, once its chain's erasure has been carried out.
create function allow_purge_only() returns trigger language plpgsql as $$
begin
  if new.event is null
    and (new.chain_id, new.n, new.site_id, new.seq, new.received_at, new.vouched, new.event_hash, new.chain_hash)
      is not distinct from
      (old.chain_id, old.n, old.site_id, old.seq, old.received_at, old.vouched, old.event_hash, old.chain_hash)
    and exists (select from erasures where chain_id = old.chain_id and removed_upto >= old.n and removed > 0)
  then return new;
  end if;
  raise exception 'UPDATE of entries is refused: they only grow' using errcode = 'insufficient_privilege';
end $$;

-- What was asked for stays as it was: a later request is a row of its own.
create function allow_carrying_out_only() returns trigger language plpgsql as $$
begin
  if old.done_at is null and new.done_at is not null
    and (new.chain_id, new.site_id, new.upto, new.requested_at, new.due_at)
      = (old.chain_id, old.site_id, old.upto, old.requested_at, old.due_at)
  then return new;
  end if;
  raise exception 'UPDATE of erasures is refused: they are proofs' using errcode = 'insufficient_privilege';
end $$;

create trigger entries_update before update on entries for each row execute function allow_purge_only();
create trigger entries_delete before delete on entries for each row execute function refuse_change();
create trigger entries_truncate before truncate on entries for each statement execute function refuse_change();
create trigger roots_change before update or delete on roots for each row execute function refuse_change();
create trigger roots_truncate before truncate on roots for each statement execute function refuse_change();
create trigger chains_delete before delete on chains for each row execute function refuse_change();
create trigger chains_truncate before truncate on chains for each statement execute function refuse_change();
create trigger erasures_update before update on erasures for each row execute function allow_carrying_out_only();
create trigger erasures_delete before delete on erasures for each row execute function refuse_change();
create trigger erasures_truncate before truncate on erasures for each statement execute function refuse_change();

-- Makes the partition for the month of a time, if there is none. The table is attached, because a partition that is created at once
-- locks all others: https://www.postgresql.org/docs/15/ddl-partitioning.html
create function ensure_partition(at timestamptz) returns void language plpgsql as $$
declare
  first date := date_trunc('month', at at time zone 'UTC');
  name text := 'entries_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass(name) is not null then return; end if;
  -- It lets others write, and after it what they made is seen.
  lock table entries in share update exclusive mode;
  if to_regclass(name) is not null then return; end if;
  execute format('create table %I (like entries including defaults)', name);
  -- No row of one event and one month stands twice, and a chain is found without reading others.
  execute format('create unique index on %I (chain_id, seq)', name);
  -- Rows lie in the order of their arrival, so that a day is found by blocks.
  execute format('create index on %I using brin (received_at)', name);
  -- An account is found in all browsers it ever had.
  execute format($sql$create index on %I (site_id, (event ->> 'subject')) where event ->> 'subject' is not null$sql$, name);
  execute format('create trigger entries_truncate before truncate on %I for each statement execute function refuse_change()', name);
  execute format(
    'alter table entries attach partition %I for values from (%L) to (%L)',
    name, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC'
  );
end $$;

-- The hash of a chain with one more entry. What it covers stands in src/chain/entry.ts.
create function next_hash(previous bytea, event_hash bytea, at timestamptz, vouched boolean)
returns bytea language sql immutable as $$
  select sha256(previous || event_hash || int8send((extract(epoch from at) * 1000)::bigint) || boolsend(vouched))
$$;

-- Whether an event belongs to a record that was erased: a browser that was offline may send it years later. What was chosen in the same
-- browser after the erasure was asked for is a new record. Texts of times are in the order of the times.
create function is_erased(p_site int, p_record text, p_seq bigint, p_hash bytea, p_event jsonb) returns boolean
language plpgsql stable as $$
begin
  -- Hardly any record was: one look at an index says so.
  if not exists (select from chains where site_id = p_site and erased_record = sha256(convert_to(p_record, 'UTF8'))) then
    return false;
  end if;
  return exists (
    select from chains join erasures on erasures.chain_id = chains.id
    where chains.site_id = p_site and erased_record = sha256(convert_to(p_record, 'UTF8')) and (
      p_event ->> 'at' <= to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      or exists (select from entries where entries.chain_id = chains.id and seq = p_seq and event_hash = p_hash)
    )
  );
end $$;

-- Stores one event, and says what became of it:
--   stored    it is new
--   known     the same event is there already, or its record was erased
--   conflict  another event with its number is there
-- `subject` is given only where a token of the site's owner vouched for it; a chain that belongs to another account keeps it. The chain
-- stays locked to the end of the transaction, so that its entries have one order.
create function append_event(
  at timestamptz, p_site int, p_record text, p_seq bigint, p_hash bytea, p_subject text, p_event jsonb
) returns text language plpgsql as $$
declare
  chain record;
  stored bytea;
begin
  if is_erased(p_site, p_record, p_seq, p_hash, p_event) then return 'known'; end if;
  insert into chains (site_id, record_id, subject, length, last_seq, last_vouched, head)
  values (
    p_site, p_record, p_subject, 1, p_seq, p_subject is not null,
    next_hash(decode(repeat('00', 32), 'hex'), p_hash, at, p_subject is not null)
  )
  on conflict (site_id, record_id) do update set
    subject = coalesce(chains.subject, p_subject),
    length = chains.length + 1,
    last_seq = p_seq,
    last_vouched = coalesce(p_subject = coalesce(chains.subject, p_subject), false),
    head = next_hash(chains.head, p_hash, at, coalesce(p_subject = coalesce(chains.subject, p_subject), false))
  where chains.last_seq < p_seq
  returning id, length, last_vouched, head into chain;
  if chain.length = 1 and is_erased(p_site, p_record, p_seq, p_hash, p_event) then
    raise exception 'the record was erased meanwhile' using errcode = 'serialization_failure';
  end if;
  -- It is there already, or a later one of its record has overtaken it.
  if chain.id is null then
    select id into chain from chains where site_id = p_site and record_id = p_record;
    select event_hash into stored from entries where chain_id = chain.id and seq = p_seq;
    if stored = p_hash then return 'known'; end if;
    if stored is not null then return 'conflict'; end if;
    update chains set
      subject = coalesce(subject, p_subject),
      length = length + 1,
      last_vouched = coalesce(p_subject = coalesce(subject, p_subject), false),
      head = next_hash(head, p_hash, at, coalesce(p_subject = coalesce(subject, p_subject), false))
    where id = chain.id returning id, length, last_vouched, head into chain;
  end if;
  insert into entries values (chain.id, chain.length, p_site, p_seq, at, chain.last_vouched, p_hash, chain.head, p_event);
  return 'stored';
end $$;

-- For how long storing may take. It has to be less than the time after which a day is closed: MARGIN in src/store/roots.ts.
create function longest_append() returns interval language sql immutable as $$ select interval '1 minute' $$;

-- Stores a list of events, each as { site, record, seq, hash, subject, event }, and says for each by its place, from 0, what became of
-- it. Times come from the database, so that all instances have one clock; tests give their own.
create function append_events(given_at timestamptz, events jsonb)
returns table (place int, outcome text) language plpgsql as $$
declare
  at timestamptz := date_trunc('milliseconds', coalesce(given_at, clock_timestamp()));
  each record;
begin
  for each in
    select * from rows from (
      jsonb_to_recordset(events) as (site int, record text, seq bigint, hash text, subject text, event jsonb)
    ) with ordinality
    -- Whoever locks chains locks them in this order, so that two never wait for each other.
    order by site, record, ordinality
  loop
    place := each.ordinality - 1;
    outcome := append_event(at, each.site, each.record, each.seq, decode(each.hash, 'hex'), each.subject, each.event);
    return next;
  end loop;
  -- It waited for another: its day may have been closed meanwhile. Who sent it sends it again.
  if given_at is null and clock_timestamp() - at > longest_append() then
    raise exception 'storing took too long' using errcode = 'serialization_failure';
  end if;
end $$;
