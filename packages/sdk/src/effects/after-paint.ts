import type { Env } from '../env/env.js';

/**
 * Runs `work` once the browser has painted the effect of the visitor's click (https://web.dev/articles/inp); at once in a hidden
 * tab, where browsers call no animation frames.
 */
export function afterPaint(env: Env, work: () => void): void {
  if (env.doc.hidden) work();
  else env.win.requestAnimationFrame(() => env.win.setTimeout(work));
}
