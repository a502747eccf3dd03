import { checkDrawn, contrastsOn } from '/askfirst/askfirst-headless.js';
import { fonts, positions, shadows, themes, titles } from './themes.js';
import { writeCss, writeCssIn } from './write-css.js';

/** WCAG 2.2: of text at least 4.5, of the edge of a control at least 3. */
const LEAST = { text: 4.5, edge: 3 };

const form = document.getElementById('form');
const { layout, position, screen: screenSize, font, title, shadow, radius, space, width } = form.elements;
const views = [...document.querySelectorAll('#shown section')].map((section) => ({
  scheme: section.dataset.scheme,
  frame: section.querySelector('iframe'),
  list: section.querySelector('ul'),
}));
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** One input for each colour in each scheme, by name. */
const inputs = {};

function drawForm() {
  for (const [id, { name, about, colours }] of Object.entries(themes)) {
    const swatch = make('span', { className: 'swatch' });
    swatch.style.background = `linear-gradient(105deg, ${colours.accent[0]} 34%, ${colours.surface[0]} 34% 50%, ${colours.surface[1]} 50% 66%, ${colours.accent[1]} 66%)`;
    document
      .getElementById('themes')
      .append(
        make(
          'label',
          { className: 'theme' },
          make('input', { type: 'radio', name: 'theme', value: id }),
          swatch,
          make('b', {}, name),
          make('small', {}, about),
        ),
      );
  }
  const names = {
    surface: 'Surface',
    text: 'Text',
    accent: 'Both answers',
    'on-accent': 'Words on them',
    border: 'Edge of the surface',
  };
  for (const [name, label] of Object.entries(names)) {
    inputs[name] = ['light', 'dark'].map((scheme) => {
      const input = make('input', { type: 'color', name: `${name}-${scheme}` });
      input.setAttribute('aria-label', `${label}, ${scheme}`);
      return input;
    });
    const cells = inputs[name].map((input) => make('td', {}, input));
    document.querySelector('#colours tbody').append(make('tr', {}, make('th', { scope: 'row' }, label), ...cells));
  }
  for (const [select, choices] of [
    [font, fonts],
    [title, titles],
    [shadow, shadows],
  ])
    select.append(...Object.entries(choices).map(([value, [text]]) => new Option(text, value)));
}

/** The positions of the layout that is chosen. */
function offerPositions(wanted) {
  position.replaceChildren(...positions[layout.value].map((each) => new Option(each)));
  if (positions[layout.value].includes(wanted)) position.value = wanted;
}

function fillForm(theme) {
  layout.value = theme.layout;
  offerPositions(theme.position);
  for (const [name, pair] of Object.entries(theme.colours))
    pair.forEach((colour, index) => {
      inputs[name][index].value = colour;
    });
  for (const field of [font, title, shadow, radius, space, width]) field.value = theme[field.name];
}

const readForm = () => ({
  colours: Object.fromEntries(Object.entries(inputs).map(([name, pair]) => [name, pair.map(({ value }) => value)])),
  font: font.value,
  title: title.value,
  shadow: shadow.value,
  radius: radius.value,
  space: space.value,
  width: width.value,
});

const partOf = (frame, part) =>
  frame.contentDocument?.querySelector('askfirst-ui')?.shadowRoot?.querySelector(`[part~="${part}"]`);

/** What the small print is like, which is a little translucent: on a surface like that of the banner. */
function smallPrint({ colours }, at) {
  const probe = document.getElementById('probe');
  probe.style.backgroundColor = colours.surface[at];
  probe.firstElementChild.style.color = colours.text[at];
  probe.firstElementChild.style.opacity = '0.85';
  return contrastsOn(probe, probe.firstElementChild)?.text;
}

/** Writes what the question in one frame is like, as it is drawn now. */
function measure({ frame, list, scheme }, theme) {
  const [banner, accept, reject, choose] = ['banner', 'accept', 'reject', 'choose'].map((part) => partOf(frame, part));
  if (!banner) return list.replaceChildren();
  const [yes, no, quiet] = [accept, reject, choose].map((element) => contrastsOn(banner, element));
  const rows = [
    ['Text', quiet?.text, LEAST.text],
    ['Small print', smallPrint(theme, scheme === 'dark' ? 1 : 0), LEAST.text],
    ['Accept: words', yes?.text, LEAST.text],
    ['Reject: words', no?.text, LEAST.text],
    ['Accept: edge', yes?.edge, LEAST.edge],
    ['Reject: edge', no?.edge, LEAST.edge],
  ].map(([name, ratio, least]) => {
    const isEnough = ratio >= least;
    const text = ratio ? `${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1` : 'unknown';
    const row = make('li', { className: isEnough ? 'good' : 'bad' }, make('span', {}, name), make('b', {}, text));
    if (!isEnough) row.append(make('small', {}, `at least ${least}`));
    return row;
  });
  const others = checkDrawn({ banner, accept, reject }).filter(({ rule }) => !/^(text|edge|unknown)$/.test(rule));
  list.replaceChildren(...rows, ...others.map(({ message }) => make('li', { className: 'bad wide' }, message)));
}

/** The frames are drawn anew where a question may have come or gone. */
function watchFrames() {
  for (const view of views) measure(view, readForm());
}

function update() {
  const theme = readForm();
  for (const { name, value, labels } of [radius, space, width])
    labels[0].querySelector('i').textContent = `${value}${name === 'width' ? ' em' : ' px'}`;
  document.getElementById('css').textContent = writeCss(theme);
  const attributes = `data-layout="${layout.value}" data-position="${position.value}"`;
  document
    .getElementById('options')
    .replaceChildren(
      'Write ',
      make('code', {}, attributes),
      ' on the script tag, or the same in ',
      make('code', {}, 'ui'),
      '.',
    );
  document.getElementById('shown').className = screenSize.value;
  for (const view of views) {
    const { frame, scheme } = view;
    const address = `shown.html?${new URLSearchParams({ layout: layout.value, position: position.value, scheme })}`;
    if (frame.getAttribute('src') !== address) frame.setAttribute('src', address);
    paint(view, theme);
  }
}

function paint(view, theme) {
  const style = view.frame.contentDocument?.getElementById('theme');
  if (style) style.textContent = writeCssIn(theme, view.scheme);
  measure(view, theme);
}

drawForm();
addEventListener('message', ({ source, origin }) => {
  const view = views.find(({ frame }) => frame.contentWindow === source);
  if (view && origin === location.origin) paint(view, readForm());
});
form.addEventListener('input', ({ target }) => {
  if (target.name === 'theme') fillForm(themes[target.value]);
  if (target.name === 'layout') offerPositions(position.value);
  update();
});
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('again').addEventListener('click', () => {
  for (const { frame } of views) frame.contentWindow.location.reload();
});
document.getElementById('copy').addEventListener('click', async () => {
  document.getElementById('status').textContent = await navigator.clipboard.writeText(writeCss(readForm())).then(
    () => 'The CSS is on the clipboard.',
    (error) => `The CSS could not be copied (${error.message}).`,
  );
});
form.elements.theme[0].checked = true;
fillForm(Object.values(themes)[0]);
update();
setInterval(watchFrames, 500);
