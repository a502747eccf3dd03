const form = document.getElementById('form');
const items = [...document.querySelectorAll('#laws > li')];
let round = 0;

for (const item of items) {
  const frame = document.createElement('iframe');
  frame.title = item.querySelector('h2').textContent;
  frame.width = '320';
  frame.height = '568';
  item.append(frame);
}

/** Shows each place anew, as the form says. */
function show() {
  const { gpc = '', lang } = Object.fromEntries(new FormData(form));
  for (const item of items)
    item.querySelector('iframe').src =
      `shown.html?${new URLSearchParams({ place: item.dataset.place, lang, gpc, round })}`;
}

form.addEventListener('change', show);
document.getElementById('again').addEventListener('click', () => {
  // The choice of each round is its own.
  round = Date.now();
  show();
});
show();
