// What the checkout sees of Stripe's script: a field for a card that goes nowhere.
window.Stripe = () => ({
  elements: () => ({
    create: () => ({
      mount(place) {
        const field = document.createElement('input');
        field.placeholder = '4242 4242 4242 4242';
        field.inputMode = 'numeric';
        field.autocomplete = 'off';
        field.setAttribute('aria-label', 'Card number, stand-in for Stripe’s form');
        document.querySelector(place).append(field);
      },
    }),
  }),
});
