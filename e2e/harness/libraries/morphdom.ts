import morphdom from 'morphdom';
import { startRouter } from './router.js';

startRouter((next) => morphdom(document.body, next.body));
