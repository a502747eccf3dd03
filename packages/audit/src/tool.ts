import { readFileSync } from 'node:fs';
import type { Report } from './model.js';

const { name, version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as Report['tool'];

/** What made a report. */
export const TOOL: Report['tool'] = { name, version };
