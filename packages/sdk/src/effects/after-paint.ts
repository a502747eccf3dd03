import type { Env } from '../env/env.js';

/** Runs `work` once the browser has shown what the visitor just did; at once in a hidden tab, which paints nothing. */
export function afterPaint({ win, doc }: Env, work: () => void): void {
  if (doc.hidden) work();
  else win.requestAnimationFrame(() => win.setTimeout(work));
}
