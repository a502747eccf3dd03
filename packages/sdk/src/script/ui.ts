/** The chunk of the script build with the first layer, in English. */

import { firstLayer as locale } from '@askfirst/data/locales/en';
import { arePlain } from '../policy/plain-options.js';
import { markValid } from '../state/mark-valid.js';
import type { State } from '../state/types.js';
import { loadLook, mount } from '../ui/mount.js';
import { showWith } from '../ui/show-with.js';

export { decide, decideAll } from '../state/decide.js';
export * from '../ui/ours.js';
export * from '../ui/parts.js';
export * from '../ui/shadow-root.js';
export * from '../ui/words.js';
export { locale, mount };
export const words = () => ({ locale });

/** Checks the options, once: those in attributes here, any others in the rules' chunk. */
async function check(state: State): Promise<void> {
  if (state.areOptionsValid !== undefined) return;
  const { location, dataLayer } = window as unknown as { location: Location; dataLayer?: { 0?: unknown }[] };
  // A port hints at development, and a queue that does not begin with `consent` may be a mistake: the rules' chunk reviews these.
  if (
    !location.port &&
    dataLayer?.[0]?.[0] === 'consent' &&
    !document.querySelector('[data-askfirst-config]') &&
    arePlain(state.options)
  )
    markValid(state);
  else await (await import('../chunks/rules.js')).check(state);
}
export const show = showWith(mount, (state) => check(state).then(() => loadLook(state)));
