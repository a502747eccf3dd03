export { type Answered, accept, acceptOnly, inspect, reject, withdraw } from './answer.js';
export { wordsOfBanners } from './words.js';
