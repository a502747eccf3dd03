import type { Asker } from '../effects/loaders.js';
import { type ConsentManager, createConsentWith } from './create-consent.js';
import { runInPage } from './page.js';
import { readScriptOptions } from './script-options.js';

/** Every language with texts beside the script; written by the build. */
declare const LANGUAGES: readonly string[];

type Call = [name: keyof ConsentManager, args: unknown[], resolve: (result: unknown) => void];
/** What the head stub left: calls that came before this script. */
interface Stub {
  q?: Call[];
}

const page = window as unknown as { askfirst?: Stub | ConsentManager };
const before = page.askfirst as Stub | undefined;

// Included twice: the first one goes on.
if (!before || before.q) {
  const script = (document.currentScript ?? document.querySelector('script[src$="askfirst.js"]')) as HTMLElement | null;
  const { options, problems } = readScriptOptions(document, script?.dataset ?? {});
  // Resolved against the address of this script, not of the page.
  const chunk = (name: string) => {
    const file = `./askfirst-${name}.js`;
    return import(file);
  };
  const ui = (): Promise<Asker> => chunk('ui');
  const consent: ConsentManager = createConsentWith(
    options,
    {
      languages: LANGUAGES,
      locale: (language) => chunk(language === 'en' ? 'ui' : language),
      ui,
      rules: () => chunk('rules'),
      sweep: () => chunk('sweep'),
      markup: () => chunk('markup'),
      help: () => chunk('help'),
      page: (run) => run({ runInPage }),
      writer: (state, write) => {
        ui().then((asker) => asker.check(state) && write(asker));
      },
    },
    problems,
  );
  page.askfirst = consent;
  consent.start();

  const call = ([name, args, resolve]: Call) =>
    resolve((consent[name] as (...args: unknown[]) => unknown)(...args));
  before?.q?.forEach(call);
  // Whoever kept the stub goes on through it.
  if (before?.q) before.q.push = (next: Call) => {
    call(next);
    return 0;
  };
}
