export { type Crawled, type CrawlOptions, crawl } from './crawl.js';
