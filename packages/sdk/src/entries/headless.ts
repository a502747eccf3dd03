/** A question that you draw yourself: what to ask, and whether what you drew is fair. */
export { type Contrasts, checkDrawn, contrastsOn, type Drawn, type Finding } from '../fairness/check-drawn.js';
export { type Asked, onQuestion, type Question } from '../headless/on-question.js';
