/** The regional defaults in `docs/tag-manager.md`, from the built laws. Imported by `scripts/check-docs.mjs`. */

const { regionalDefaults } = await import(new URL('../packages/sdk/dist/npm/entries/policy.js', import.meta.url));

const USUAL = { categories: { functional: {}, analytics: {}, marketing: {} } };
const line = (value) => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');

/** @returns {string} As JSON in Markdown, one row in a line. */
export const regionalDefaultsJson = () => {
  const rows = regionalDefaults(USUAL).map((row) => `    ${line(row)}`);
  return `\n\`\`\`json\n{\n  "consentMode": { "mode": "advanced", "regions": [\n${rows.join(',\n')}\n  ] }\n}\n\`\`\`\n`;
};
