import type { Look } from '../lint/answers.js';
import { parseColour } from '../lint/colours.js';
import type { Seen } from '../lint/page.js';
import { type Colour, over } from '../policy/contrast.js';

/** Milliseconds for which a page may still be made after it has loaded. */
const PATIENCE_MS = 3000;
const WHITE: Colour = [255, 255, 255, 1];
const WAYS_BACK = '[data-consent-open],consent-preferences';

/** Whether a page has a control that opens the preferences, in open shadow roots, too. */
const hasWayBack = (root: ParentNode): boolean =>
  !!root.querySelector(WAYS_BACK) ||
  [...root.querySelectorAll('*')].some(({ shadowRoot }) => !!shadowRoot && hasWayBack(shadowRoot));

function lookOf(button: Element, behind: Colour | undefined): Look {
  const { color, backgroundColor, borderTopColor, borderTopWidth, opacity, visibility, fontSize, fontWeight } =
    getComputedStyle(button);
  const { width, height, left, right, top, bottom } = button.getBoundingClientRect();
  const isOutside = right <= 0 || bottom <= 0 || left >= window.innerWidth || top >= window.innerHeight;
  return {
    color: parseColour(color),
    background: parseColour(backgroundColor),
    border: Number.parseFloat(borderTopWidth) ? parseColour(borderTopColor) : [0, 0, 0, 0],
    behind,
    opacity: Number(opacity),
    fontSize: Number.parseFloat(fontSize),
    fontWeight: Number(fontWeight),
    size: { width, height },
    isHidden: width * height < 1 || isOutside || visibility !== 'visible' || Number(opacity) < 0.1,
  };
}

/** Measures the banner. `undefined` while it is not there, or while the pointer changes how it looks. */
function lookAtBanner(doc: Document): Seen['banner'] {
  const banner = doc.querySelector('askfirst-ui')?.shadowRoot?.querySelector('[part~=banner]');
  const [accept, reject] = ['accept', 'reject'].map((part) => banner?.querySelector(`[part~=${part}]`));
  if (!banner || !accept || !reject || accept.matches(':hover') || reject.matches(':hover')) return undefined;
  const { color, backgroundColor } = getComputedStyle(banner);
  const surface = parseColour(backgroundColor);
  const behind = surface && over(surface, WHITE);
  return {
    words: { color: parseColour(color), background: behind },
    accept: lookOf(accept, behind),
    reject: lookOf(reject, behind),
  };
}

/** Looks at the question in a page, once all of it is there, or after three seconds. */
export async function lookAtPage(doc: Document, isAsked: boolean): Promise<Seen> {
  for (let waited = 0; ; waited += 100) {
    const seen = { banner: isAsked ? lookAtBanner(doc) : undefined, hasWayBack: hasWayBack(doc) };
    if ((seen.banner || !isAsked) && seen.hasWayBack) return seen;
    if (waited >= PATIENCE_MS) return seen;
    await new Promise((done) => setTimeout(done, 100));
  }
}
