import { type ConsentManager, createConsentWith } from '../core/create-consent.js';
import { runInPage } from '../core/page.js';
import type { PageLoaders } from '../effects/loaders.js';
import { isEnglish } from '../policy/language.js';
import { early } from '../signals/early.js';
import { readScriptOptions } from './options.js';

type Call = [name: keyof ConsentManager, args: unknown[], resolve: (result: unknown) => void, at?: number];
/** What the head stub left: calls that came before this script. */
interface Stub {
  q?: Call[];
}

const page = window as unknown as { askfirst?: Stub | ConsentManager };
let stub: Stub | undefined;
let calls: Call[] | undefined;
try {
  stub = page.askfirst as Stub;
  // What somebody else has left there may be anything.
  if (Array.isArray(stub?.q)) calls = stub.q;
} catch {}

// Included twice: the first one goes on. An element with this id is none of ours.
if (!(stub as ConsentManager | undefined)?.$consent) {
  // None in a module.
  const script = (document.currentScript ?? document.querySelector('script[src*=askfirst]')) as HTMLScriptElement;
  // From the script's own address: a relative import in a script of another origin has none to be relative to.
  const load = (file: string) => import(script.src.replace(/[^/]*$/, `askfirst-${file}`));
  // Some browsers remember that a module failed: the second try needs another address.
  const chunk = (name: string) => load(`${name}.js`).catch(() => load(`${name}.js?`));
  let rules: ReturnType<typeof chunk> | undefined;
  const consent: ConsentManager = createConsentWith(readScriptOptions(document, script.dataset), <PageLoaders>{
    chunk,
    early,
    page: runInPage,
    words: async (wanted) => (await chunk(isEnglish(wanted) ? 'ui' : 'words')).words(wanted),
    // One promise for all: browsers do not keep the order of several imports of one file.
    passOn: async (...answer) =>
      // Where it does not load, the next answer tries again.
      (await (rules ??= chunk('rules').catch(() => (rules = undefined))))?.decide(...answer),
    hasDefault: calls,
  });
  page.askfirst = consent;

  // One that throws stops no other.
  const call = async ([name, [first, second], resolve, at]: Call) =>
    resolve((consent[name] as (...args: unknown[]) => unknown)(first, second, at));
  if (calls) {
    calls.forEach(call);
    // Whoever kept the stub goes on through it.
    calls.push = call as never;
  }
  consent.start();
}
