/**
 * Writes the lists of what lies in a folder of facts, so that one more file is all that one more law, language or vendor takes.
 * `npm ci` and the build run it; what it writes is not in git.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const data = new URL('../packages/data/src/', import.meta.url);
const sdk = new URL('../packages/sdk/src/', import.meta.url);
const namesIn = (folder, root = data) =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => basename(file, '.ts'));

/** Written only if it says something new: the compiler looks at times. */
function write(file, text, root = data) {
  const url = new URL(file, root);
  const all = `// Written by scripts/generate.mjs from the files beside it.\n${text}`;
  let before;
  try {
    before = readFileSync(url, 'utf8');
  } catch {
    // The first time.
  }
  if (before !== all) writeFileSync(url, all);
}

/** A file's name as the name of a variable. */
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

// The compiler leaves what it made of a file that is gone, for example on another branch, and lists are read from what it made.
const dist = new URL('../packages/data/dist/', import.meta.url);
for (const made of existsSync(dist) ? readdirSync(dist, { recursive: true }) : []) {
  const source = made.replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
  if (source !== made && !existsSync(new URL(source, data))) rmSync(new URL(made, dist));
}

const imports = namesIn('locales/').map((name) => `  '${name}': () => import('./${name}.js'),\n`);
write(
  'locales/index.ts',
  `import type { Locale } from '../types.js';

/** Every language there is, by its BCP 47 tag in lower case, loaded when it is read. */
export const locales: Readonly<Record<string, () => Promise<{ locale: Locale }>>> = {
${imports.join('')}};
`,
);

const laws = namesIn('regimes/').filter((name) => !/^(by-place|shared|strictest)$/.test(name));
write(
  'regimes/index.ts',
  `import type { Regime } from '../types.js';
${laws.map((name) => `import { regime as ${camel(name)} } from './${name}.js';\n`).join('')}
/** What each law asks of a site, and where. The only list of places in the project. */
export const regimes: readonly Regime[] = [
${laws.map((name) => `  ${camel(name)},\n`).join('')}];
`,
);
/** The codes of places in the file of a law. */
const placesOf = (name) =>
  [
    ...readFileSync(new URL(`regimes/${name}.ts`, data), 'utf8')
      .match(/places: \[(.*?)\]/s)[1]
      .matchAll(/'(.+?)'/g),
  ].map(([, place]) => place);
write(
  'regimes/by-place.ts',
  `import type { LawFile } from '../types.js';

${laws.map((name) => `const ${camel(name)} = () => import('./${name}.js');\n`).join('')}
/** The law of each place, loaded where a visitor is there: no other law is downloaded. */
export const byPlace: Readonly<Record<string, (() => Promise<LawFile>) | undefined>> = {
  __proto__: null as never,
${laws.flatMap((name) => placesOf(name).map((place) => `  '${place}': ${camel(name)},\n`)).join('')}};
`,
);

write(
  'records/reviewed-on.ts',
  `/** The day on which the facts about each law were last compared with their source, by the id of the regime. ISO dates. */
export const reviewedOn: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
${laws
  .map((name) => readFileSync(new URL(`regimes/${name}.ts`, data), 'utf8'))
  .map((text) => [/\bid: '(.+?)'/, /\breviewedOn: '(.+?)'/].map((wanted) => text.match(wanted)[1]))
  .map(([id, day]) => `  '${id}': '${day}',\n`)
  .join('')}};
`,
  sdk,
);

const services = namesIn('services/')
  .filter((name) => !/^(all|apis|catalogue|cores|hosts|ids|tags)$/.test(name))
  .map((name) => {
    const source = readFileSync(new URL(`services/${name}.ts`, data), 'utf8');
    const hosts = [...(source.match(/\bhosts: \[(.*?)\]/s)?.[1] ?? '').matchAll(/'(.+?)'/g)].map(([, host]) => host);
    const api = source.match(/\bapi: '(.+?)'/)?.[1];
    return {
      name,
      api,
      hosts,
      id: source.match(/\bid: '(.+?)'/)[1],
      has: (part) => source.includes(`export const ${part}`),
      tag: source.match(/export const tag: TagFacts = ({.*?^});/ms)?.[1],
    };
  });
