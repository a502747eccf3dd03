/** The chunk of the script build that looks for mistakes where pages are made. */
export * from '../review/review.js';
