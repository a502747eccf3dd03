import { Idiomorph } from 'idiomorph';
import { startRouter } from './router.js';

startRouter((next) => Idiomorph.morph(document.body, next.body));
