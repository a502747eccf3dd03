import { useEffect, useRef, useState } from 'react';
import { deleteAccount } from '../../account/account.js';
import { fill } from '../../language/fill.js';
import { useDates, useWords } from '../../language/use-words.js';
import { Status } from '../status.js';

export function DeleteAccount() {
  const { legal: words } = useWords();
  const { moment } = useDates();
  const [step, setStep] = useState<'rest' | 'sure' | 'failed' | 'done'>('rest');
  const [keptUntil, setKeptUntil] = useState<string | null>(null);
  const refuse = useRef<HTMLButtonElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (step === 'sure') refuse.current?.focus();
  }, [step]);

  const onDelete = () =>
    deleteAccount().then(
      (until) => {
        setKeptUntil(until);
        setStep('done');
      },
      () => setStep('failed'),
    );
  const onRefuse = () => {
    setStep('rest');
    // Once the button is there again.
    setTimeout(() => begin.current?.focus());
  };
  const said = {
    rest: '',
    sure: words.eraseSure,
    failed: words.eraseFailed,
    done: keptUntil ? fill(words.erased, { date: moment(keptUntil) }) : words.erasedHere,
  };
  return (
    <section className="card" aria-labelledby="erase">
      <h2 id="erase">{words.erase}</h2>
      <p>{words.eraseLead}</p>
      <div className="actions">
        {step === 'sure' ? (
          <>
            <button type="button" className="button danger" onClick={onDelete}>
              {words.eraseYes}
            </button>
            <button type="button" className="button" ref={refuse} onClick={onRefuse}>
              {words.eraseNo}
            </button>
          </>
        ) : (
          <button type="button" className="button" ref={begin} onClick={() => setStep('sure')}>
            {words.eraseButton}
          </button>
        )}
        <Status>{said[step]}</Status>
      </div>
    </section>
  );
}
