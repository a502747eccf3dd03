import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Consent, ConsentModeOptions } from '../policy/types.js';
import type { State } from '../state/types.js';
import { afterPaint } from './after-paint.js';
import { load } from './load.js';
import type { PageLoaders } from './loaders.js';

/** Services whose script was added to the page, from which it cannot be removed. */
const loaded = new WeakSet<Service>();

/**
 * Loads each declared service once, as soon as it may run, and sets its opt-out flag while it may not. Loads the withdrawal chunk
 * after a refusal, and if a refused service has left a cookie.
 */
export function services(state: State, env: Env, loaders: PageLoaders): void {
  // Looked up each time, because invalid services are dropped once the options are checked.
  const members = () => state.categories.flatMap((category) => category.services);

  const mayRun = (service: Service) =>
    state.categories.some(
      (category) =>
        category.services.includes(service) &&
        state.$consent.get().granted[category.key] &&
        // A vendor's service is never strictly necessary. The check of the options may not have run yet.
        (!service.api || category.key !== 'necessary'),
    ) ||
    // In advanced mode the tag runs from the start, and only its signals restrict it.
    (loaders.early[service.api as string] &&
      state.areOptionsValid !== undefined &&
      (state.options.consentMode as ConsentModeOptions | undefined)?.mode === 'advanced');
  const loadAll = () =>
    members()
      .filter(mayRun)
      .map((service) => {
        const prepare = loaders.early[service.api as string];
        // Of a service that is named by its id the core does not know whether its vendor has a switch.
        if (!prepare && (service.tagId || service.api || !service.name))
          loaders.chunk('signals').then((module) => module.follow(state, env, { mayRun, loaded }, service));
        else if (service.script && !loaded.has(service)) {
          loaded.add(service);
          load(env, service, prepare);
        }
      });
  let last: Consent | undefined;
  env.stops.push(
    state.$consent.subscribe((consent) => {
      const before = last;
      let left: boolean | undefined;
      for (const category of state.categories)
        for (const service of category.services) {
          for (const flag of [service.optOutFlag ?? []].flat())
            (env.win as unknown as Record<string, unknown>)[flag as string] = !mayRun(service);
          left ||=
            !consent.granted[category.key] &&
            (before
              ? before.granted[category.key] || before.reasons[category.key] !== consent.reasons[category.key]
              : // An undecided visitor may have said yes on a sibling subdomain, which shares its cookies with this page.
                consent.reasons[category.key] !== 'undecided' &&
                // In a sandboxed frame `document.cookie` throws.
                env.win.origin !== 'null' &&
                // The options may not be checked yet.
                service.stores?.some?.((item) => env.doc.cookie.includes(`${item?.name}`.replace('*', ''))));
        }
      if (left)
        loaders
          .chunk('withdrawal')
          .then((module) => module.withdraw(state, env, { mayRun, loaded }, before))
          // Also if it is of another version.
          .catch((error) => state.inputs.report(['withdrawal', error]));
      last = consent;
      before ? afterPaint(env, loadAll) : loadAll();
    }),
  );
}
