import type { Service, Tracker } from '@askfirst/data';
import { all as known } from '@askfirst/data/services/all';
import { trackers } from '@askfirst/data/trackers';
import { isHost, isName } from '../policy/declared.js';
import type { Options } from '../policy/types.js';
import { type Finding, finding } from './codes.js';

const needsYes = ({ category }: Service): boolean =>
  [category].flat().some((key) => /^(analytics|marketing)$/.test(key));

/** The vendors of the list, and the services of the catalogue that need a yes. */
const all: readonly Tracker[] = [
  ...trackers,
  ...Object.values(known)
    // A vendor of the list is recognised by its row there: `www.google.com` serves captchas, too.
    .filter((each): each is Service => !!each && needsYes(each) && !trackers.some(({ name }) => name === each.name))
    .map(({ name, hosts = [], stores = [] }) => ({ name, hosts, stores: stores.map((store) => store.name) })),
];

/** The address of a script without its scheme; none for one of the site itself. */
const addressOf = (script = ''): string[] => /^(?:https?:)?\/\/([^?#]+)/.exec(script)?.slice(1) ?? [];

/** Whether an entry of `hosts`, or an address without its scheme, is a tracker's. A path of the site itself has no host. */
function isOf({ hosts }: Tracker, entry: string): boolean {
  const [, hostname = '', pathname = ''] = /^([^/:]*)[^/]*(.*)$/.exec(entry.replace('*', 'any')) ?? [];
  return isHost(hosts, { hostname, port: '', pathname });
}

/** By what a service is recognised as a tracker, and as which. */
function recognise({ id, hosts = [], script, stores = [] }: Service): string | undefined {
  const own = known[id];
  if (own && needsYes(own)) return `its id is that of ${own.name}`;
  for (const tracker of all) {
    const host = [...hosts, ...addressOf(script)].find((each) => isOf(tracker, each))?.replace(/\/.*/, '');
    if (host) return `${host} belongs to ${tracker.name}`;
    const store = stores.find(({ name }) => tracker.stores.some((each) => isName(each, name.replace(/\*$/, ''))));
    if (store) return `${store.name} belongs to ${tracker.name}`;
  }
  return undefined;
}

/** Known trackers among the necessary services. */
export const lintTrackers = ({ services = [] }: Options): Finding[] =>
  services
    .filter(({ category }) => [category].flat().includes('necessary'))
    .flatMap((service) => {
      const why = recognise(service);
      return why ? [finding('necessary-tracker', why, `service "${service.id}"`)] : [];
    });
