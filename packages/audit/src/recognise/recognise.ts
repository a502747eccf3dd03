import type { SeenCookie, SeenRequest, SeenStorage, Visit } from '../model.js';
import { googleHitOf } from './google-hit.js';
import { addressOf, siteOf } from './match.js';
import { addressesOf, vendorOfRequest, vendorOfStored } from './vendors.js';

function request(seen: SeenRequest): SeenRequest {
  const { vendor: _, google: __, ...rest } = seen;
  const vendor = vendorOfRequest(seen);
  const isGoogle = vendor?.name.startsWith('Google');
  const google = isGoogle
    ? addressesOf(seen)
        .map(({ href }) => googleHitOf(href))
        .find(Boolean)
    : undefined;
  return { ...rest, ...(vendor && { vendor }), ...(google && { google }) };
}

/**
 * Names the vendors behind what was seen, and decodes what Google's hits say about consent.
 *
 * @returns The visit with every `vendor` and `google` filled in where one is known.
 */
export function recognise(visit: Visit): Visit {
  const own = addressOf(visit.page)?.hostname ?? '';
  const stored = <Item extends SeenCookie | SeenStorage>(item: Item): Item => {
    const isThirdParty =
      'key' in item ? siteOf(addressOf(item.origin)?.hostname ?? own) !== siteOf(own) : item.isThirdParty;
    const { vendor: _, ...rest } = item;
    const vendor = vendorOfStored(item, isThirdParty);
    return { ...rest, ...(vendor && { vendor }) } as Item;
  };
  return {
    ...visit,
    requests: visit.requests.map(request),
    cookies: visit.cookies.map(stored),
    storage: visit.storage.map(stored),
  };
}
