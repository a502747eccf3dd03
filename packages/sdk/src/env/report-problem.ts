import type { ProblemCode } from '../policy/problems.js';
import { print } from './browser.js';

/** Messages of one kind in a page, at most. A server reports each kind once, because its messages may contain visitors' input. */
const MOST_OF_A_KIND = 5;

const said = new Map<string, string[]>();

/** Tells the owner what is wrong and how to fix it: in the console, and by the event `askfirst:problem`, each once per page. */
export function reportProblem(code: ProblemCode | readonly ProblemCode[], message: string): void {
  const codes = [code].flat();
  const kind = [...new Set(codes)].sort().join();
  const before = said.get(kind) ?? [];
  const { document } = globalThis;
  if (before.includes(message) || before.length >= (document ? MOST_OF_A_KIND : 1)) return;
  said.set(kind, [...before, message]);
  print(message);
  document?.dispatchEvent(new CustomEvent('askfirst:problem', { detail: { codes, message } }));
}
