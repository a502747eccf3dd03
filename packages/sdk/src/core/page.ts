import { watchElements } from '../effects/elements.js';
import { gate, TAGS } from '../effects/gate.js';
import { CONTROLS, showInterface } from '../effects/interface.js';
import type { PageLoaders } from '../effects/loaders.js';
import { services } from '../effects/services.js';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';

/** The effects that touch the page, in the order in which they happen. */
export function runInPage(state: State, env: Env, loaders: PageLoaders): void {
  const hold = gate(state, env, loaders);
  const show = showInterface(state, env, loaders);
  watchElements(env, `${TAGS},${CONTROLS}`, (element) => (element.matches(TAGS) ? hold : show)(element), hold);
  // Last, because it throws in a page whose policy forbids ours:
  // https://www.w3.org/TR/trusted-types/#trusted-types-csp-directive
  services(state, env, loaders);
}
