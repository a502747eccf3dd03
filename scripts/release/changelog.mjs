// What CHANGELOG.md is made of: a section for each version, a list for each kind of change.
export const KINDS = ['Fixed', 'Changed', 'Added'];

/** The text of one version, without its heading, or undefined. */
export function sectionOf(changelog, version) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${version}\n`));
  return section?.slice(version.length).trim();
}

/** A changeset as an item of its list: `Fixed: …` gives `- …` and its kind. */
export function itemOf({ id, summary }) {
  const [, kind, text] = /^(\w+):\s+(.+)$/s.exec(summary.trim()) ?? [];
  if (!KINDS.includes(kind)) throw new Error(`.changeset/${id}.md has to begin with one of "${KINDS.join(':", "')}:".`);
  return { kind, text: `- ${text.replaceAll('\n', '\n  ')}` };
}

/** Adds a version with these items. What stands under "Unreleased" becomes part of it. */
export function addVersion(changelog, version, items) {
  const [, head, unreleased = '', released] = /^(.*?)(?:^## Unreleased\n(.*?))?(^## \d.*)$/ms.exec(changelog);
  let section = unreleased.trim();
  for (const kind of KINDS) {
    const list = items.filter((item) => item.kind === kind).map(({ text }) => text);
    if (!list.length) continue;
    const begun = new RegExp(`^${kind}\\b.*:\\n\\n(?:(?:- |  ).*\\n?)+`, 'm');
    section = begun.test(section)
      ? section.replace(begun, (text) => `${text.trimEnd()}\n${list.join('\n')}\n`)
      : `${section}\n\n${kind}:\n\n${list.join('\n')}`;
  }
  return `${head}## ${version}\n\n${section.trim()}\n\n${released}`;
}
