import { checkDrawn, onQuestion } from '/askfirst/askfirst-headless.js';

const options = JSON.parse(document.querySelector('[data-askfirst-config]').textContent);
const consent = window.askfirst;
const banner = document.getElementById('question');
const findings = document.getElementById('findings');
const { drawn } = document.getElementById('form').elements;
const part = (selector) => banner.querySelector(selector);
const line = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

/** Says what the check finds on the screen. */
function check() {
  const [accept, reject] = [part('.accept'), part('.reject')];
  const found = banner.hidden ? [] : checkDrawn({ banner, accept, reject });
  const nothing = banner.hidden ? 'There is no question on the screen.' : 'Nothing was found.';
  findings.replaceChildren(
    ...(found.length ? found.map(({ message }) => message) : [nothing]).map((text) => line('li', text)),
  );
}

/** Draws the question, or takes it away. */
function draw(question) {
  banner.hidden = !question;
  if (question) {
    const { lang, dir, texts, policyUrl, due } = question;
    Object.assign(banner, { lang, dir });
    part('h2').textContent = texts.title;
    part('.ask').textContent = texts.ask;
    part('.withdraw').textContent = texts.withdraw;
    part('summary').textContent = texts.serviceCount;
    part('dl').replaceChildren(
      ...due.flatMap(({ label, description = '', services }) => [
        line('dt', [label, ...services.map(({ name }) => name)].join(' – ')),
        line('dd', description),
      ]),
    );
    Object.assign(part('a'), { href: policyUrl, textContent: texts.policyLink });
    for (const answer of ['accept', 'reject', 'choose']) {
      part(`.${answer}`).textContent = texts[answer];
      part(`.${answer}`).onclick = question[answer];
    }
  }
  check();
}

onQuestion(consent, options, draw);
drawn.addEventListener('input', () => {
  banner.className = drawn.value;
  check();
});
document.getElementById('forget').addEventListener('click', () => {
  for (const key of Object.keys(localStorage))
    if (/^askfirst\b.*headless/.test(key) || key === 'askfirst') localStorage.removeItem(key);
  sessionStorage.removeItem('example-count');
  location.reload();
});
