import { send } from './account.js';

const form = document.querySelector('#sign-in');
const status = form.querySelector('.status');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await send('sign-in', new URLSearchParams(new FormData(form))).catch(() => ({}));
  if (answer.ok) location.assign('documents.html');
  else status.textContent = answer.missing ? 'Please look at both fields.' : 'No connection. Please try again.';
});
