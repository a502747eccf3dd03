import type { Env } from '../../src/env/env.js';
import type { Consent, ConsentRecord, GoogleSignals, Options } from '../../src/policy/types.js';
import { consentMode } from '../../src/signals/google/consent-mode.js';
import { createState } from '../../src/state/create-state.js';

export type Entry = { [place: number]: unknown; event?: string; length?: number };

export function argumentsOf(..._command: unknown[]): Entry {
  // biome-ignore lint/complexity/noArguments: what Google reads.
  return arguments as unknown as Entry;
}

export const isConsent = (entry: Entry, verb: string) => entry[0] === 'consent' && entry[1] === verb;
export const denied: GoogleSignals = {
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  analytics_storage: 'denied',
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  security_storage: 'granted',
};

/** What the head stub tells, in its order. */
export const stubTells = ({
  functional,
  analytics,
  marketing,
}: Consent['granted'] & Record<string, boolean>): GoogleSignals => ({
  functionality_storage: functional ? 'granted' : 'denied',
  personalization_storage: functional ? 'granted' : 'denied',
  analytics_storage: analytics ? 'granted' : 'denied',
  ad_storage: marketing ? 'granted' : 'denied',
  ad_user_data: marketing ? 'granted' : 'denied',
  ad_personalization: marketing ? 'granted' : 'denied',
  security_storage: 'granted',
});

export const options: Options = { categories: { functional: {}, analytics: {}, marketing: {} } };

/** A page whose dataLayer holds something already. */
export function page(dataLayer: unknown[] | undefined, own: Options = options, gpc = false) {
  const reported: unknown[] = [];
  const state = createState(own, {
    now: () => 1_790_000_000_000,
    gpc: () => gpc,
    report: ([code]) => reported.push(code),
  });
  const win: { dataLayer?: unknown[] } = dataLayer ? { dataLayer } : {};
  const env = { win, doc: {}, stops: [], onEvent() {} } as unknown as Env;
  // Whoever has left a default here is the head stub.
  const hasDefault = !!dataLayer?.some((entry) => entry && isConsent(entry as Entry, 'default'));
  return { state, env, reported, loaders: { hasDefault }, layer: () => (win.dataLayer ?? []) as Entry[] };
}

/** The order in which start.ts does it: nothing is sure, the default is told, the record is read, the law is known. */
export function start({ state, env, loaders }: ReturnType<typeof page>, record: ConsentRecord | null = null): void {
  state.setRegime(null);
  consentMode(state, env, loaders);
  state.adopt(record);
  state.setRegime(state.activeRegime);
}
