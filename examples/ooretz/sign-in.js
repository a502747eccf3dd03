import { sendOnSubmit } from './server.js';

sendOnSubmit(document.querySelector('#sign-in'), 'sign-in');
