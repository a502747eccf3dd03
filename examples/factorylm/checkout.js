const plans = { line: 'Line', plant: 'Plant' };
const form = document.querySelector('#pay');
const status = form.querySelector('.status');

document.querySelector('#plan').textContent = plans[new URLSearchParams(location.search).get('plan')] ?? plans.line;

try {
  window.Stripe('pk_test_example').elements().create('card').mount('#card');
} catch {
  document.querySelector('#card').textContent = 'Stripe’s card form could not be loaded.';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  status.textContent = 'Thank you. Being an example, this page has charged nothing.';
});
