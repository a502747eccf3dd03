import type { Look } from '../lint/answers.js';
import { parseColour } from '../lint/colours.js';
import type { Seen } from '../lint/page.js';
import type { Colour } from '../policy/contrast.js';

/** Milliseconds for which a page may still be made after it has loaded. */
const PATIENCE_MS = 3000;
const WAYS_BACK = '[data-consent-open],consent-preferences';

/** Whether a page has a control that opens the preferences, in open shadow roots, too. */
const hasWayBack = (root: ParentNode): boolean =>
  !!root.querySelector(WAYS_BACK) ||
  [...root.querySelectorAll('*')].some(({ shadowRoot }) => !!shadowRoot && hasWayBack(shadowRoot));

/** The background that a style names. `undefined` where a picture or a gradient lies on it. */
const fillOf = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): Colour | undefined =>
  backgroundImage === 'none' ? parseColour(backgroundColor) : undefined;

function lookOf(button: Element, behind: Colour | undefined): Look {
  const style = getComputedStyle(button);
  const { color, borderTopColor, borderTopWidth, opacity, visibility, fontSize, fontWeight } = style;
  const { width, height, left, right, top, bottom } = button.getBoundingClientRect();
  const isOutside = right <= 0 || bottom <= 0 || left >= window.innerWidth || top >= window.innerHeight;
  return {
    color: parseColour(color),
    background: fillOf(style),
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
  const style = getComputedStyle(banner);
  const surface = fillOf(style);
  // Through a translucent surface any part of the page is seen.
  const behind = surface?.[3] === 1 ? surface : undefined;
  return {
    words: { color: parseColour(style.color), background: behind },
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
