import { resolveCategories } from '../policy/categories.js';
import { own } from '../policy/own.js';
import { readOptions } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';
import { headText } from './head-text.js';
import { misuse, partsOf, show } from './misuse.js';
import { checkNonce } from './nonce.js';
import { withRegion } from './with-region.js';
import { writeOptions } from './write-options.js';

export interface HeadStubParts {
  /** Address of `askfirst.js`, for example `/askfirst/0.1.0/askfirst.js`. */
  readonly src: string;
  /** The same as those of `createConsent`. A function cannot be written into HTML. */
  readonly options?: Options;
  /** ISO 3166 code, as from `visitorFrom`. Default: that of the options. */
  readonly region?: string | undefined;
  /** The nonce of this response, where its policy has one. */
  readonly nonce?: string | undefined;
  /** Hash of `askfirst.js`, from `sri.json`. With it `crossorigin` is written for an address on another host. */
  readonly integrity?: string | undefined;
}

const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Attributes as HTML; those without a value are left out, `true` stands by its name. */
const write = (attributes: Readonly<Record<string, string | boolean | undefined>>) =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}${value === true ? '' : `="${escaped(value)}"`}` : ''))
    .join('');

/**
 * What the head stub compares a stored choice with. It knows the usual signals and what Global Privacy Control usually
 * keeps off, and reads no cookie: where a site differs, the core answers.
 */
function writeAsked(options: Options): string | undefined {
  if (!readOptions(options).isRight || options.cookieDomain) return;
  if (Object.values(options.categories ?? {}).some(({ gpc, signals }) => gpc !== undefined || signals)) return;
  const [, ...asked] = resolveCategories(options);
  // Words that would end early.
  if (asked.some(({ covers }) => covers.some((each) => /[\s,:]/.test(each)))) return;
  return asked.map(({ key, covers }) => `${key}:${covers}`).join(' ');
}

/** The options, without what a polluted prototype adds. */
function read(options: Options): Options {
  try {
    return own(options);
  } catch {
    throw misuse('headStub', 'options contain a circular reference, which HTML cannot carry. Remove it.');
  }
}

/**
 * The fast path as HTML, first in `<head>`: the core without blocking, and behind it the head stub.
 * The page differs by `region` and `nonce`, so mind both where it is cached.
 *
 * @throws TypeError for an address, nonce, hash or option that HTML cannot carry.
 * @example
 * headStub({ src: '/askfirst/0.1.0/askfirst.js', nonce, region: visitorFrom(headers, 'vercel').region, options })
 */
export function headStub(parts: HeadStubParts): string {
  const { src, options: given = {}, region, nonce, integrity } = partsOf('headStub', parts);
  // The stub finds the other files beside this one.
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
    // Without it a browser may not check a file of another host.
    crossorigin: integrity && /^(https?:)?\/\//.test(src) && 'anonymous',
    ...attributes,
    'data-asked': writeAsked(seen),
  };
  const config = json && `<script type="application/json" data-askfirst-config>${json}</script>`;
  return `${config}<script${write(core)}></script><script${write({ nonce })}>${headText}</script>`;
}
