import type { Env } from '../env/env.js';

/** Runs `work` once the browser has shown what the visitor just did; at once in a hidden tab, which paints nothing. */
export function afterPaint(env: Env, work: () => void): void {
  if (env.doc.hidden) work();
  else env.win.requestAnimationFrame(() => env.win.setTimeout(work));
}
