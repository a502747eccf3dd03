import { isoTime } from './iso-time.js';
import { linkTo } from './link.js';

/** One version of a site's policy. */
export interface PolicyVersion {
  /** Name of the version, for example `2.1`. Unique. */
  readonly version: string;
  /** When people were told: ISO 8601. A day alone means its midnight, UTC. */
  readonly publishedAt: string;
  /** From when it is in force: ISO 8601. A day alone means its midnight, UTC. */
  readonly effectiveAt: string;
  /** Where people can read this version: an address of your site, or one with `https:`. */
  readonly url: string;
}

const DAY_MS = 86_400_000;

const from = ({ effectiveAt }: PolicyVersion) => isoTime(effectiveAt);
const inOrder = (versions: readonly PolicyVersion[]) =>
  versions.filter((version) => !Number.isNaN(from(version))).sort((one, other) => from(one) - from(other));

/**
 * The version in force at a time: the one that took effect last. `null` before the first.
 *
 * @param now Milliseconds since the epoch.
 * @example versionInForce(versions, Date.parse('2026-07-01'))?.version
 */
export const versionInForce = (versions: readonly PolicyVersion[], now: number): PolicyVersion | null =>
  inOrder(versions)
    .filter((version) => from(version) <= now)
    .at(-1) ?? null;

/**
 * The next version that has been published and is not in force yet. `null` if there is none.
 *
 * @param now Milliseconds since the epoch.
 */
export const upcomingVersion = (versions: readonly PolicyVersion[], now: number): PolicyVersion | null =>
  inOrder(versions).find((version) => from(version) > now && isoTime(version.publishedAt) <= now) ?? null;

/**
 * The versions that take effect sooner after their publication than was promised, with the days that are between.
 *
 * @param noticeDays How many days were promised.
 * @example onShortNotice(versions, 30) // [{ version: '2.1', days: 14 }]
 */
export function onShortNotice(
  versions: readonly PolicyVersion[],
  noticeDays: number,
): { readonly version: string; readonly days: number }[] {
  const [first] = inOrder(versions);
  return (
    versions
      // The first version changes nothing, so it may take effect on the day it is published.
      .filter((each) => !(each === first && each.publishedAt === each.effectiveAt))
      .map((each) => ({ version: each.version, days: Math.floor((from(each) - isoTime(each.publishedAt)) / DAY_MS) }))
      .filter(({ days }) => days < noticeDays)
  );
}

/**
 * Checks a list of versions.
 *
 * @returns What is wrong, one sentence each; the valid versions; and as `sure` whether all are valid. If not, it is not certain which
 *   version is in force.
 */
export function checkVersions(
  versions: readonly PolicyVersion[],
  noticeDays = 0,
): { usable: PolicyVersion[]; sure: boolean; problems: string[] } {
  const usable: PolicyVersion[] = [];
  const problems: string[] = [];
  for (const each of Array.isArray(versions) ? (versions as readonly PolicyVersion[]) : []) {
    const { version, publishedAt, effectiveAt, url } = each ?? {};
    if (
      ![version, url].every((text) => typeof text === 'string' && text) ||
      !(isoTime(publishedAt) <= isoTime(effectiveAt))
    )
      problems.push(
        `The policy version "${version}" needs version, url, and as ISO 8601 publishedAt and effectiveAt, which is not before publishedAt.`,
      );
    else if (!linkTo(url))
      problems.push(`"${url}" is no address for policy version "${version}". Start it with / or https:.`);
    else if (usable.some((other) => other.version === version))
      problems.push(`Two policy versions are called "${version}". Give each its own name.`);
    else usable.push(each);
  }
  if (!usable.length) problems.push('There is no policy version. List at least one.');
  const sure = !problems.length;
  if (!(noticeDays >= 0)) problems.push(`noticeDays is "${noticeDays}". Write a number of days.`);
  for (const { version, days } of onShortNotice(usable, noticeDays))
    problems.push(
      `Policy version "${version}" takes effect ${days} days after it is published, not the ${noticeDays} you promise. Let it take effect later.`,
    );
  return { usable, sure, problems };
}
