/** Reports problems. Loaded if there is one. */
export { reportProblems as explain } from '../help/report-problems.js';
