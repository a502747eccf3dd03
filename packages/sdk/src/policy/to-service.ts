import type { ServiceCore } from '@askfirst/data';
import { cores } from '@askfirst/data/services/cores';
import { withTagId } from './tag-id.js';

/**
 * In JSON a service may be given by its vendor's id alone, such as `{ "ga4": "G-XXXX" }`. This file has only the vendor's facts that are
 * needed to run it; those that are shown load with the interface.
 */
export const toService = (service: Record<string, string>) => {
  let made: object = service;
  for (const key in cores) {
    const { [key]: id, ...own } = made as Record<string, string>;
    if (id !== undefined) made = { __proto__: null, ...withTagId(cores[key] as ServiceCore, id), ...own };
  }
  return made;
};
