const SPACES = Array.from({ length: 60 }, (_, step) => [`m-${step}`, 'margin', step * 4])
  .concat(Array.from({ length: 60 }, (_, step) => [`p-${step}`, 'padding', step * 4]))
  .map(
    ([name, property, size]) => `.${name} { ${property}: ${size}px; } .${name}-x { ${property}-inline: ${size}px; }`,
  );

/** The site's own style sheet: its look, and the utility classes that come with most of them. */
export const SITE_STYLES = `
body { margin: 0; font: 17px/1.6 system-ui, sans-serif; color: #1d2733; }
header, main, footer { max-width: 960px; margin: 0 auto; padding: 20px; }
nav a { margin-right: 18px; }
img { width: 100%; height: auto; border-radius: 8px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 24px; }
footer { border-top: 1px solid #d5dce4; font-size: 15px; }
${SPACES.join('\n')}`;

const TOPICS = [
  'See every machine at a glance',
  'Find the cause before the line stops',
  'Plan maintenance around the work',
  'Share one picture with every shift',
  'Keep the knowledge of your people',
  'Start with the sensors you have',
];

const paragraph = (topic, n) =>
  `<p>${topic}: part ${n} of a story told with numbers from line ${n * 7}, where ${n + 3} presses, ${n * 2 + 5} ovens ` +
  `and a packing station worked through ${n * 11 + 40} orders a week, and where the first hour of the early shift ` +
  'used to be spent on finding out what the night had left behind.</p>';

/**
 * The page that every variant gets: navigation, text, a picture, a footer, tags of an analytics vendor in the head.
 *
 * @param {object} parts
 * @param {string} parts.tags the markup of the vendor's tags, gated in the variant's own way
 * @param {string} [parts.head] start of the head
 * @param {string} [parts.styles] where a page links its style sheets
 * @param {string} [parts.end] end of the body
 */
export const marketingPage = ({ tags, head = '', styles = '', end = '' }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The quiet factory</title>
${head}
<link rel="stylesheet" href="/site.css">
${styles}
${tags}
</head>
<body>
<header><strong>Quiet Factory</strong>
<nav><a href="/product">Product</a><a href="/prices">Prices</a><a href="/about">About</a><a href="/contact">Contact</a></nav>
</header>
<main>
<h1>The factory that tells you what it needs</h1>
<p>One place for the state of every line, every shift and every order, on the machines you already own.</p>
<img src="/hero.png" width="960" height="420" alt="A hall with three production lines">
<div class="columns">
${TOPICS.map((topic, n) => `<section><h2>${topic}</h2>\n${paragraph(topic, n)}\n${paragraph(topic, n + 6)}</section>`).join('\n')}
</div>
</main>
<footer>
<p>Quiet Factory Ltd, 1 Mill Lane. <a href="/privacy">Privacy</a> <a href="/imprint">Imprint</a></p>
</footer>
${end}
</body>
</html>
`;

export const EMPTY_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>';
