import type { Env } from '../env/env.js';

/** Hidden tabs paint nothing; work must not wait for them for ever. Milliseconds. */
const NO_PAINT_MS = 200;

/** Runs `work` once the browser has shown what the visitor just did. */
export function afterPaint({ win }: Env, work: () => void): void {
  let done = false;
  const once = () => {
    if (!done) work();
    done = true;
  };
  win.requestAnimationFrame(() => win.setTimeout(once));
  win.setTimeout(once, NO_PAINT_MS);
}
