export { type Answered, type AnswerOptions, accept, acceptOnly, reject, withdraw } from './answer.js';
export { inspect, openAgain } from './inspect.js';
export { wordsOfBanners } from './words.js';
