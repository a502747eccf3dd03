export { type Answered, type AnswerOptions, accept, acceptOnly, inspect, reject, withdraw } from './answer.js';
export { wordsOfBanners } from './words.js';
