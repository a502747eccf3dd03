const SESSION = 'chat_session';

// Storage may be forbidden: then the conversation ends with the page.
const session = {
  id: null,
  load() {
    try {
      this.id = localStorage.getItem(SESSION);
    } catch {}
  },
  save(id) {
    this.id = id;
    try {
      localStorage.setItem(SESSION, id);
    } catch {}
  },
};

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const thread = make('ul', { className: 'chat-thread' });
thread.setAttribute('aria-live', 'polite');
const email = make('input', { id: 'chat-email', name: 'email', type: 'email', autocomplete: 'email', required: true });
const text = make('input', { id: 'chat-text', name: 'text', autocomplete: 'off', required: true });
const form = make(
  'form',
  { className: 'chat-form' },
  make('label', { htmlFor: 'chat-email', textContent: 'Your email, for our answer' }),
  email,
  make('label', { htmlFor: 'chat-text', textContent: 'Message' }),
  make('div', { className: 'chat-line' }, text, make('button', { className: 'button', textContent: 'Send' })),
);
const panel = make(
  'section',
  { className: 'chat-panel', id: 'chat-panel', hidden: true },
  make('h2', { textContent: 'Ask an engineer' }),
  thread,
  form,
);
panel.setAttribute('aria-label', 'Chat');
const toggle = make('button', { className: 'chat-toggle', type: 'button', textContent: 'Chat' });
toggle.setAttribute('aria-expanded', 'false');
toggle.setAttribute('aria-controls', panel.id);
document.body.append(make('div', { className: 'chat' }, panel, toggle));

function show(messages) {
  const greeting = { from: 'team', text: 'Hello. What would you like to know?' };
  thread.replaceChildren(
    ...[greeting, ...messages].map((message) => make('li', { className: message.from, textContent: message.text })),
  );
  thread.scrollTop = thread.scrollHeight;
}

async function open(isOpen) {
  panel.hidden = !isOpen;
  toggle.setAttribute('aria-expanded', String(isOpen));
  toggle.textContent = isOpen ? 'Close' : 'Chat';
  if (!isOpen) return;
  show([]);
  email.focus();
  session.load();
  if (!session.id) return;
  const response = await fetch(`/api/chat?session=${encodeURIComponent(session.id)}`);
  show((await response.json()).messages);
}

toggle.addEventListener('click', () => open(panel.hidden));
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  open(false);
  toggle.focus();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  body.set('page', location.pathname);
  if (session.id) body.set('session', session.id);
  try {
    const response = await fetch('/api/chat', { method: 'POST', body });
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    session.save(answer.session);
    show(answer.messages);
    text.value = '';
  } catch {
    thread.append(make('li', { className: 'team', textContent: 'That did not get through. Please try again.' }));
  }
});
