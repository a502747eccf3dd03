import type { Asker } from '../effects/loaders.js';
import { type ConsentManager, createConsentWith } from './create-consent.js';
import { languages } from './languages.js';
import { runInPage } from './page.js';
import { readScriptOptions } from './script-options.js';

type Call = [name: keyof ConsentManager, args: unknown[], resolve: (result: unknown) => void];
/** What the head stub left: calls that came before this script. */
interface Stub {
  q?: Call[];
}

const page = window as unknown as { askfirst?: Stub | ConsentManager };
const before = page.askfirst as Stub | undefined;

// Included twice: the first one goes on.
if (!before || before.q) {
  const script = document.currentScript as HTMLElement | null;
  const { options, problems } = readScriptOptions(document, script?.dataset ?? {});
  // Resolved against the address of this script, not of the page.
  const chunk = (name: string) => {
    const file = `./askfirst-${name}.js`;
    return import(file);
  };
  const consent: ConsentManager = createConsentWith(
    options,
    {
      chunk,
      languages,
      locale: (language) => chunk(language === 'en' ? 'ui' : language),
      page: runInPage,
      write: (state, verb, answer) => {
        chunk('ui').then((asker: Asker) => asker.check(state) && asker[verb](state, answer as never, 'api'));
      },
    },
    problems,
  );
  page.askfirst = consent;
  consent.start();

  const call = ([name, args, resolve]: Call): number => {
    resolve((consent[name] as (...args: unknown[]) => unknown)(...args));
    return 0;
  };
  const q = before?.q ?? [];
  q.forEach(call);
  // Whoever kept the stub goes on through it.
  q.push = call;
}
