import { type FormEvent, useEffect, useState } from 'react';
import { loadPayment } from '../account/payment.js';
import { useWords } from '../language/use-words.js';
import { Choices } from './choices.js';
import { Screen } from './screen.js';
import { Status } from './status.js';

const packs = { '50': 190, '200': 590, '600': 1490 };
type Pack = keyof typeof packs;

export function Credits() {
  const { credits: words } = useWords();
  const [pack, setPack] = useState<Pack>('50');
  const [provider, setProvider] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [paid, setPaid] = useState(false);
  useEffect(() => {
    loadPayment().then(
      () => setProvider('ready'),
      () => setProvider('failed'),
    );
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setPaid(true);
  };
  const label = (count: Pack) => `${count} ${words.credits} · ${packs[count].toLocaleString('en')} ${words.baht}`;
  const labels = { '50': label('50'), '200': label('200'), '600': label('600') };
  return (
    <Screen name="credits" title={words.title} lead={words.lead}>
      <form className="card till" onSubmit={onSubmit}>
        <Choices
          legend={words.packs}
          options={Object.keys(packs) as Pack[]}
          labels={labels}
          value={pack}
          onChange={setPack}
        />
        <button type="submit" className="button strong" disabled={provider !== 'ready'}>
          {words.pay}
        </button>
        <Status>{paid ? words.paid : words[provider]}</Status>
      </form>
    </Screen>
  );
}
