/** The chunk of the script build that keeps the question where a visitor can see and answer it. */
export * from '../ui/tend.js';
