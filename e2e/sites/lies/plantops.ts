import { inBody, inHead } from '../harness/edits.js';
import type { Lie } from '../harness/planted.js';

/** What would break the promises of PlantOps AI alone. */

export const library: Lie = {
  name: 'a library from elsewhere',
  edit: inHead('<script src="https://unpkg.com/chart.js"></script>'),
  shows: /unpkg\.com/,
};

export const ownPixel: Lie = {
  name: 'a pixel on the site’s own server',
  edit: inBody('<img src="mark.svg?visit=4711" width="1" height="1" alt="">'),
  shows: /visit=4711/,
};
