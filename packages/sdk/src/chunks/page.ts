import * as page from '../core/page.js';
import type { Loaders } from '../effects/loaders.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import { early } from '../signals/early.js';
import { gtagOfApp } from '../signals/google/gtag-of-app.js';
import { awaitRegion } from '../state/await-region.js';
import type { State } from '../state/types.js';

/** The effects that touch the page, for apps: a bundler makes a chunk of what only this file imports. */
export async function runInPage(state: State, env: Env, loaders: Loaders): Promise<void> {
  await awaitRegion(state);
  // Stopped while the place was on its way.
  if (!env.stops[0]) return;
  page.runInPage(state, env, {
    ...loaders,
    early: { ...early, gtag: gtagOfApp(state, env.stops) },
    words: async (wanted) =>
      isEnglish(wanted) ? import('@askfirst/data/locales/en') : (await loaders.chunk('words')).words(wanted),
  });
  // A visitor who opens the preferences may withdraw. Loaded now, the chunk can refuse requests at once.
  env.stops.push(
    state.$open.listen((open) => open && loaders.chunk('withdrawal')),
    // Last. Another tab may answer before the next start, which reads the stored record again.
    () => state.adopt(null),
  );
}
