/** Scheme and accent of the page, which the cards in its frames take over. Nothing is stored. */
const form = document.getElementById('theme');
const apply = () => Object.assign(document.documentElement.dataset, Object.fromEntries(new FormData(form)));
form.addEventListener('change', apply);
apply();
