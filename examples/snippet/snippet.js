import { fetchFile } from '../languages/fetch-file.js';
import { languagesOf } from '../languages/languages-of.js';
import { readForm } from './read-form.js';
import { askedCategories, writeFastPath, writeFrame, writeOneLine } from './write-snippet.js';

const form = document.getElementById('form');
const status = document.getElementById('status');
const place = (id) => document.getElementById(id);

const [head, sri] = await Promise.all([
  fetchFile('/askfirst/head.js').then((response) => response.text()),
  fetchFile('/askfirst/sri.json').then((response) => response.json()),
]).catch((error) => {
  status.textContent = `The built files could not be read (${error.message}). Run "npm start" again.`;
  throw error;
});

function offerLanguages() {
  place('lang').append(...languagesOf(sri).map(({ code, name }) => new Option(name, code)));
}

function showProblems(problems) {
  for (const hint of form.querySelectorAll('.problem')) {
    const field = hint.id.replace('-problem', '');
    hint.textContent = problems[field] ?? '';
    form.elements[field]?.setAttribute('aria-invalid', String(field in problems));
  }
}

function update() {
  const values = new URLSearchParams(new FormData(form));
  const choices = readForm(values);
  const asks = askedCategories(choices).length > 0;
  showProblems(choices.problems);
  place('one-line').textContent = writeOneLine(choices, sri['askfirst.js']);
  place('fast-path').textContent = writeFastPath(choices, sri['askfirst.js'], head);
  place('frame-code').textContent = writeFrame(choices);
  place('asks-nobody').hidden = asks;
  place('written').hidden = !asks;
  for (const style of ['one-line', 'fast-path']) place(`${style}-block`).hidden = values.get('install') !== style;
  place('frame-block').hidden = !choices.frame.address;
  place('nonce-note').hidden = !choices.nonce;
  place('try').href = `../view/?page=${encodeURIComponent(`/snippet/try?${values}`)}`;
}

place('add-service').addEventListener('click', () => {
  place('services').append(place('service').content.cloneNode(true));
  place('services').lastElementChild.querySelector('input').focus();
  update();
});
place('services').addEventListener('click', ({ target }) => {
  if (!target.matches('[data-remove]')) return;
  target.closest('.service').remove();
  place('add-service').focus();
  update();
});
form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('click', async ({ target }) => {
  const { copy } = target.dataset;
  if (!copy) return;
  try {
    await navigator.clipboard.writeText(place(copy).textContent);
    status.textContent = 'Copied.';
  } catch {
    // The clipboard is forbidden: the text is selected, ready for the keyboard.
    getSelection().selectAllChildren(place(copy));
    status.textContent = 'Selected. Copy it with Ctrl+C or ⌘C.';
  }
});
offerLanguages();
update();
