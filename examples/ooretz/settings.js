import { readAccount, send } from './server.js';
import { productUpdates } from './updates.js';

const account = await readAccount();
document.querySelector(account ? '#app' : '#away').hidden = false;

if (account) {
  document.querySelector('#who').textContent = [account.name, account.email].filter(Boolean).join(', ');
  const updates = productUpdates({
    read: () => account.updates,
    write: (record) => send('updates', JSON.stringify(record)),
  });
  updates.bindToggle(document.querySelector('#updates'));
  updates.$answer.subscribe((answer) => {
    if (!answer) return;
    const date = new Date(answer.at).toLocaleDateString('en', { dateStyle: 'long' });
    document.querySelector('#since').textContent = `${answer.granted ? 'On' : 'Off'} since ${date}.`;
    document.querySelector('#record').textContent = JSON.stringify(updates.record(), null, 2);
  });
}

document.querySelector('#sign-out').addEventListener('click', async () => {
  await send('sign-out');
  document.querySelector('#app').hidden = true;
  document.querySelector('#away').hidden = false;
  document.querySelector('#why').textContent = 'You are signed out, and the cookie is gone.';
});
