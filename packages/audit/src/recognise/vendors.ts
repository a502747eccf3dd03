import type { RequestShape, Service } from '@askfirst/data';
import { furtherVendors } from '@askfirst/data/further-vendors';
import { necessaryItems, source as sourceOfNecessary } from '@askfirst/data/necessary-items';
import { requestShapes, source as sourceOfShapes } from '@askfirst/data/request-shapes';
import { all } from '@askfirst/data/services/all';
import { all as tools } from '@askfirst/data/tools/all';
import { trackers as knownTrackers, source as sourceOfTrackers } from '@askfirst/data/trackers';
import type { SeenCookie, SeenRequest, SeenStorage, Vendor } from '../model.js';
import { addressOf, closest, isName, withDomains } from './match.js';

/** With the domains that their hosts stand for. */
const widened = <Row extends { readonly hosts?: readonly string[] }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, hosts: withDomains(row.hosts) }));

const services = widened(Object.values(all).filter((each): each is Service => !!each));
const trackers = widened(knownTrackers);
const further = widened(furtherVendors);
/** Where consent tools keep the answer, by the tool's name. */
const answers = tools.flatMap(({ name, stored }) => (stored ? [{ name, stores: stored.key }] : []));

const firstOf = (category: string | readonly string[]) => (typeof category === 'string' ? category : category[0]);

function ofService({ id, name, category }: Service, by: Vendor['by'], source?: string): Vendor {
  const first = firstOf(category);
  return { id, name, ...(first && { category: first }), by, ...(source && { source }) };
}

/** What a request is by its shape alone, whoever the host belongs to. */
const shapeOf = (address: URL, body = ''): RequestShape | undefined =>
  requestShapes.find(
    (each) =>
      (!each.path || each.path.test(address.pathname)) &&
      Object.entries(each.query ?? {}).every(([name, value]) => value.test(address.searchParams.get(name) ?? '')) &&
      (!each.body || each.body.test(body)),
  );

/** The vendor that one address of a request belongs to. */
function ofAddress(address: URL, body: string | undefined, isOwn: boolean): Vendor | undefined {
  const shape = shapeOf(address, body);
  const byShape = shape && all[shape.service];
  const byHost = isOwn ? undefined : closest(services, address, undefined);
  // Several services of Google share a host: what the request asks for tells them apart.
  if (byShape && byHost?.provider === byShape.provider) return ofService(byShape, 'host');
  if (byShape && !byHost) return ofService(byShape, shape?.body ? 'content' : 'path', sourceOfShapes.urls[0]);
  if (byHost) return ofService(byHost, 'host');
  if (isOwn) return undefined;
  const tracker = closest(trackers, address, undefined);
  if (tracker)
    return { name: tracker.name, by: 'host', ...(sourceOfTrackers.urls[1] && { source: sourceOfTrackers.urls[1] }) };
  const vendor = closest(further, address, undefined);
  return vendor && { name: vendor.name, ...(vendor.category && { category: vendor.category }), by: 'host' };
}

/** Whether something is the record of the visitor's answer, which a site has to keep somewhere. */
export const isRecordOfAnswer = (vendor: Vendor | undefined): boolean =>
  vendor?.by === 'name' && /^the (answer|consent record|record of a consent tool)/.test(vendor.name);

/** Every address a request went to, the last one first. */
export const addressesOf = ({ url, redirects }: Pick<SeenRequest, 'url' | 'redirects'>): URL[] =>
  [url, ...redirects].map(addressOf).filter((each) => each !== undefined);

/** The vendor behind a request, also where the site passes it on under a path of its own. */
export function vendorOfRequest(request: SeenRequest): Vendor | undefined {
  const own = addressOf(request.page)?.hostname;
  return addressesOf(request)
    .map((address, index) =>
      ofAddress(address, request.body, index === 0 ? !request.isThirdParty : address.hostname === own),
    )
    .find(Boolean);
}

/** The longest of the names that mean one is the surest. */
function named<Row>(rows: readonly Row[], names: (row: Row) => readonly string[], name: string): Row | undefined {
  let [best, most]: [Row | undefined, number] = [undefined, 0];
  for (const row of rows)
    for (const pattern of names(row))
      if (isName(pattern, name) && pattern.length > most) [best, most] = [row, pattern.length];
  return best;
}

/** The vendor of something that is stored: by the host that it belongs to if that is not the site's, and by its name. */
export function vendorOfStored(item: SeenCookie | SeenStorage, isThirdParty: boolean): Vendor | undefined {
  const [name, kind] = 'key' in item ? [item.key, item.kind] : [item.name, 'cookie'];
  const host = addressOf('key' in item ? item.origin : `https://${item.domain.replace(/^\./, '')}/`);
  const byHost = isThirdParty && host && ofAddress(host, undefined, false);
  if (byHost) return byHost;
  const service = named(
    services,
    ({ stores = [] }) => stores.filter((each) => each.kind === kind).map((each) => each.name),
    name,
  );
  if (service) return ofService(service, 'name');
  const tracker = named(trackers, ({ stores }) => stores, name);
  if (tracker) return { name: tracker.name, by: 'name' };
  const tool = named(answers, ({ stores }) => stores, name);
  if (tool) return { name: `the answer, kept by ${tool.name}`, category: 'necessary', by: 'name' };
  const usual = named(necessaryItems, ({ stores }) => stores, name);
  const source = sourceOfNecessary.urls[0];
  return usual && { name: usual.name, category: 'necessary', by: 'name', ...(source && { source }) };
}
