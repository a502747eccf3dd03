import { startRouter } from './router.js';

startRouter((next) => document.body.replaceWith(next.body));
