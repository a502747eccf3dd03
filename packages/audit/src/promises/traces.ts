import type { Cause, SeenCookie, SeenRequest, SeenStorage, Vendor, Visit } from '../model.js';
import { addressOf, closest, isName, siteOf } from '../recognise/match.js';
import { addressesOf, isRecordOfAnswer } from '../recognise/vendors.js';
import { answersOf, phaseAt } from './phase.js';
import type { RuledService, Rules } from './rules.js';
import type { PromisedItem } from './schema.js';

/** Something that left or stayed, with all that a promise asks of it. */
export interface Trace {
  readonly kind: 'request' | 'cookie' | SeenStorage['kind'];
  /** The host and path, or the name of what is stored. */
  readonly name: string;
  /** The host it went to or belongs to. */
  readonly host: string;
  readonly at: number;
  /** Address of the page that was open. */
  readonly page: string;
  /** Id of the request, or the name. */
  readonly subject: string;
  readonly causes: readonly Cause[];
  readonly vendor?: Vendor;
  /** Whether it belongs to another site than the page. */
  readonly isForeign: boolean;
  /** Whether it was there at the end. */
  readonly remains: boolean;
  /** What has to be allowed for it; undefined if nobody says. */
  readonly categories?: readonly string[];
  /** Whether it keeps the visitor's answer, which nobody has to list. */
  readonly isAnswer: boolean;
  /** Of the owner's list. */
  readonly service?: RuledService;
  readonly item?: PromisedItem;
  readonly seen: SeenRequest | SeenCookie | SeenStorage;
}

/** It never left the browser. */
const WAS_STOPPED = /csp|content security policy|blocked_by_client|mixed.content/i;
/** How soon a banner keeps an answer, in milliseconds; a machine that does other work is slow. */
const KEPT_SOON = 3_000;
/** A script that tests whether it can store something removes it in the same breath, in milliseconds. */
const TRIED = 100;
const ANSWER =
  /consent|cookie|gdpr|ccpa|privacy|cmp|opt-?_?(in|out)|choice|prefer|banner|accept|reject|declin|agree|dsgvo|rgpd|avg|lgpd|kvkk|einwillig|zustimm|datenschutz|toestemming|samty[ck]k|zgod|souhlas/i;

/** A banner has to keep the answer: what its name says it is, and what is there only once somebody has answered. */
function isAnswer(visit: Visit, name: string, at: number, isForeign: boolean): boolean {
  return (
    !isForeign && ANSWER.test(name) && answersOf(visit).some((moment) => at >= moment.at && at - moment.at < KEPT_SOON)
  );
}

/** What has to be allowed, by the owner's list or else by what is known of it. */
function categoriesOf(
  rules: Rules,
  names: readonly string[],
  vendor: Vendor | undefined,
  service: RuledService | undefined,
): readonly string[] | undefined {
  if (service) return service.categories;
  if (vendor?.category) return [vendor.category];
  // A vendor of a list of trackers is never necessary, whatever a page calls it.
  const isDeclared = !vendor && rules.declared?.necessary.some((each) => names.some((name) => isName(each, name)));
  return isDeclared ? ['necessary'] : undefined;
}

function ofRequest(seen: SeenRequest, rules: Rules): Trace[] {
  if (seen.failed && WAS_STOPPED.test(seen.failed)) return [];
  const own = addressOf(seen.page);
  const addresses = addressesOf(seen);
  const found = addresses
    .map((address) => ({ address, service: rules.services && closest(rules.services, address, own) }))
    .find(({ service }) => service);
  const address = found?.address ?? addresses[0];
  if (!address) return [];
  const { vendor } = seen;
  const service = found?.service;
  // The site itself, as long as nothing shows that it is somebody else behind a path.
  if (!seen.isThirdParty && !vendor && !service) return [];
  const categories = categoriesOf(rules, vendor ? [vendor.name] : [address.hostname], vendor, service);
  return [
    {
      kind: 'request',
      name: `${address.host}${address.pathname}`,
      host: address.host,
      at: seen.at,
      page: seen.page,
      subject: seen.id,
      causes: seen.causes,
      ...(vendor && { vendor }),
      ...(categories && { categories }),
      ...(service && { service }),
      isForeign: seen.isThirdParty,
      isAnswer: false,
      remains: true,
      seen,
    },
  ];
}

