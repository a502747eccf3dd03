/** Roots that somebody has kept since they were published: what is verified has to have the same. */
import { Compile } from 'typebox/compile';
import { ExportError } from './export-file.js';
import { PublishedRoot } from './export-line.js';
import type { Finding } from './finding.js';
import type { SignedRoot } from './root.js';

const root = Compile(PublishedRoot);

function rootsIn(value: unknown, where: string): SignedRoot[] {
  const roots = [value].flat().flatMap((each) => (each as { roots?: unknown } | null | undefined)?.roots ?? each);
  if (roots.every((each) => root.Check(each))) return roots;
  throw new ExportError(`${where} is no root: give what /v1/<site>/roots answered, or one such root a line, as JSON.`);
}

/**
 * Roots as they were published: the answer of the service, a list of roots, or several of these.
 *
 * @throws ExportError
 */
export const publishedRoots = (value: unknown): SignedRoot[] => rootsIn(value, 'What was published');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file of published roots: JSON, or one JSON value a line.
 *
 * @throws ExportError
 */
export function readPublishedRoots(text: string): SignedRoot[] {
  const whole = parse(text);
  if (whole !== undefined) return rootsIn(whole, 'The file');
  const lines = text.split('\n').map((line, index) => [line.trim(), `Line ${index + 1}`] as const);
  const roots = lines.filter(([line]) => line).flatMap(([line, where]) => rootsIn(parse(line), where));
  if (!roots.length) throw new ExportError('The file is empty.');
  return roots;
}

const FIELDS = [
  'entries',
  'merkleRoot',
  'erasures',
  'erasuresRoot',
  'previous',
  'publicKey',
  'signature',
] as const satisfies readonly (keyof SignedRoot)[];

/**
 * Names each day whose root is not the one that was published, or is missing.
 *
 * @param until ISO 8601: from its day on no root is expected.
 */
export function comparePublished(
  site: string,
  roots: readonly SignedRoot[],
  published: readonly SignedRoot[],
  until: string,
): Finding[] {
  const ofSite = published.filter((each) => each.site === site);
  if (!ofSite.length)
    return [
      { code: 'missing-day', message: `None of the published roots is of the site ${site}: nothing was compared.` },
    ];
  const rootOf = new Map(roots.map((each) => [each.day, each]));
  // Whoever keeps an answer of each day has each root many times.
  const once = new Map(ofSite.map((each) => [JSON.stringify([each.day, ...FIELDS.map((field) => each[field])]), each]));
  return [...once.values()].flatMap((kept): Finding[] => {
    const { day } = kept;
    const found = rootOf.get(day);
    if (!found)
      return day < until.slice(0, 10)
        ? [{ code: 'missing-day', message: `The root of ${day} was published, and is missing here.` }]
        : [];
    const differing = FIELDS.filter((field) => found[field] !== kept[field]);
    if (!differing.length) return [];
    const what = differing.join(', ');
    return [{ code: 'rewritten-day', message: `The root of ${day} is not the one that was published: other ${what}.` }];
  });
}
