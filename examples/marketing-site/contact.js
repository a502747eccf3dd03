const form = document.querySelector('#contact');
const status = form.querySelector('.status');

function show(text, tone) {
  status.textContent = text;
  status.className = `status ${tone}`;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  for (const field of form.querySelectorAll('[name]')) field.removeAttribute('aria-invalid');
  show('Sending…', '');
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    const { missing } = await response.json();
    for (const name of missing) form.elements[name].setAttribute('aria-invalid', 'true');
    if (missing.length) {
      form.elements[missing[0]].focus();
      show('Please look at the marked fields.', 'bad');
    } else {
      form.reset();
      show('Thank you, your message has arrived.', 'good');
    }
  } catch {
    show('It could not be sent. Please try again, or write to us by mail.', 'bad');
  }
});
