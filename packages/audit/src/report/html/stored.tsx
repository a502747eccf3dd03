import type { SeenCookie, SeenStorage, Visit } from '../../model.js';
import { lifetime, seconds } from '../words.js';
import type { Marks } from './marks.js';
import { VendorTag } from './sent.js';

function lifetimeText({ lifetimeAsked, lifetimeKept }: SeenCookie): string {
  if (lifetimeAsked === undefined && lifetimeKept === undefined) return 'Until the browser is closed';
  const kept = lifetimeKept !== undefined && lifetime(lifetimeKept);
  const asked = lifetimeAsked !== undefined && lifetime(lifetimeAsked);
  if (asked && kept && asked !== kept) return `${asked} asked for, ${kept} kept`;
  return kept || asked || '';
}

const cookieFacts = ({ httpOnly, secure, sameSite, partitioned, isThirdParty }: SeenCookie) =>
  [
    isThirdParty && 'of another site',
    httpOnly && 'HttpOnly',
    secure && 'Secure',
    sameSite && `SameSite=${sameSite}`,
    partitioned && 'Partitioned',
  ]
    .filter(Boolean)
    .join(', ');

interface RowProps {
  readonly name: string;
  readonly where: string;
  readonly how: string;
  readonly life: string;
  readonly entry: SeenCookie | SeenStorage;
  readonly isBlamed: boolean;
}

function StoredRow({ name, where, how, life, entry, isBlamed }: RowProps) {
  const { at, vendor, setBy, remains, removedAt } = entry;
  return (
    <tr class={isBlamed ? 'broken' : undefined}>
      <td class="number">{seconds(at)}</td>
      <th scope="row">
        {isBlamed && <span class="result">Broken: </span>}
        <code>{name}</code> <span class="soft">{where}</span>
        <VendorTag vendor={vendor} />
      </th>
      <td>
        {how}
        {setBy && <div>by {setBy}</div>}
      </td>
      <td>
        {life}
        <div>
          {remains
            ? 'There at the end'
            : removedAt === undefined
              ? 'Gone at the end'
              : `Removed after ${seconds(removedAt)}`}
        </div>
      </td>
    </tr>
  );
}

/** What was stored in the browser, and what of it was there at the end. */
export function Stored({ visit, marks }: { visit: Visit; marks: Marks }) {
  const { cookies, storage } = visit;
  if (!cookies.length && !storage.length) return <p>Nothing was stored.</p>;
  return (
    <table>
      <caption>What was stored</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            After
          </th>
          <th scope="col">Name</th>
          <th scope="col">How</th>
          <th scope="col">How long</th>
        </tr>
      </thead>
      <tbody>
        {cookies.map((cookie) => (
          <StoredRow
            name={cookie.name}
            where={cookie.path === '/' ? cookie.domain : cookie.domain + cookie.path}
            how={['Cookie', cookieFacts(cookie)].filter(Boolean).join(', ')}
            life={lifetimeText(cookie)}
            entry={cookie}
            isBlamed={marks.isBlamed(visit, cookie.name)}
          />
        ))}
        {storage.map((entry) => (
          <StoredRow
            name={entry.key}
            where={entry.origin}
            how={entry.kind}
            life={entry.kind === 'sessionStorage' ? 'Until the tab is closed' : 'Until it is deleted'}
            entry={entry}
            isBlamed={marks.isBlamed(visit, entry.key)}
          />
        ))}
      </tbody>
    </table>
  );
}
