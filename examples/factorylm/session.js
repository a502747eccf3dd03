// A tab's own storage: it goes with the tab, and no other tab sees it.
const KEY = 'factorylm_token';

export const readToken = () => sessionStorage.getItem(KEY);
export const keepToken = (token) => sessionStorage.setItem(KEY, token);
export const forgetToken = () => sessionStorage.removeItem(KEY);

/** Sends a form to the server in the name of whoever is signed in in this tab. */
export async function sendForm(form, path) {
  const response = await fetch(`/api/factorylm/${path}`, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { Authorization: `Bearer ${readToken()}` },
  });
  return { ok: response.ok, ...(await response.json()) };
}
