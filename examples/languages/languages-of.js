/**
 * The languages that a build has a file for, and English, which comes with the banner. By their English names.
 *
 * @param {Record<string, string>} sri The build's `sri.json`.
 * @returns {{ code: string, name: string }[]} `code` is a BCP 47 tag.
 */
export function languagesOf(sri) {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  // Other files of a build have names that are no language.
  const codes = Object.keys(sri).flatMap(
    (file) => file.match(/^askfirst-(?!law-)([a-z]{2,3}(?:-[a-z]+)?)\.js$/)?.[1] ?? [],
  );
  return Intl.getCanonicalLocales(['en', ...codes])
    .map((code) => ({ code, name: names.of(code) }))
    .filter(({ name }) => name)
    .sort((one, other) => one.name.localeCompare(other.name));
}
