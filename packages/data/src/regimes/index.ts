import type { Regime } from '../types.js';
import { gdpr } from './gdpr.js';

/** Ordered: the first regime that names the place wins. The only list of places in the project. */
export const regimes: readonly Regime[] = [gdpr];

/** What holds where the place is unknown: the strictest. */
export const strictest: Regime = gdpr;
