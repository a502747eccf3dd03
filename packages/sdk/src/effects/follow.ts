import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { googleSignals } from '../policy/google-signals.js';
import type { Protocol, Told } from '../signals/protocol.js';
import type { State } from '../state/types.js';
import { load } from './load.js';
import { refusedHere } from './refused-here.js';
import type { Running } from './running.js';

/** A vendor as the catalogue knows it. */
export interface Vendor {
  readonly protocol: Protocol;
  /** Address of its script. None: the site brings it, by a snippet of its own or in its bundle. */
  readonly script?: string | undefined;
}

/** What is followed in each page. */
const followed = new WeakMap<Env, Set<Service>>();

/**
 * Loads a vendor's service that the core does not carry, once it may run, and sets the vendor's switch at each change of consent.
 * If the site brings the vendor itself, the switch is set as soon as the vendor is there.
 *
 * @param vendorOf Gets what is known of the vendor; nothing if it has no protocol.
 */
export async function follow(
  state: State,
  env: Env,
  running: Running,
  service: Service,
  vendorOf: (service: Service) => Promise<Vendor | undefined>,
): Promise<void> {
  const { loaded, mayRun } = running;
  const here = followed.get(env) ?? new Set();
  if (here.has(service)) return;
  followed.set(env, here.add(service));
  try {
    const vendor = await vendorOf(service);
    if (!vendor) return;
    const { protocol, script } = vendor;
    const { prepare, update, keepsRefused } = protocol;
    // Withdrawn while the protocol loaded, or stopped. The next yes loads the service.
    if (!mayRun(service) || !env.stops[0]) {
      here.delete(service);
      return;
    }
    const now = (): Told => {
      const { granted, ask } = state.$consent.get();
      // A yes to this service alone is one to what its category is for.
      const purposes = state.categories.map((each) =>
        each.within && each.services.includes(service)
          ? { ...each, signals: state.categories.find(({ key }) => key === each.within)?.signals ?? [] }
          : each,
      );
      return { mayRun: !!mayRun(service), signals: googleSignals(purposes, granted), ask };
    };
    let heard: string | undefined;
    if (service.tagId !== undefined && !script) state.inputs.report(['script', service.id]);
    if (script && !loaded.has(service)) {
      loaded.add(service);
      const told = now();
      const full = { ...service, script: script.replace('{id}', service.tagId ?? '') };
      let ready: unknown;
      load(env, full, () => {
        // A site that gives an address and no id has a snippet of its own.
        if (full.tagId !== undefined) ready = prepare?.(env, full, told);
      });
      const added = env.doc.head.lastElementChild;
      env.onEvent(env.doc, 'load', ({ target }) => {
        if (target === added && mayRun(service) && typeof ready === 'function') ready();
      });
      heard = JSON.stringify(told);
    }
    let isKept = !!keepsRefused && !heard && refusedHere(state, env, service);
    const tell = () => {
      const told = now();
      const text = JSON.stringify(told);
      if (text === heard || (isKept && told.mayRun)) return;
      const hears = update?.(env, service, told);
      if (hears) heard = text;
      if (!told.mayRun) isKept = keepsRefused === true || (!!keepsRefused && !hears);
    };
    env.stops.push(state.$consent.subscribe(tell));
    // The load of any element: the event does not bubble, but can be captured.
    if (update) env.onEvent(env.doc, 'load', tell);
  } catch (error) {
    here.delete(service);
    loaded.delete(service);
    state.inputs.report(['signal', error, service.api ?? service.id]);
  }
}
