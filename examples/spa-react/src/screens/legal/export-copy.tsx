import { exportLocalData } from 'askfirst/records';
import { keptEvents } from '../../consent/records.js';
import { download } from '../../download.js';
import { useWords } from '../../language/use-words.js';

async function copyOfAll() {
  // Without the server it is at least what lies here.
  const log = await keptEvents().catch(() => null);
  return { exportedAt: new Date().toISOString(), browser: exportLocalData(), log };
}

export function ExportCopy() {
  const { legal: words } = useWords();
  const onClick = async () =>
    download('m-factory-consent.json', JSON.stringify(await copyOfAll(), null, 2), 'application/json');
  return (
    <section className="card" aria-labelledby="export">
      <h2 id="export">{words.export}</h2>
      <p>{words.exportLead}</p>
      <button type="button" className="button" onClick={onClick}>
        {words.exportButton}
      </button>
    </section>
  );
}
