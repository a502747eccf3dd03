import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Protocol } from '../signals/protocol.js';
import type { State } from '../state/types.js';
import { load } from './load.js';
import type { Running } from './running.js';

/** Loads a service by a protocol that the core does not carry, and sets the vendor's switch at each change of consent. */
export async function follow(
  state: State,
  env: Env,
  { mayRun, loaded }: Running,
  service: Service,
  protocolOf: (api: string) => Promise<Protocol>,
): Promise<void> {
  const api = service.api as string;
  try {
    const { prepare, update } = await protocolOf(api);
    // Withdrawn while the protocol loaded. The next yes loads the service.
    if (!mayRun(service)) {
      loaded.delete(service);
      return;
    }
    load(env, service, prepare);
    env.stops.push(state.$consent.listen(() => update?.(env, service, !!mayRun(service))));
  } catch (error) {
    loaded.delete(service);
    state.inputs.report(['signal', error, api]);
  }
}
