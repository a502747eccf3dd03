import { prepare as gtag } from './gtag.js';
import { prepare as gtm } from './gtm.js';
import type { Prepare } from './protocol.js';

/**
 * The protocols whose vendors say how a script that runs before a yes is held back. Advanced mode may load these early, so the
 * core carries them; each other one is a file that loads with its first service.
 */
export const early: Readonly<Record<string, Prepare | undefined>> = { gtag, gtm };
