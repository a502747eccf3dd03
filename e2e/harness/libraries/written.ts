import { startRouter } from './router.js';

startRouter((next) => {
  document.body.innerHTML = next.body.innerHTML;
});
