import type { Env } from '../env/env.js';
import { googleSignals } from '../policy/google-signals.js';
import type { State } from '../state/types.js';
import { dataLayer, gtag, push } from './data-layer.js';
import type { Loaders } from './loaders.js';

/** Google's own example, https://developers.google.com/tag-platform/security/guides/consent */
const WAIT_FOR_UPDATE_MS = 500;

type Entry = { 0?: unknown; 1?: unknown; 2?: unknown; event?: unknown } | undefined;

/**
 * Tells Google that everything is denied, before any of its tags can ask; then one `update` for each change,
 * and after it the event that Tag Manager triggers wait for.
 */
export function signals(state: State, env: Env, loaders: Pick<Loaders, 'hasDefault'>): void {
  const { options, categories, inputs, $consent, record } = state;
  const mode = options.consentMode ?? {};
  if (!mode || mode.mode === 'off') return;
  const denied = googleSignals(categories, { necessary: true });
  const entries = dataLayer(env) as Entry[];
  const first = entries.find((entry) => entry?.event || (entry?.[0] && entry[0] !== 'set'));
  if (first && first[0] !== 'consent') inputs.report(['late']);
  // The head stub, or an earlier start, may have told what is stored already.
  const replayed = entries.findLast((entry) => entry?.[0] === 'consent' && entry[1] === 'update')?.[2];
  if (!loaders.hasDefault)
    gtag(env, 'consent', 'default', { ...denied, wait_for_update: mode.waitForUpdate ?? WAIT_FOR_UPDATE_MS });
  loaders.hasDefault = true;
  for (const row of mode.regions ?? []) gtag(env, 'consent', 'default', row);
  if (mode.urlPassthrough) gtag(env, 'set', 'url_passthrough', true);
  if (mode.adsDataRedaction) gtag(env, 'set', 'ads_data_redaction', true);

  // A first answer is told even if it changes nothing: a refusal ends the wait of tags in advanced mode.
  const key = (now: unknown, answered: boolean) => JSON.stringify(now) + answered;
  let told = key(replayed ?? denied, !!replayed);
  let announced = !replayed;
  env.stops.push(
    $consent.subscribe((consent) => {
      // Not sure yet what holds: what was told stays told.
      if (!consent.regime && state.checked !== false) return;
      const now = googleSignals(categories, consent.granted);
      const next = key(now, !!record());
      if (next !== told) gtag(env, 'consent', 'update', now);
      else if (announced) return;
      told = next;
      announced = true;
      push(env, { event: mode.event ?? 'consent_update' });
    }),
  );
}
