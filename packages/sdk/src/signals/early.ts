import { prepare as gtag } from './gtag.js';
import { prepare as gtm } from './gtm.js';
import type { EarlyPrepare } from './protocol.js';

/**
 * The protocols whose vendors define how a script behaves before a yes. Advanced mode may load their scripts early, so the core
 * contains them. Each other protocol is a file that loads with its first service.
 */
export const early: Readonly<Record<string, EarlyPrepare | undefined>> = { gtag, gtm };
