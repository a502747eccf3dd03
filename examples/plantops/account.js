/** Sends a form or nothing to the server, and gives the answer with its status. */
export async function send(path, body) {
  const response = await fetch(`/api/plantops/${path}`, { method: 'POST', body });
  return { ok: response.ok, ...(await response.json()) };
}

/** Shows the page to whoever is signed in, and the way to the sign-in to everybody else. */
export async function openAccount() {
  // Without a network, or while the page is being left, nobody is known.
  const response = await fetch('/api/plantops/account').catch(() => undefined);
  document.querySelector(response?.ok ? '#app' : '#away').hidden = false;
  return response?.ok ? response.json() : undefined;
}
