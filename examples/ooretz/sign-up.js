import { sendOnSubmit } from './server.js';
import { productUpdates } from './updates.js';

const form = document.querySelector('#sign-up');
// There is no account yet: the answer travels with the form.
productUpdates({ read: () => null, write: () => {} }).bind(document.querySelector('#updates'));
sendOnSubmit(form, 'sign-up');
