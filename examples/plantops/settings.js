import { formConsent } from '/askfirst/askfirst-forms.js';
import { openAccount, send } from './account.js';

const account = await openAccount();

function leave(words) {
  document.querySelector('#app').hidden = true;
  document.querySelector('#away').hidden = false;
  document.querySelector('#why').textContent = words;
}

if (account) {
  document.querySelector('#email').textContent = account.email;
  // Kept with the account and nowhere in the browser.
  const mail = formConsent({
    purpose: 'marketing-mail',
    policyVersion: '2026-03',
    store: { read: () => account.mail, write: (record) => send('mail', JSON.stringify(record)) },
  });
  mail.bindToggle(document.querySelector('#mail'));
  mail.$answer.subscribe((answer) => {
    const date = answer && new Date(answer.at).toLocaleDateString('en', { dateStyle: 'long' });
    document.querySelector('#since').textContent = date ? `${answer.granted ? 'On' : 'Off'} since ${date}.` : '';
  });
}

document.querySelector('#sign-out').addEventListener('click', async () => {
  await send('sign-out');
  leave('You are signed out, and the cookie is gone.');
});

document.querySelector('#delete').addEventListener('click', async () => {
  await send('delete');
  leave('Your account is deleted.');
});
