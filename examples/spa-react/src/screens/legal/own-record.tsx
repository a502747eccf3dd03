import { showRecords } from 'askfirst/record-view';
import { useEffect, useRef } from 'react';
import { consent } from '../../consent/consent.js';
import { purposes } from '../../consent/purposes.js';
import { useWords } from '../../language/use-words.js';
import { route } from '../../router.js';
import { useStore } from '../../store.js';

/** The copy of the log in this browser, to look at, to copy and to download. */
export function OwnRecord() {
  const { legal: words } = useWords();
  const { language } = useStore(route);
  const list = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      showRecords(list.current as HTMLElement, consent, {
        lang: language,
        words: words.recordWords,
        labels: Object.fromEntries(Object.entries(purposes[language]).map(([key, { label }]) => [key, label])),
      }),
    [language, words],
  );
  return (
    <section className="card" aria-labelledby="own-record">
      <h2 id="own-record">{words.record}</h2>
      <div ref={list} className="own-record" />
    </section>
  );
}
