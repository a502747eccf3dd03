import type { Locale } from '@askfirst/data';
import { googleConfig } from '../effects/google-config.js';
import type { Loaders } from '../effects/loaders.js';
import type { Env } from '../env/env.js';
import { settleRegion } from '../state/settle-region.js';
import type { State } from '../state/types.js';
import { languageOf } from './languages.js';
import * as page from './page.js';

const locales: Record<string, () => Promise<{ locale: Locale }>> = {
  en: () => import('@askfirst/data/locales/en'),
  de: () => import('@askfirst/data/locales/de'),
  es: () => import('@askfirst/data/locales/es'),
  fr: () => import('@askfirst/data/locales/fr'),
  th: () => import('@askfirst/data/locales/th'),
};

/** For apps, whose bundler splits what is imported here from what they need at once. */
export async function runInPage(state: State, env: Env, loaders: Loaders): Promise<void> {
  await settleRegion(state);
  // Stopped meanwhile.
  if (!env.stops[0]) return;
  page.runInPage(state, env, {
    ...loaders,
    configure: googleConfig(state, env.stops),
    locale: (wanted) => (locales[languageOf(wanted)] as NonNullable<(typeof locales)[string]>)(),
  });
  // Whoever opens the preferences may withdraw there: what refuses requests is at hand then.
  env.stops.push(
    state.$open.listen((open) => open && loaders.chunk('sweep')),
    // Last. Another tab may answer meanwhile: at the next start what is stored holds.
    () => state.adopt(null),
  );
}
