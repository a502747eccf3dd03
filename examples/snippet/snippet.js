import { readForm, writeFastPath, writeOneLine } from './write-snippet.js';

const form = document.getElementById('form');
const status = document.getElementById('status');
const place = (id) => document.getElementById(id);

const fetched = async (name) => {
  const response = await fetch(`/askfirst/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
};
const [head, sri] = await Promise.all([
  fetched('head.js').then((response) => response.text()),
  fetched('sri.json').then((response) => response.json()),
]).catch((error) => {
  status.textContent = `The built files could not be read (${error.message}). Run "npm start" again.`;
  throw error;
});

function showProblems(problems) {
  for (const field of form.querySelectorAll('input[type=text]')) {
    const problem = problems[field.name];
    const hint = place(`${field.name}-problem`);
    field.setAttribute('aria-invalid', String(Boolean(problem)));
    if (hint) hint.textContent = problem ?? '';
  }
}

function update() {
  const values = new URLSearchParams(new FormData(form));
  const options = readForm(values);
  showProblems(options.problems);
  place('one-line').textContent = writeOneLine(options, sri['askfirst.js']);
  place('fast-path').textContent = writeFastPath(options, sri['askfirst.js'], head);
  for (const style of ['one-line', 'fast-path']) place(`${style}-block`).hidden = values.get('install') !== style;
  place('nonce-note').hidden = !options.nonce;
  place('try').href = `../view/?page=${encodeURIComponent(`/snippet/try?${values}`)}`;
}

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
update();