/** Who caused what is stored: the script, or what caused the request whose answer set it. */
function causesOf(visit: Visit, setBy: string | undefined, by: SeenCookie['by']): Cause[] {
  if (!setBy) return [];
  const request = visit.requests.find(({ url }) => url === setBy);
  if (by === 'http') return request?.causes ?? [{ kind: 'unknown', url: setBy }];
  return [{ kind: 'script', url: setBy }];
}

function ofStored(visit: Visit, seen: SeenCookie | SeenStorage, rules: Rules): Trace[] {
  const isCookie = !('key' in seen);
  const name = isCookie ? seen.name : seen.key;
  const kind = isCookie ? 'cookie' : seen.kind;
  // A cookie that asks for no time at all is being deleted.
  if (isCookie && seen.lifetimeAsked !== undefined && seen.lifetimeAsked <= 0) return [];
  if (seen.removedAt !== undefined && seen.removedAt - seen.at < TRIED) return [];
  const address = isCookie ? undefined : addressOf(seen.origin);
  const host = isCookie ? seen.domain.replace(/^\./, '') : (address?.host ?? seen.origin);
  const isForeign = isCookie
    ? seen.isThirdParty
    : siteOf(address?.hostname ?? '') !== siteOf(addressOf(visit.page)?.hostname ?? '');
  const service = rules.services?.find(({ stores }) =>
    stores.some((each) => each.kind === kind && isName(each.name, name)),
  );
  const item = service?.stores.find((each) => each.kind === kind && isName(each.name, name));
  const { vendor } = seen;
  const known = categoriesOf(rules, [name], vendor, service);
  const isKept = isRecordOfAnswer(vendor) || (!known && !vendor && isAnswer(visit, name, seen.at, isForeign));
  // Who prepares a visit says what it begins with; only the owner's list speaks of it.
  const isPrepared = isCookie && seen.isPrepared;
  const categories = isKept || isPrepared ? ['necessary'] : known;
  return [
    {
      kind,
      name,
      host,
      at: seen.at,
      page: visit.moments.filter(({ at, url }) => at <= seen.at && addressOf(url)).at(-1)?.url ?? visit.page,
      subject: name,
      causes: causesOf(visit, seen.setBy, isCookie ? seen.by : 'script'),
      ...(vendor && { vendor }),
      ...(categories && { categories }),
      ...(service && { service }),
      ...(item && { item }),
      isForeign,
      isAnswer: isKept,
      remains: seen.remains,
      seen,
    },
  ];
}

const known = new WeakMap<Visit, { rules: Rules; traces: readonly Trace[] }>();

/** All that left and stayed in a visit, but for the site's own requests; the earliest first. */
export function tracesOf(visit: Visit, rules: Rules): readonly Trace[] {
  const before = known.get(visit);
  if (before?.rules === rules) return before.traces;
  const traces = [
    ...visit.requests.flatMap((seen) => ofRequest(seen, rules)),
    ...[...visit.cookies, ...visit.storage].flatMap((seen) => ofStored(visit, seen, rules)),
  ].sort((a, b) => a.at - b.at);
  known.set(visit, { rules, traces });
  return traces;
}

/** Whether it is needed for the page to work, so that nobody has to be asked. */
export const isNecessary = ({ categories }: Trace): boolean => !!categories?.includes('necessary');

/** Whether another promise speaks of it: it is not necessary, and nobody had said yes. */
export const isBlamed = (visit: Visit, trace: Trace): boolean =>
  !isNecessary(trace) && !['accepted', 'chosen'].includes(phaseAt(visit, trace.at));

const GOOGLE = ['ga4', 'gtm', 'google-ads'];

/** Whether the promises let Google's tag run all the same, because the hit says that everything is denied. */
export function isAllowedPing(trace: Trace, rules: Rules): boolean {
  if (!rules.promises['cookieless-pings'] || trace.kind !== 'request' || !GOOGLE.includes(trace.vendor?.id ?? ''))
    return false;
  const { google, type } = trace.seen as SeenRequest;
  return google ? Object.values(google.signals).every((signal) => signal === 'denied') : type === 'script';
}

/** The traces of a phase of a visit. */
export const inPhase = (visit: Visit, rules: Rules, ...phases: ReturnType<typeof phaseAt>[]): Trace[] =>
  tracesOf(visit, rules).filter(({ at }) => phases.includes(phaseAt(visit, at)));
