import { gate } from '../effects/gate.js';
import { showInterface } from '../effects/interface.js';
import type { Loaders } from '../effects/loaders.js';
import { services } from '../effects/services.js';
import { signals } from '../effects/signals.js';
import { storage } from '../effects/storage.js';
import { withdrawal } from '../effects/withdrawal.js';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';

/** Everything that happens in a browser, in the order in which it happens. Returns how to undo it. */
export function startEffects(state: State, env: Env, loaders: Loaders): () => void {
  const run = () => {
    storage(state, env);
    withdrawal(state, env, loaders);
    services(state, env);
    gate(state, env);
    showInterface(state, env, loaders);
  };
  // The denied default is a line in memory and must be the first, even in a prerendered page.
  signals(state, env);
  // Storage written by a prerendered page is seen by other tabs, and nobody has looked at the page yet.
  if ((env.doc as { prerendering?: boolean }).prerendering) env.listen(env.doc, 'prerenderingchange', run);
  else run();
  return () => {
    for (const stop of env.stops.splice(0)) stop();
  };
}
