import type { State } from './types.js';

/** A visitor who could be asked is not kept waiting longer for the place. Milliseconds. */
const PATIENCE_MS = 3000;

/** Timers, which browsers and servers share. */
declare const setTimeout: (run: () => void, ms: number) => unknown;

const settled = new WeakMap<State, Promise<unknown>>();

/**
 * Waits for a place that is still on its way, and puts it into the options. One that fails or does not come is unknown, so that
 * the strictest regime holds, and the owner hears of it.
 *
 * @returns `undefined` where there is nothing to wait for.
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
