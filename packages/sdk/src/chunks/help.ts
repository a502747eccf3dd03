/** Says what is wrong: loaded where something is. */
export { reportProblems as explain } from '../help/report-problems.js';
