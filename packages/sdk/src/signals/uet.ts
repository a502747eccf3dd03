import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

interface Uet {
  new (options: object): { push(event: string): void };
}

const storage = (mayRun: boolean) => ({ ad_storage: mayRun ? 'granted' : 'denied' });

/** https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent */
export const prepare: Prepare = (env, { tagId, config }, { mayRun }) => {
  const early = provide<unknown[]>(env, 'uetq', []);
  early.push('consent', 'default', storage(mayRun));
  return () => {
    const page = env.win as unknown as { UET?: Uet; uetq: object };
    if (!page.UET) return;
    const tag = new page.UET({ ti: tagId, enableAutoSpaTracking: true, ...config, q: page.uetq });
    page.uetq = tag;
    tag.push('pageLoad');
  };
};

export const update: Update = (env, _service, { mayRun }) =>
  call(env, 'uetq.push', 'consent', 'update', storage(mayRun));
