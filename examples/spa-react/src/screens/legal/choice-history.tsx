import { useConsentState } from 'askfirst/react';
import type { RecordEvent } from 'askfirst/records';
import { useEffect, useState } from 'react';
import { account } from '../../account/account.js';
import { asked } from '../../consent/consent.js';
import { purposes } from '../../consent/purposes.js';
import { keptEvents } from '../../consent/records.js';
import { useDates, useWords } from '../../language/use-words.js';
import { route } from '../../router.js';
import { useStore } from '../../store.js';

const answersOf = ({ choices }: RecordEvent) => asked.map((purpose) => choices[purpose]?.granted);

/** Those that say something new: an event may also link a record to an account, or say that it ends. */
const answers = (events: RecordEvent[]) =>
  events.filter((event, i) => {
    const before = events[i - 1];
    return before?.recordId !== event.recordId || String(answersOf(before)) !== String(answersOf(event));
  });

/** The log on the server, read again after each choice. */
function useHistory(): RecordEvent[] {
  const state = useConsentState();
  const who = useStore(account);
  const [events, setEvents] = useState<RecordEvent[]>([]);
  useEffect(() => {
    let isCurrent = true;
    keptEvents().then(
      (kept) => isCurrent && setEvents(answers(kept)),
      () => isCurrent && setEvents([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [state, who]);
  return events;
}

export function ChoiceHistory() {
  const { legal: words } = useWords();
  const { moment } = useDates();
  const { language } = useStore(route);
  const events = useHistory();
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      {events.length === 0 ? (
        <p>{words.historyEmpty}</p>
      ) : (
        <>
          <p>{words.historyLead}</p>
          <ol className="rows history">
            {[...events].reverse().map((event) => (
              <li key={`${event.recordId} ${event.seq}`} className="row">
                <time dateTime={event.at}>{moment(event.at)}</time>
                <ul>
                  {asked
                    .filter((purpose) => event.choices[purpose])
                    .map((purpose) => (
                      <li key={purpose}>
                        {purposes[language][purpose].label}:{' '}
                        <strong>{event.choices[purpose]?.granted ? words.choseYes : words.choseNo}</strong>
                      </li>
                    ))}
                </ul>
                <p className="hint">
                  {words.methods[event.method as keyof typeof words.methods]}
                  <br />
                  {words.version} {event.policy}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
