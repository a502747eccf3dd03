export { ensureBrowser } from './find.js';
export { type BrowserOptions, type Started, startBrowser } from './start.js';
