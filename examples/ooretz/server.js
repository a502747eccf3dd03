/** Sends a form or nothing to the server, and gives the answer with its status. */
export async function send(path, body) {
  const response = await fetch(`/api/ooretz/${path}`, { method: 'POST', body });
  return { ok: response.ok, ...(await response.json()) };
}

/** Whoever is signed in, or undefined. */
export async function readAccount() {
  // Without a network, or while the page is being left, nobody is known.
  const response = await fetch('/api/ooretz/account').catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** Sends a form when it is submitted, and goes to the account once that has worked. */
export function sendOnSubmit(form, path) {
  const status = form.querySelector('.status');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await send(path, new URLSearchParams(new FormData(form))).catch(() => ({}));
    if (answer.ok) location.assign('settings.html');
    else status.textContent = answer.missing ? 'Please look at the fields above.' : 'No connection. Please try again.';
  });
}
