import { startRouter } from './router.js';

startRouter((next) => document.startViewTransition(() => document.body.replaceWith(next.body)).updateCallbackDone);
