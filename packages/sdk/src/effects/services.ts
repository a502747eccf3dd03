import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Consent, ConsentModeOptions } from '../policy/types.js';
import type { State } from '../state/types.js';
import { afterPaint } from './after-paint.js';
import { dataLayer, gtag } from './data-layer.js';
import type { Loaders } from './loaders.js';
import { trusted } from './trusted.js';

/** Those whose script is in the page, for good. */
const loaded = new WeakSet<Service>();

/** Queues what the vendor's own snippet would have queued, and loads the vendor's script. */
function load(env: Env, { api, tagId, script: src = '' }: Service): void {
  const { doc } = env;
  if (api === 'gtag') {
    gtag(env, 'js', new Date());
    gtag(env, 'config', tagId);
  }
  if (api === 'gtm') dataLayer(env).push({ 'gtm.start': Date.now(), event: 'gtm.js' });
  const script = doc.createElement('script');
  script.nonce = doc.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  script.src = trusted(env, 'createScriptURL', src);
  doc.head.append(script);
}

/**
 * Loads each declared service once, as soon as it may run, switches its script off while it may not, and sends for the
 * sweep after a refusal, or where a refused one has left a cookie.
 */
export function services(state: State, env: Env, { chunk }: Loaders): void {
  const { options, categories, $consent, inputs } = state;
  const { win, doc } = env;
  const members = categories.flatMap((category) => category.services);

  const mayRun = ({ api, category }: Service) =>
    $consent.get().granted[category] ||
    // Advanced mode: the tag runs from the start and is held back by its signals alone.
    (api && (options.consentMode as ConsentModeOptions | undefined)?.mode === 'advanced');
  const loadAll = () => {
    for (const service of members)
      if (service.script && mayRun(service) && !loaded.has(service)) {
        loaded.add(service);
        load(env, service);
      }
  };
  let last: Consent | undefined;
  env.stops.push(
    $consent.subscribe((consent) => {
      const { granted, reasons } = consent;
      const before = last;
      let left: boolean | undefined;
      for (const service of members) {
        const { category, optOutFlag, stores } = service;
        if (optOutFlag) (win as unknown as Record<string, unknown>)[optOutFlag] = !mayRun(service);
        if (!granted[category])
          left ||= before
            ? before.granted[category] || before.reasons[category] !== reasons[category]
            : // An undecided visitor may have said yes on a sibling subdomain, whose cookies are visible here.
              reasons[category] !== 'undecided' &&
              // A look at cookies throws in a sandboxed frame.
              win.origin !== 'null' &&
              stores?.some(({ name }) => doc.cookie.includes(name.replace('*', '')));
      }
      if (left)
        chunk('sweep').then(
          (module) => module.sweep(state, env, { mayRun, loaded }, before),
          (error) => inputs.report(['sweep', error]),
        );
      last = consent;
      before ? afterPaint(env, loadAll) : loadAll();
    }),
  );
}
