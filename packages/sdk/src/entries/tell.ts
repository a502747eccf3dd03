import { print } from '../env/browser.js';
import { explain, precise } from '../help/explain.js';
import type { Problem } from '../policy/problems.js';

const said = new Set<string>();

/** Tells the owner what is wrong and how to mend it: in the console, and by the event `askfirst:problem`, once per page. */
export function tell(problems: readonly Problem[]): void {
  const message = explain(problems);
  if (said.has(message)) return;
  said.add(message);
  print(message);
  const codes = precise(problems).map(([code]) => code);
  globalThis.document?.dispatchEvent(new CustomEvent('askfirst:problem', { detail: { codes, message } }));
}
