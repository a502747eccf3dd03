import { useEffect, useState } from 'react';
import { account } from '../../account/account.js';
import { acceptance, policy } from '../../consent/policy.js';
import { fill } from '../../language/fill.js';
import { useDates, useWords } from '../../language/use-words.js';
import { Link } from '../../link.js';
import { useStore } from '../../store.js';

interface Accepted {
  version: string;
  at: string;
}

/** What the account has accepted last. */
function useAccepted(): Accepted | undefined {
  const subject = useStore(account)?.id;
  const [accepted, setAccepted] = useState<Accepted>();
  useEffect(() => {
    let isCurrent = true;
    const read = async () => (subject ? (await acceptance.record(subject))?.accepted.at(-1) : undefined);
    read().then((found) => isCurrent && setAccepted(found));
    return () => {
      isCurrent = false;
    };
  }, [subject]);
  return accepted;
}

export function AcceptedPolicy() {
  const { legal: words } = useWords();
  const { date } = useDates();
  const accepted = useAccepted();
  const upcoming = acceptance.upcoming();
  return (
    <section className="card" aria-labelledby="accepted">
      <h2 id="accepted">{words.policy}</h2>
      <p>
        {accepted ? fill(words.accepted, { version: accepted.version, date: date(accepted.at) }) : words.notAccepted}
      </p>
      <p className="hint">
        {fill(words.current, { version: policy.version, date: date(policy.effectiveAt) })}{' '}
        {upcoming && fill(words.upcoming, { version: upcoming.version, date: date(upcoming.effectiveAt) })}
      </p>
      <p>
        <Link to="privacy">{words.read}</Link>
      </p>
    </section>
  );
}
