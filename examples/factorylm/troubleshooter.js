import { forgetToken, readToken, sendForm } from './session.js';

const form = document.querySelector('#ask');
const status = form.querySelector('.status');
const leaf = document.querySelector('#leaf');

function leave(words) {
  forgetToken();
  document.querySelector('#app').hidden = true;
  document.querySelector('#away').hidden = false;
  if (words) document.querySelector('#why').textContent = words;
}

if (readToken()) document.querySelector('#app').hidden = false;
else leave();

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  status.textContent = 'MIRA reads…';
  const { ok, answer, source, missing } = await sendForm(form, 'ask').catch(() => ({ missing: true }));
  status.textContent = ok || !missing ? '' : 'That did not work. Please try again.';
  if (!ok) return missing || leave('Your session has ended. Please sign in again.');
  document.querySelector('#asked').textContent = form.elements.question.value;
  document.querySelector('#answer').textContent = answer;
  document.querySelector('#source').textContent = source;
  leaf.hidden = false;
});

document
  .querySelector('#sign-out')
  .addEventListener('click', () => leave('You are signed out, and the token is gone.'));
