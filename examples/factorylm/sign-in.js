import { keepToken, sendForm } from './session.js';

const form = document.querySelector('#sign-in');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { token } = await sendForm(form, 'sign-in').catch(() => ({}));
  if (!token) {
    form.querySelector('.status').textContent = 'That did not work. Please try again.';
    return;
  }
  keepToken(token);
  location.assign('troubleshooter.html');
});
