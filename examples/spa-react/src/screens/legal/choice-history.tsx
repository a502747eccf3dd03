import type { RecordEvent } from 'askfirst/records';
import { useConsentState } from 'askfirst/react';
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to read again.
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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
          <div className="scroll" role="region" aria-labelledby="history" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.when}</th>
                  <th scope="col">{words.answer}</th>
                  <th scope="col">{words.where}</th>
                  <th scope="col">{words.version}</th>
                </tr>
              </thead>
              <tbody>
                {events.toReversed().map((event) => (
                  <tr key={`${event.recordId} ${event.seq}`}>
                    <td>
                      <time dateTime={event.at}>{moment(event.at)}</time>
                    </td>
                    <td>
                      {asked
                        .filter((purpose) => event.choices[purpose])
                        .map((purpose) => {
                          const { granted } = event.choices[purpose] ?? {};
                          return (
                            <div key={purpose}>
                              {purposes[language][purpose].label}: {granted ? words.choseYes : words.choseNo}
                            </div>
                          );
                        })}
                    </td>
                    <td>{words.methods[event.method]}</td>
                    <td>{event.policy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
