// @ts-check
/** @type {{ site: string, token: string } | undefined} */
let access;

const main = () => /** @type {HTMLElement} */ (document.querySelector('main'));
/** @param {string} text */
const complain = (text) => {
  const place = main().querySelector('.problem') ?? main().appendChild(document.createElement('p'));
  place.className = 'problem';
  place.setAttribute('role', 'alert');
  place.textContent = text;
};

/** @param {number} status */
const reason = (status) => {
  if (status === 401 || status === 403 || status === 404) return 'This token does not open a site of this name.';
  if (status === 429) return 'Too many attempts. Wait a minute, then try again.';
  return `The service could not answer (${status}). Its log says why.`;
};

/**
 * Shows one month of the site.
 *
 * @param {string} [month] The current one, if none is named.
 * @param {string} [focus] What gets the focus, as what had it is replaced.
 */
async function show(month, focus = 'h1') {
  if (!access) return;
  const { site, token } = access;
  main().ariaBusy = 'true';
  try {
    const query = month ? `?month=${encodeURIComponent(month)}` : '';
    const answer = await fetch(`v1/${encodeURIComponent(site)}/page${query}`, {
      headers: { authorization: `Bearer ${token}` },
      cache: 'no-store',
    });
    if (!answer.ok) return complain(reason(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = page.querySelector('main');
    if (!shown) return complain('The service answered with something else. Is there a proxy that asks to sign in?');
    main().replaceWith(shown);
    document.title = `${site}: ${shown.querySelector('h1')?.textContent}`;
    /** @type {HTMLElement | null} */ (shown.querySelector(`${focus}:enabled`) ?? shown.querySelector('h1'))?.focus();
  } catch {
    complain('The service did not answer. Is it running?');
  } finally {
    main().ariaBusy = null;
  }
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  access = { site: String(form.get('site')).trim(), token: String(form.get('token')).trim() };
  show();
});
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button[data-month]') : null;
  if (button instanceof HTMLButtonElement)
    show(button.dataset.month, `.months button:${button.matches(':first-child') ? 'first' : 'last'}-child`);
});
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) show(target.value, 'select');
});
