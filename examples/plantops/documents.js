import { openAccount, send } from './account.js';

const form = document.querySelector('#write');
const list = document.querySelector('#documents');

function make(name, text, ...children) {
  const element = document.createElement(name);
  element.append(text, ...children);
  return element;
}

function show(documents) {
  document.querySelector('#empty').hidden = documents.length > 0;
  list.replaceChildren(
    ...documents.map(({ kind, task, steps }) =>
      make(
        'li',
        '',
        make('h2', '', make('b', kind), ` ${task}`),
        make('ol', '', ...steps.map((step) => make('li', step))),
      ),
    ),
  );
}

const account = await openAccount();
if (account) show(account.documents);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await send('documents', new URLSearchParams(new FormData(form)));
  document.querySelector('#app .status').textContent = answer.ok
    ? 'The draft is at the top. Read it before you sign.'
    : (answer.error ?? 'Please name a task.');
  if (!answer.ok) return;
  show(answer.documents);
  form.elements.task.value = '';
});
