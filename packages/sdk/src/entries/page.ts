import { gate } from '../effects/gate.js';
import { showInterface } from '../effects/interface.js';
import type { Loaders } from '../effects/loaders.js';
import { services } from '../effects/services.js';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';

/** The effects that touch the page, in the order in which they happen. */
export function runInPage(state: State, env: Env, loaders: Loaders): void {
  gate(state, env, loaders);
  showInterface(state, env, loaders);
  // Last, because a page that forbids our Trusted Types policy makes it throw.
  services(state, env, loaders);
}
