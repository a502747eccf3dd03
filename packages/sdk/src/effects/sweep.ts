import type { StoredItem } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';

/** A script that is still running may write once more: look again after these milliseconds. */
const SECOND_LOOKS_MS = [1000, 5000];

const matches = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** A page cannot see where a cookie was set, so every domain and path it could have been set on is tried. */
function removeCookie({ doc, win }: Env, name: string): void {
  const { hostname, pathname } = win.location;
  const labels = hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
  const parts = pathname.split('/');
  const paths = parts.flatMap((_, index) => {
    const path = parts.slice(0, index + 1).join('/');
    return [`${path}/`, path || '/'];
  });
  for (const domain of domains) for (const path of paths) doc.cookie = `${name}=;max-age=0;path=${path}${domain}`;
}

function removeItem(env: Env, { kind, name: pattern }: StoredItem): void {
  if (kind === 'cookie') {
    for (const pair of env.doc.cookie.split('; ')) {
      const name = pair.split('=')[0] as string;
      if (matches(pattern, name)) removeCookie(env, name);
    }
  } else for (const name of Object.keys(env.win[kind])) if (matches(pattern, name)) env.win[kind].removeItem(name);
}

/** Removes what the services of refused categories stored, now and when it comes back. */
export function sweep(state: State, env: Env): void {
  const remove = () => {
    const { granted, reasons } = state.$consent.get();
    for (const { key, services } of state.categories) {
      // An undecided visitor may have said yes on a sibling subdomain, whose cookies are visible here.
      if (granted[key] || reasons[key] === 'undecided') continue;
      for (const item of services.flatMap((service) => service.stores ?? [])) {
        try {
          removeItem(env, item);
        } catch {
          // Forbidden storage holds nothing to remove.
        }
      }
    }
  };
  remove();
  for (const ms of SECOND_LOOKS_MS) env.win.setTimeout(remove, ms);
}
