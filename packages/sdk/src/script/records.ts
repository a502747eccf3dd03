import { type RecordLog, type RecordSource, sendRecords } from '../entries/records.js';
import { print } from '../env/browser.js';
import { readScriptOptions } from './options.js';
import { findTag } from './tag.js';

/** The file of the script build with what `askfirst/records` exports. */
export * from '../entries/records.js';

/** The page's consent, or the head stub before it. */
type Core = RecordSource & { when?(category: string): Promise<unknown> };
const core = () => (window as { askfirst?: Core }).askfirst;

/** Waits for the core: without a stub until its script has run. An element with the id `askfirst` has no `when`. */
async function consentOfPage(tag: HTMLScriptElement | null): Promise<Core | undefined> {
  if (!core()?.when) await new Promise((done) => (tag ? tag.addEventListener('load', done) : done(null)));
  // The stub passes this on to the core.
  await core()?.when?.('necessary');
  return core();
}

async function start({ url, retention }: DOMStringMap): Promise<RecordLog | null> {
  const tag = findTag();
  const consent = await consentOfPage(tag);
  if (!consent?.$consent) {
    print('askfirst-records.js found no askfirst.js in the page. Put its script tag after that one.');
    return null;
  }
  return sendRecords(consent, {
    url: url as string,
    ...(retention && { retention: { until: 'accountDeletion', plus: retention } }),
    ...(tag && { options: readScriptOptions(document, tag.dataset) }),
  });
}

const ownTag = [...document.querySelectorAll<HTMLScriptElement>('script[data-url]')].find(
  ({ src }) => src === import.meta.url,
);

/**
 * The log of a page that has this file in a script tag with `data-url`; `null` without one, and if the page has no askfirst.js.
 *
 * @example
 * import { log } from '/askfirst/0.1.0/askfirst-records.js';
 * (await log)?.identify(user.id);
 */
export const log: Promise<RecordLog | null> = ownTag ? start(ownTag.dataset) : Promise.resolve(null);
