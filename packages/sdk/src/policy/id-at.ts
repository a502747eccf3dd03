import { hosts } from '@askfirst/data/services/hosts';
import { type Address, isHost } from './declared.js';

/**
 * The id of the service of the catalogue that an address belongs to. Where several have its host, the one whose name stands in the
 * path, and none without such a name.
 *
 * @example idAt(new URL('https://www.google.com/maps/embed')) // 'google-maps'
 */
export function idAt({ hostname, port, pathname }: Address): string | undefined {
  // `youtube.com` and `calendly.com` are their vendors', too.
  const ids = Object.keys(hosts).filter((id) =>
    [hostname, `www.${hostname}`].some((each) => isHost(hosts[id]?.split(' '), { hostname: each, port, pathname })),
  );
  return ids[1] ? ids.find((id) => pathname.includes(`/${id.replace(/.*-/, '')}`)) : ids[0];
}
