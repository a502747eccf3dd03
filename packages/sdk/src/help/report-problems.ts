import { reportProblem } from '../env/report-problem.js';
import type { Problem } from '../policy/problems.js';
import { dropInvalid } from '../state/drop-invalid.js';
import type { State } from '../state/types.js';
import { explain, precise } from './explain.js';

/** Tells the owner what is wrong and how to fix it, once. If it is about the options, drops what is invalid in them. */
export function reportProblems(problems: readonly Problem[], state?: State): void {
  const codes = precise(problems).map(([code]) => code);
  if (codes[0]) reportProblem(codes, explain(problems));
  if (state && problems.some(([code]) => code === 'options')) dropInvalid(state);
}
