import { resolveCategories } from '../policy/categories.js';
import { own } from '../policy/own.js';
import { readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import { headText } from './head-text.js';
import { misuse, partsOf, show } from './misuse.js';
import { checkNonce } from './nonce.js';
import { withRegion } from './with-region.js';
import { writeOptions } from './write-options.js';

/** The parts of the fast path for {@link headStub}. */
export interface HeadStubParts {
  /** Address of `askfirst.js`, for example `/askfirst/0.1.0/askfirst.js`. */
  readonly src: string;
  /**
   * The same options as for `createConsent`, without functions, which HTML cannot carry.
   *
   * @default {}
   */
  readonly options?: Options;
  /**
   * ISO 3166 code of the visitor's place, as `visitorFrom` returns it.
   *
   * @default the region of the options
   */
  readonly region?: string | undefined;
  /** The nonce of this response, if its Content Security Policy has one. */
  readonly nonce?: string | undefined;
  /** Hash of `askfirst.js`, from `sri.json`. For an address on another host it also adds `crossorigin`. */
  readonly integrity?: string | undefined;
}

const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Attributes as HTML. Empty ones are left out, and `true` becomes a name without a value. */
const write = (attributes: Readonly<Record<string, string | boolean | undefined>>) =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}${value === true ? '' : `="${escaped(value)}"`}` : ''))
    .join('');

/**
 * The services that a stored choice has to be about for the head stub. The stub knows only the usual signals and the usual rule for
 * Global Privacy Control, and reads no cookie. For any other site this is `undefined`, and only the core sends the choice.
 */
function writeAsked(options: Options): string | undefined {
  if (!readOptions(options).isRight || options.cookieDomain) return;
  if (Object.values(options.categories ?? {}).some(({ gpc, signals }) => gpc !== undefined || signals)) return;
  const [, ...asked] = resolveCategories(options);
  // The attribute separates its words by these characters.
  if (asked.some(({ covers }) => covers.some((each) => /[\s,:]/.test(each)))) return;
  return asked.map(({ key, covers }) => `${key}:${covers}`).join(' ');
}

/** A copy of the options without what a polluted prototype adds. */
function read(options: Options): Options {
  try {
    return own(options);
  } catch {
    throw misuse('headStub', 'options contain a circular reference, which HTML cannot carry. Remove it.');
  }
}

/**
 * The fast path as HTML, to be the first in `<head>`: the core, which does not block, then the head stub. The page depends on
 * `region` and `nonce`, so mind both in caches.
 *
 * @throws TypeError for an address, nonce, hash or option that HTML cannot carry.
 * @example
 * headStub({ src: '/askfirst/0.1.0/askfirst.js', nonce, region: visitorFrom(headers, 'vercel').region, options })
 */
export function headStub(parts: HeadStubParts): string {
  const { src, options: given = {}, region, nonce, integrity } = partsOf('headStub', parts);
  // The stub looks for the other files beside this one.
  if (typeof src !== 'string' || !/^(https?:|(?![\w+.-]*:))[^\s"<>]+\.js(\?[^\s"<>/]*)?$/.test(src))
    throw misuse(
      'headStub',
      `"${show(src)}" is not a valid address of askfirst.js. Write for example /askfirst/0.1.0/askfirst.js.`,
    );
  if (integrity !== undefined && (typeof integrity !== 'string' || !/^sha(256|384|512)-[\w+/]+=*$/.test(integrity)))
    throw misuse(
      'headStub',
      `"${show(integrity)}" is not a valid integrity hash. Copy the hash of askfirst.js from sri.json.`,
    );
  if (nonce !== undefined) checkNonce('headStub', nonce);

  const seen = withRegion(read(given), region);
  const { attributes, json } = writeOptions(seen);
  const core = {
    async: true,
    fetchpriority: 'high',
    src,
    nonce,
    integrity,
    // Browsers check the hash of a file on another host only with CORS: https://www.w3.org/TR/SRI/#cross-origin-data-leakage
    crossorigin: integrity && /^(https?:)?\/\//.test(src) && 'anonymous',
    ...attributes,
    'data-asked': writeAsked(seen),
  };
  const config = json && `<script type="application/json" data-askfirst-config>${json}</script>`;
  return `${config}<script${write(core)}></script><script${write({ nonce })}>${headText}</script>`;
}
