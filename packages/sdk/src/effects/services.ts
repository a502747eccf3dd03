import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import { afterPaint } from './after-paint.js';
import { dataLayer, gtag } from './data-layer.js';
import { trusted } from './trusted.js';

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

/** Loads each declared service once, as soon as it may run, and switches its script off while it may not. */
export function services({ options, categories, $consent }: State, env: Env): void {
  const mode = options.consentMode;
  const loaded = new Set<Service>();
  const members = categories.flatMap((category) => category.services);
  const mayRun = ({ api, category }: Service) =>
    $consent.get().granted[category] ||
    // Advanced mode: the tag runs from the start and is held back by its signals alone.
    (api && mode && mode.mode === 'advanced');

  const loadAll = () => {
    for (const service of members)
      if (service.script && mayRun(service) && !loaded.has(service)) {
        loaded.add(service);
        load(env, service);
      }
  };
  let first = true;
  env.stops.push(
    $consent.subscribe(() => {
      for (const service of members)
        if (service.optOutFlag) (env.win as unknown as Record<string, unknown>)[service.optOutFlag] = !mayRun(service);
      first ? loadAll() : afterPaint(env, loadAll);
      first = false;
    }),
  );
}
