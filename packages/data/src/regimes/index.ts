import type { Regime } from '../types.js';
import { brazil } from './brazil.js';
import { canada } from './canada.js';
import { gdpr } from './gdpr.js';
import { india } from './india.js';
import { japan } from './japan.js';
import { korea } from './korea.js';
import { quebec } from './quebec.js';
import { southAfrica } from './south-africa.js';
import { switzerland } from './switzerland.js';
import { thailand } from './thailand.js';
import { turkey } from './turkey.js';
import { uk } from './uk.js';
import { us } from './us.js';
import { usCalifornia } from './us-california.js';
import { usOptOut } from './us-opt-out.js';

/**
 * Ordered: the first regime that names the place wins, so subdivisions stand before their country. The only list of
 * places in the project.
 */
export const regimes: readonly Regime[] = [
  gdpr,
  uk,
  usCalifornia,
  usOptOut,
  us,
  quebec,
  canada,
  brazil,
  switzerland,
  turkey,
  thailand,
  japan,
  korea,
  india,
  southAfrica,
];
