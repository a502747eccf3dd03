import * as page from '../core/page.js';
import type { Loaders } from '../effects/loaders.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import { early } from '../signals/early.js';
import { gtagOfApp } from '../signals/google/gtag-of-app.js';
import { awaitRegion } from '../state/await-region.js';
import type { State } from '../state/types.js';

/** For apps, whose bundler splits what is imported here from what they need at once. */
export async function runInPage(state: State, env: Env, loaders: Loaders): Promise<void> {
  await awaitRegion(state);
  // Stopped meanwhile.
  if (!env.stops[0]) return;
  page.runInPage(state, env, {
    ...loaders,
    early: { ...early, gtag: gtagOfApp(state, env.stops) },
    words: async (wanted) =>
      isEnglish(wanted) ? import('@askfirst/data/locales/en') : (await loaders.chunk('words')).words(wanted),
  });
  // Whoever opens the preferences may withdraw there: what refuses requests is at hand then.
  env.stops.push(
    state.$open.listen((open) => open && loaders.chunk('withdrawal')),
    // Last. Another tab may answer meanwhile: at the next start what is stored holds.
    () => state.adopt(null),
  );
}
