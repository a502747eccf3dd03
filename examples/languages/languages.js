import { fetchFile } from './fetch-file.js';
import { languagesOf } from './languages-of.js';

const form = document.getElementById('form');
const status = document.getElementById('status');
const list = document.getElementById('languages');

/** Puts the file of a language's texts on the clipboard. */
async function copy(code) {
  const file = `${code.toLowerCase()}.ts`;
  const response = await fetchFile(`texts/${file}`);
  await navigator.clipboard.writeText(await response.text());
  return file;
}

/** One language: its own name, its English name, a frame that shows it. */
function itemOf({ code, name }) {
  const item = document.getElementById('language').content.cloneNode(true).firstElementChild;
  const ownName = new Intl.DisplayNames(code, { type: 'language' }).of(code);
  const heading = item.querySelector('h2');
  heading.textContent = ownName;
  heading.lang = code;
  heading.dir = 'auto';
  item.querySelector('.name').textContent = `${name}, ${code}`;
  item.querySelector('iframe').title = name;
  item.querySelector('button').setAttribute('aria-label', `Copy the file of ${name}`);
  item.querySelector('button').addEventListener('click', async () => {
    status.textContent = await copy(code).then(
      (file) => `${file} is on the clipboard. It belongs in packages/data/src/locales.`,
      (error) => `The file could not be copied (${error.message}).`,
    );
  });
  return { item, code, words: `${ownName} ${name} ${code}`.toLowerCase() };
}

const sri = await fetchFile('/askfirst/sri.json')
  .then((response) => response.json())
  .catch((error) => {
    status.textContent = `The built files could not be read (${error.message}). Run "npm start" again.`;
    throw error;
  });
const offered = languagesOf(sri);
const languages = offered.map(itemOf);
list.append(...languages.map(({ item }) => item));
document
  .getElementById('names')
  .append(...offered.map(({ name }) => Object.assign(document.createElement('option'), { value: name })));

/** Shows what the form asks for. */
function update() {
  const { find, show, layout } = Object.fromEntries(new FormData(form));
  const wanted = find.trim().toLowerCase();
  let count = 0;
  for (const { item, code, words } of languages) {
    item.hidden = !words.includes(wanted);
    if (item.hidden) continue;
    count += 1;
    const address = `shown.html?${new URLSearchParams({ lang: code, show, layout })}`;
    const frame = item.querySelector('iframe');
    if (frame.getAttribute('src') !== address) frame.setAttribute('src', address);
  }
  status.textContent = count === 1 ? '1 language' : `${count} languages`;
}

form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
update();
