/** The two drawings of docs/tag-manager.md: who says what to whom, in which order. Imported by `scripts/check-docs.mjs`. */

const LANE = 216;
const STEP = 46;
const TOP = 62;

const LANES = ['Visitor', 'Askfirst', 'dataLayer', 'Tag Manager'];
/** Where a step begins and ends, and what it says. One lane: it happens there. */
const drawings = {
  'docs/tag-manager-script-tag.svg': {
    title: 'With the script tag the container is requested after a yes',
    steps: [
      [1, 2, 'consent default: all denied'],
      [1, 0, 'asks about analytics, marketing'],
      [0, 1, 'yes to marketing'],
      [1, 2, 'update: the three ad_… granted'],
      [1, 2, 'event consent_update'],
      [1, 3, 'requests gtm.js: first contact with Google'],
      [3, 3, 'marketing tag fires'],
      [3, 3, 'analytics tag waits'],
    ],
  },
  'docs/tag-manager-template.svg': {
    title: 'With the template the container is requested first, and its tags have to check consent',
    steps: [
      [3, 3, 'gtm.js is requested'],
      [3, 3, 'setDefaultConsentState'],
      [3, 1, 'adds Askfirst from your server'],
      [1, 0, 'asks about analytics, marketing'],
      [0, 1, 'yes to marketing'],
      [1, 3, 'updateConsentState'],
      [3, 2, 'event consent_update'],
      [3, 3, 'marketing tag fires'],
    ],
  },
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const middleOf = (lane) => LANE * lane + LANE / 2;

function arrow([from, to, text], index) {
  const y = TOP + STEP * (index + 1);
  const [start, end] = [middleOf(from), middleOf(to)];
  if (from === to)
    return `<circle cx="${start}" cy="${y - 4}" r="4"/><text x="${start}" y="${y - 14}">${escaped(text)}</text>`;
  const side = end > start ? -1 : 1;
  return `<path d="M${start} ${y}H${end}m${side * 8}-5l${side * -8} 5l${side * 8} 5"/><text x="${(start + end) / 2}" y="${y - 7}">${escaped(text)}</text>`;
}

function draw({ title, steps }) {
  const width = LANE * LANES.length;
  const height = TOP + STEP * (steps.length + 1) - 10;
  const lanes = LANES.map(
    (name, lane) =>
      `<text class="lane" x="${middleOf(lane)}" y="30">${name}</text><path class="line" d="M${middleOf(lane)} 44V${height}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>
svg { font: 13px system-ui, sans-serif; text-anchor: middle; color: #1c2024; background: #fff }
text { fill: currentColor; stroke: #fff; stroke-width: 4px; paint-order: stroke }
path { fill: none; stroke: currentColor; stroke-width: 1.5 }
circle { fill: currentColor }
.lane { font-weight: 600; font-size: 15px }
.line { opacity: .35; stroke-dasharray: 3 4 }
@media (prefers-color-scheme: dark) { svg { color: #e6e8eb; background: #16181b } text { stroke: #16181b } }
</style>
${lanes.join('\n')}
${steps.map(arrow).join('\n')}
</svg>
`;
}

/** @type {Record<string, string>} Each file, and what it has to hold. */
export const pictures = Object.fromEntries(Object.entries(drawings).map(([file, drawing]) => [file, draw(drawing)]));
