import type { State } from './types.js';

/** How long the question waits for the place. Milliseconds. */
const PATIENCE_MS = 3000;

/** Declared here, because the types of browsers and of servers differ. */
declare const setTimeout: (run: () => void, ms: number) => unknown;

const settled = new WeakMap<State, Promise<unknown>>();

/**
 * Waits for a place that the options promise, and puts it into the options. If the promise fails or takes too long, the place is
 * unknown, so that the strictest regime applies, and the owner gets a message.
 *
 * @returns `undefined` if the options promise no place.
 */
export function awaitRegion(state: State): Promise<unknown> | undefined {
  const { region } = state.options;
  if (!settled.has(state) && region && typeof region !== 'string') settled.set(state, settle(state, region));
  return settled.get(state);
}

async function settle(state: State, region: PromiseLike<string | undefined>): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(`It has not settled in ${PATIENCE_MS / 1000} seconds.`), PATIENCE_MS);
  });
  let place: string | undefined;
  try {
    place = await Promise.race([region, late]);
  } catch (error) {
    state.inputs.report(['region-promise', error]);
  }
  const { region: _, ...options } = state.options;
  state.options = place ? { ...options, region: place } : options;
}
