import type { Env } from '../../env/env.js';
import { googleSignals } from '../../policy/google-signals.js';
import type { Consent } from '../../policy/types.js';
import type { State } from '../../state/types.js';
import { dataLayer, gtag, push } from './data-layer.js';

/** The value of Google's own example, https://developers.google.com/tag-platform/security/guides/consent */
const WAIT_FOR_UPDATE_MS = 500;

type Entry = { 0?: unknown; 1?: unknown; 2?: unknown } | undefined;

/**
 * Sends Google the denied default before any of its tags can read the queue, then one `update` for each change, each followed by the
 * event for triggers in Tag Manager, with the consent of now and of before.
 */
export function consentMode(state: State, env: Env, page: { hasDefault?: unknown }): void {
  const mode = state.options.consentMode ?? {};
  if (!mode || mode.mode === 'off') return;
  const denied = googleSignals(state.categories, {});
  const tell = (...command: unknown[]) => gtag(env, ...command);
  // The head stub, or an earlier start, may have sent the stored choice already.
  let replayed = [...(dataLayer(env) as Entry[])].findLast(
    (entry) => entry?.[0] === 'consent' && entry[1] === 'update',
  )?.[2];
  if (!page.hasDefault)
    tell('consent', 'default', { ...denied, wait_for_update: mode.waitForUpdate ?? WAIT_FOR_UPDATE_MS });
  page.hasDefault = true;
  // The options are not checked yet. A default without a place would apply to all visitors.
  for (const row of [mode.regions].flat()) if (row?.region?.[0]?.[1]) tell('consent', 'default', { ...row });
  if (mode.urlPassthrough === true) tell('set', 'url_passthrough', true);
  if (mode.adsDataRedaction) tell('set', 'ads_data_redaction', true);

  // A first answer is sent even if it changes nothing: a refusal ends the wait of tags in advanced mode. So is the browser's own objection,
  // against a default that grants in the visitor's region.
  const key = (now: unknown, answered: unknown) => JSON.stringify(now) + !answered;
  let told = key(replayed ?? denied, replayed);
  let before: Consent | undefined;
  env.stops.push(
    state.$consent.subscribe((consent) => {
      // Regime not known yet: send nothing, the last update still stands.
      if (!consent.regime) return;
      const now = googleSignals(state.categories, consent.granted);
      if (told !== (told = key(now, state.record() || (consent.gpc && mode.regions)))) tell('consent', 'update', now);
      else if (!replayed) return;
      replayed = 0;
      push(env, { event: mode.event ?? 'consent_update', consent, before });
      before = consent;
    }),
  );
}
