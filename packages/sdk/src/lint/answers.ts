import { type Colour, contrast, over } from '../policy/contrast.js';
import { type Finding, finding } from './codes.js';

/** Some text, and what it lies on. `undefined` for a colour that cannot be read. */
export interface Words {
  readonly color: Colour | undefined;
  readonly background: Colour | undefined;
}

/** How an answer looks, as measured in a page or computed from a theme. */
export interface Look extends Words {
  /** Of its border; transparent if there is none. */
  readonly border: Colour | undefined;
  /** What the button lies on. */
  readonly behind: Colour | undefined;
  readonly opacity: number;
  /** CSS pixels. */
  readonly fontSize: number;
  readonly fontWeight: number;
  /** CSS pixels; unknown without a page. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly isHidden: boolean;
}

const TEXT_CONTRAST = 4.5;
const EDGE_CONTRAST = 3;
/** How much less than the yes the no may have. No law has a number; measured sizes and contrasts are never quite equal. */
const LEAST_SHARE = 0.9;
const LEAST_EMPHASIS = 0.8;

const ratio = (value: number) => `${Math.floor(value * 100) / 100} : 1`;

/** Contrasts of a text to its background, and of the button to what it lies on. `undefined` if a colour is unknown. */
function contrastsOf({ color, background, border, behind, opacity }: Look): { text: number; edge: number } | undefined {
  if (!color || !background || !border || !behind) return undefined;
  const [fill, edge] = [over(background, behind), over(border, behind)];
  // Opacity fades the button as a whole: https://www.w3.org/TR/css-color-4/#transparency
  const faded = ([red, green, blue]: Colour): Colour => over([red, green, blue, opacity], behind);
  return {
    text: contrast(faded(over(color, fill)), faded(fill)),
    edge: Math.max(contrast(faded(fill), behind), contrast(faded(edge), behind)),
  };
}

/** Text of the banner. */
export function lintWords({ color, background }: Words, path?: string): Finding[] {
  if (!color || !background) return [];
  const found = contrast(over(color, background), background);
  return found < TEXT_CONTRAST ? [finding('text-contrast', `the text has ${ratio(found)}`, path)] : [];
}

const areaOf = ({ size }: Look) => (size ? size.width * size.height : 1);

/** The two answers, each for itself and side by side. */
export function lintAnswers(accept: Look, reject: Look, path?: string): Finding[] {
  if (reject.isHidden) return accept.isHidden ? [] : [finding('reject-hidden', undefined, path)];
  const findings: Finding[] = [];
  const smaller = [
    ...(areaOf(reject) < areaOf(accept) * LEAST_SHARE ? ['its area'] : []),
    ...(reject.fontSize < accept.fontSize * LEAST_SHARE ? [`${reject.fontSize} px and ${accept.fontSize} px`] : []),
    ...(reject.fontWeight < accept.fontWeight ? [`weight ${reject.fontWeight} and ${accept.fontWeight}`] : []),
  ];
  if (smaller.length) findings.push(finding('reject-smaller', smaller.join(', '), path));
  const [yes, no] = [contrastsOf(accept), contrastsOf(reject)];
  if (!yes || !no) return findings;
  const paler = (['text', 'edge'] as const).filter((part) => no[part] < yes[part] * LEAST_EMPHASIS);
  if (paler.length)
    findings.push(
      finding(
        'reject-paler',
        paler.map((part) => `${part} ${ratio(no[part])} and ${ratio(yes[part])}`).join(', '),
        path,
      ),
    );
  const text = Math.min(yes.text, no.text);
  if (text < TEXT_CONTRAST) findings.push(finding('text-contrast', `an answer has ${ratio(text)}`, path));
  const edge = Math.min(yes.edge, no.edge);
  if (edge < EDGE_CONTRAST) findings.push(finding('button-edge', ratio(edge), path));
  return findings;
}
