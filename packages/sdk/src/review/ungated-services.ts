import type { Service } from '@askfirst/data';
import { isHost } from '../policy/declared.js';
import type { Problem } from '../policy/problems.js';
import type { Consent, Options } from '../policy/types.js';
import { withFacts } from '../policy/with-facts.js';

/** What has to be known to see what runs without consent. */
export interface ReviewedElements {
  readonly options: Options;
  readonly granted: Consent['granted'];
  readonly doc: Document;
  /** The catalogue's facts about the services that the options name by their id. */
  readonly facts?: Readonly<Record<string, Service | undefined>>;
}

/** A script with any other type is not run by the browser. https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
const RUNS = /^(module|(text|application)\/(x-)?(java|ecma)script)?$/i;
const LOADED = 'script[src],iframe[src],img[src]';

const isOf = ({ hosts, script }: Service, address: URL): boolean =>
  isHost(hosts, address) || (!!script && script.split('?')[0] === address.href.split('?')[0]);

/**
 * Elements that load a declared service while its category is denied: they do not wait for consent. One message for each service.
 * Google's tags have one of their own.
 *
 * @param isGoogle Whether an address is of Google's tag.
 */
export function ungatedServices({ options, granted, doc, facts = {} }: ReviewedElements, isGoogle: RegExp): Problem[] {
  const services = (options.services ?? []).map((service) => withFacts(service, facts[service.id]));
  const keysOf = ({ category }: Service) => [category].flat() as string[];
  const found = new Map<string, Problem>();
  for (const element of doc.querySelectorAll<HTMLScriptElement>(LOADED)) {
    const { localName, src, type, dataset } = element;
    if (dataset.consent !== undefined || (localName === 'script' && !RUNS.test(type)) || isGoogle.test(src)) continue;
    let address: URL;
    try {
      address = new URL(src);
    } catch {
      continue;
    }
    const its = services.filter((service) => isOf(service, address));
    const [first] = its;
    if (first && !its.some((service) => keysOf(service).some((key) => granted[key])))
      found.set(first.id, ['ungated-service', localName, src, first.name, keysOf(first)[0]]);
  }
  return [...found.values()];
}
