import type { GoogleHit, SeenRequest, Vendor, Visit } from '../../model.js';
import { causeText } from '../terminal.js';
import { actTitle, count, seconds } from '../words.js';
import type { Marks } from './marks.js';
import { type Part, partsOf, type Row } from './rows.js';

/** Longer paths are cut here; JSON and evidence have them whole. */
const LONGEST_PATH = 100;
/** Longer chains are cut here. */
const MOST_CAUSES = 4;

export function VendorTag({ vendor }: { vendor: Vendor | undefined }) {
  if (!vendor) return null;
  return (
    <div>
      <span class="tag">{vendor.category ? `${vendor.name}: ${vendor.category}` : vendor.name}</span>
    </div>
  );
}

/** `gcs=G100: ad_storage denied`. */
function googleText({ signals, ...values }: GoogleHit): string {
  const sent = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const said = Object.entries(signals).map(([name, value]) => `${name} ${value}`);
  return [sent.join(' '), said.join(', ')].filter(Boolean).join(': ');
}

function Why({ request }: { request: SeenRequest }) {
  const { causes, redirects, from } = request;
  return (
    <>
      {causes.slice(0, MOST_CAUSES).map((cause) => (
        <div>{causeText(cause)}</div>
      ))}
      {!causes.length && 'Unknown'}
      {redirects.length > 0 && <div>Redirected from {redirects.join(', ')}</div>}
      {from && (
        <div>
          Within the {from.kind} {from.url}
        </div>
      )}
    </>
  );
}

function cookiesText(requests: readonly SeenRequest[]): string {
  const names = (key: 'cookiesSent' | 'cookiesSet') => [...new Set(requests.flatMap((request) => request[key]))];
  const sent = names('cookiesSent');
  const set = names('cookiesSet');
  return [sent.length && `with ${sent.join(', ')}`, set.length && `sets ${set.join(', ')}`].filter(Boolean).join('; ');
}

function SentRow({ row, isBlamed }: { row: Row; isBlamed: boolean }) {
  const [first] = row.requests as [SeenRequest];
  const cookies = cookiesText(row.requests);
  return (
    <tr class={isBlamed ? 'broken' : undefined}>
      <td class="number">{seconds(first.at)}</td>
      <th scope="row">
        {isBlamed && <span class="result">Broken: </span>}
        <strong>{row.host}</strong>
        {row.path.length > LONGEST_PATH ? `${row.path.slice(0, LONGEST_PATH)}…` : row.path}
        <VendorTag vendor={first.vendor} />
      </th>
      <td>
        {first.method === 'GET' ? first.type : `${first.type}, ${first.method}`}
        {row.requests.length > 1 && ` × ${row.requests.length}`}
        {first.fromCache && ', from the cache'}
        {first.failed && <div>Failed: {first.failed}</div>}
        {cookies && <div>Cookies {cookies}</div>}
        {first.google && <div>{googleText(first.google)}</div>}
      </td>
      <td>
        <Why request={first} />
      </td>
    </tr>
  );
}

function SentPart({ part, visit, marks }: { part: Part; visit: Visit; marks: Marks }) {
  const { moment, rows, ownFiles } = part;
  return (
    <tbody class="after">
      <tr>
        <th colspan={4} scope="rowgroup">
          {actTitle(moment.act)}, {seconds(moment.at)}
          {ownFiles > 0 && ` · ${count(ownFiles, 'plain file')} of the site itself`}
        </th>
      </tr>
      {rows.map((row) => (
        <SentRow row={row} isBlamed={row.requests.some(({ id }) => marks.isBlamed(visit, id))} />
      ))}
    </tbody>
  );
}

/** What left, and why. */
export function Sent({ visit, marks }: { visit: Visit; marks: Marks }) {
  const parts = partsOf(visit, (id) => marks.isBlamed(visit, id));
  if (!parts.length) return <p>Nothing left the browser.</p>;
  if (!parts.some(({ rows }) => rows.length)) {
    const files = parts.reduce((sum, { ownFiles }) => sum + ownFiles, 0);
    return <p>Nothing but {count(files, 'plain file')} of the site itself was asked for.</p>;
  }
  return (
    <table>
      <caption>What left, and why</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            After
          </th>
          <th scope="col">Where to</th>
          <th scope="col">What</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      {parts.map((part) => (
        <SentPart part={part} visit={visit} marks={marks} />
      ))}
    </table>
  );
}
