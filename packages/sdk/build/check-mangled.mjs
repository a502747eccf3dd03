// The names in mangle.json: each was shortened, and none is public.
import { readdirSync, readFileSync } from 'node:fs';
import { mangle, root } from './common.mjs';
import { isPublic as isPublicFile } from './script.mjs';

/** Every key of an object, at any depth. */
const keysOf = (value) =>
  value && typeof value === 'object' && !(value instanceof RegExp)
    ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
    : [];

/** What owners write, what is stored, and what they read: names that must stay as they are. */
async function publicNames() {
  const built = (file) => import(`${root}dist/npm/${file}.js`);
  const [{ createConsent }, { rules }, { locale }] = await Promise.all(
    ['entries/index', 'policy/valid', 'data/locales/en'].map(built),
  );
  const consent = createConsent({ services: [] });
  const contracts = readFileSync(`${root}../../docs/contracts.md`, 'utf8');
  return new Set([
    ...keysOf(rules),
    ...keysOf(locale),
    ...Object.keys(consent),
    ...keysOf(consent.$consent.get()),
    // Fields and attributes stand between backticks.
    ...[...contracts.matchAll(/`(?:choices\[key\]\.)?(\$?\w+)`/g)].map(([, name]) => name),
  ]);
}

/** What is wrong with the committed map, one sentence for each name. */
export async function checkMangled() {
  const isPublic = await publicNames();
  const files = readdirSync(`${root}dist/script`).filter(
    (file) => file.endsWith('.js') && !isPublicFile(file.slice('askfirst-'.length, -'.js'.length)),
  );
  const code = files.map((file) => readFileSync(`${root}dist/script/${file}`, 'utf8')).join('\n');
  const sources = readdirSync(`${root}src`, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${root}src/${file}`, 'utf8'))
    .join('\n');
  const problems = [];
  for (const [build, names] of Object.entries(mangle)) {
    const shorts = Object.values(names);
    for (const [name, short] of Object.entries(names)) {
      const word = name.replace('$', '\\$');
      if (isPublic.has(name)) problems.push(`mangle.json, ${build}: "${name}" is public.`);
      if (shorts.indexOf(short) !== shorts.lastIndexOf(short))
        problems.push(`mangle.json, ${build}: "${short}" stands for two names.`);
      if (!new RegExp(`(?<![\\w$])${word}(?![\\w$])`).test(sources))
        problems.push(`mangle.json, ${build}: no source has "${name}".`);
    }
  }
  for (const name of Object.keys(mangle.script))
    if (new RegExp(`[.{,]${name.replace('$', '\\$')}(?=[:.(,;=)}[?]|\\s*=>)`).test(code))
      problems.push(`mangle.json, script: "${name}" was not shortened.`);
  return problems;
}
