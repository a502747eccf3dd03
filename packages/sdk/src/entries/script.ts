import type { PageLoaders } from '../effects/loaders.js';
import { type ConsentManager, createConsentWith } from './create-consent.js';
import { languageOf } from './languages.js';
import { configure, runInPage } from './page.js';
import { readScriptOptions } from './script-options.js';

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
    hasDefault: calls,
    locale: (wanted) => chunk(languageOf(wanted).replace('en', 'ui')),
    page: runInPage,
    configure,
    // One promise for all: browsers do not keep the order of several imports of one file.
    passOn: async (...answer) => (await (rules ??= chunk('rules'))).decide(...answer),
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
