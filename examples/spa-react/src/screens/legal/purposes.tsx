import { useConsentState } from 'askfirst/react';
import { useState } from 'react';
import { asked, consent, type Purpose } from '../../consent/consent.js';
import { purposes } from '../../consent/purposes.js';
import { useWords } from '../../language/use-words.js';
import { route } from '../../router.js';
import { useStore } from '../../store.js';
import { Status } from '../status.js';

/** A switch for each purpose: one click takes a consent back, as one click gives it. */
export function Purposes() {
  const { legal: words } = useWords();
  const { language } = useStore(route);
  const { granted, reasons } = useConsentState();
  const [said, setSaid] = useState('');
  const toggle = (purpose: Purpose) => {
    setSaid(granted[purpose] ? words.withdrawn : words.granted);
    consent.decide({ [purpose]: !granted[purpose] });
  };
  const stateOf = (purpose: Purpose) => {
    if (granted[purpose]) return words.on;
    return reasons[purpose] === 'choice' ? words.off : words.undecided;
  };
  return (
    <section className="card" aria-labelledby="purposes">
      <h2 id="purposes">{words.purposes}</h2>
      <p>{words.purposesLead}</p>
      <ul className="rows">
        {asked.map((purpose) => {
          const { label, description } = purposes[language][purpose];
          return (
            <li key={purpose} className="row">
              <div>
                <h3 id={`${purpose}-label`}>{label}</h3>
                <p className="hint" id={`${purpose}-about`}>
                  {description}
                </p>
              </div>
              <button
                type="button"
                role="switch"
                className="switch"
                aria-checked={granted[purpose]}
                aria-labelledby={`${purpose}-label`}
                aria-describedby={`${purpose}-about`}
                onClick={() => toggle(purpose)}
              >
                <span>{stateOf(purpose)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="actions">
        <button type="button" className="button" data-consent-open="">
          {words.all}
        </button>
        <Status>{said}</Status>
      </div>
    </section>
  );
}
