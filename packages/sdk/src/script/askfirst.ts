import { type ConsentManager, createConsentWith } from '../core/create-consent.js';
import { runInPage } from '../core/page.js';
import { asScript } from '../effects/gate.js';
import type { PageLoaders } from '../effects/loaders.js';
import { isEnglish } from '../policy/language.js';
import { early } from '../signals/early.js';
import { readScriptOptions } from './options.js';

type Call = [name: keyof ConsentManager, args: unknown[], resolve: (result: unknown) => void, at?: number];
/** The head stub, with the calls from before this script. */
interface Stub {
  q?: Call[];
}

const page = window as unknown as { askfirst?: Stub | ConsentManager };
let stub: Stub | undefined;
let calls: Call[] | undefined;
try {
  stub = page.askfirst as Stub;
  // Other code may have put anything there.
  if (Array.isArray(stub?.q)) calls = stub.q;
} catch {}

// The script is in the page twice: the first one goes on. An element with the id `askfirst` has no `$consent`.
if (!(stub as ConsentManager | undefined)?.$consent) {
  // In a module `currentScript` is null: https://html.spec.whatwg.org/multipage/dom.html#dom-document-currentscript
  // A picture or form of this name hides it: https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
  const script = (asScript(document.currentScript as HTMLElement | null) ??
    document.querySelector('script[src*=askfirst]')) as HTMLScriptElement;
  // Relative to the script's own address: in a script of another origin without CORS a relative import cannot be resolved.
  const load = (file: string) => import(script.src.replace(/[^/]*$/, `askfirst-${file}`));
  // Browsers before https://github.com/whatwg/html/pull/10327 remember that a module failed: a retry needs another address.
  const chunk = (name: string) => load((name += '.js')).catch(() => load(`${name}?`));
  let rules: ReturnType<typeof chunk> | undefined;
  const consent: ConsentManager = createConsentWith(readScriptOptions(document, script.dataset), <PageLoaders>{
    chunk,
    early,
    page: runInPage,
    words: async (wanted) => (await chunk(isEnglish(wanted) ? 'ui' : 'words')).words(wanted),
    // One promise for all answers, because browsers do not keep the order of several imports of one file.
    passOn: async (...answer) =>
      // If the chunk does not load, the next answer tries again.
      (await (rules ??= chunk('rules').catch(() => (rules = undefined))))?.decide(...answer),
    hasDefault: calls,
  });
  page.askfirst = consent;

  // Asynchronous, so that a call that throws stops no other.
  const call = async ([name, [first, second], resolve, at]: Call) =>
    resolve((consent[name] as (...args: unknown[]) => unknown)(first, second, at));
  if (calls) {
    calls.forEach(call);
    // Code may still hold the stub and go on to call it.
    calls.push = call as never;
  }
  consent.start();
}
