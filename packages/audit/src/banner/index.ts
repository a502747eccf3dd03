export { type Answered, accept, acceptOnly, inspect, openAgain, reject, withdraw } from './answer.js';
export { wordsOfBanners } from './words.js';