/** One record of what the vendors' files export under one name, by the id of the service. */
function listServices(rows, file, part, variable, type, comment) {
  write(
    `services/${file}.ts`,
    `import type { ${type} } from '../types.js';
${rows.map(({ name }) => `import { ${part} as ${camel(name)} } from './${name}.js';\n`).join('')}
/** ${comment} */
export const ${variable}: Readonly<Record<string, ${type} | undefined>> = {
  __proto__: null as never,
${rows.map(({ name, id }) => `  '${id}': ${camel(name)},\n`).join('')}};
`,
  );
}
const [inCore, others] = [true, false].map((wanted) => services.filter(({ has }) => has('core') === wanted));
listServices(
  inCore,
  'index',
  'service',
  'services',
  'Service',
  'The services that an attribute of the script tag names, by id.',
);
listServices(
  services,
  'all',
  'service',
  'all',
  'Service',
  'Every service there is, by id, for tools: no visitor downloads it.',
);
write(
  'services/catalogue.ts',
  `import type { Service, Source } from '../types.js';

/** Every other service, by its id, loaded when a site names it. */
export const catalogue: Readonly<
  Record<string, (() => Promise<{ service: Service; source: Source; script?: string }>) | undefined>
> = {
  __proto__: null as never,
${others.map(({ name, id }) => `  '${id}': () => import('./${name}.js'),\n`).join('')}};
`,
);
write(
  'services/ids.ts',
  `/** The ids of the catalogue: a site may name such a service by its id and category alone. */
export const ids: readonly string[] = '${others.map(({ id }) => id).join(' ')}'.split(' ');
`,
);
write(
  'services/hosts.ts',
  `/** The hosts of each service of the catalogue that names some, by its id. Loaded where a frame waits for a yes. */
export const hosts: Readonly<Record<string, string>> = {
${others
  .filter(({ hosts }) => hosts[0])
  .map(({ id, hosts }) => `  '${id}': '${hosts.join(' ')}',\n`)
  .join('')}};
`,
);
write(
  'services/apis.ts',
  `/** The protocols of the catalogue's services, by id. */
export const apis: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
${others
  .filter(({ api }) => api)
  .map(({ id, api }) => `  '${id}': '${api}',\n`)
  .join('')}};
`,
);
listServices(inCore, 'cores', 'core', 'cores', 'ServiceCore', 'What the core needs of them, by id.');
// Copied, not imported: an app's bundler would put every vendor's file on the way to the question, and content blockers hold files
// with such names back.
write(
  'services/tags.ts',
  `import type { TagFacts } from '../types.js';

/** What has to be known of the script of those that load one, by the id of the service. */
export const tags: Readonly<Record<string, TagFacts | undefined>> = {
  __proto__: null as never,
${services
  .filter(({ tag }) => tag)
  .map(({ id, tag }) => `  '${id}': ${tag},\n`)
  .join('')}};
`,
);

const tools = namesIn('tools/').filter((name) => !/^(all|ids)$/.test(name));
write(
  'tools/index.ts',
  `import type { Source, Tool } from '../types.js';

/** The consent tools that a site may have used before, by id, loaded when one is named. */
export const tools: Readonly<Record<string, (() => Promise<{ tool: Tool; source: Source }>) | undefined>> = {
  __proto__: null as never,
${tools.map((name) => `  '${name}': () => import('./${name}.js'),\n`).join('')}};
`,
);
write(
  'tools/all.ts',
  `import type { Tool } from '../types.js';
${tools.map((name) => `import { tool as ${camel(name)} } from './${name}.js';\n`).join('')}
/** Every consent tool there is, for programs: no visitor downloads it. */
export const all: readonly Tool[] = [${tools.map(camel).join(', ')}];
`,
);
write(
  'tools/ids.ts',
  `/** The ids of the consent tools that a site may have used before. */
export const toolIds = [
${tools.map((name) => `  '${name}',\n`).join('')}] as const;
`,
);

const carried = readFileSync(new URL('signals/early.ts', sdk), 'utf8');
const protocols = namesIn('signals/', sdk)
  .filter((name) => name !== 'protocol' && name !== 'early' && !carried.includes(`'./${name}.js'`))
  .map((name) => `  '${name}': () => import('./${name}.js'),\n`);
write(
  'signals/index.ts',
  `import type { Protocol } from './protocol.js';

/** The protocols that the core does not carry, each loaded with its first service. */
export const protocols: Readonly<Record<string, (() => Promise<Protocol>) | undefined>> = {
  __proto__: null as never,
${protocols.join('')}};
`,
  sdk,
);
