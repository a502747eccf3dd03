/**
 * What the pages say that can be compared with something: sizes, counts, the version, integrity hashes; links and anchors; names of
 * files, titles of tests, and that each rule of a fair question has one; the way from page to page; the length of the README; and
 * drawings and `llms.txt`. `--write` renews what was built or counted.
 *
 * @example node scripts/check-docs.mjs --write
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { argv } from 'node:process';
import { counts, lawTable } from './law-table.mjs';
import { llmsText, pages } from './llms.mjs';
import { regionalDefaultsJson } from './regional-defaults.mjs';
import { serviceCount, serviceTable } from './service-table.mjs';
import { pictures } from './tag-manager-pictures.mjs';

const MOST_README_BYTES = 10_000;
/** Of a fair question, in docs/fairness.md. */
const RULES = 31;
/** Fewer means that this check looked in the wrong place. */
const LEAST = { facts: 40, links: 150, names: 60, titles: 75, pages: 15 };

const mayWrite = argv.includes('--write');
const seen = { facts: 0, links: 0, names: 0, titles: 0, pages: 0 };
let wrong = 0;
const fail = (message) => {
  wrong += 1;
  console.error(`docs: ${message}`);
};
const read = (file) => readFileSync(file, 'utf8');
const json = (file) => JSON.parse(read(file));

// Pages that are not in git yet count, too.
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  .trim()
  .split('\n')
  .filter(existsSync);
/** Ours, and what they say now: the changelog speaks of earlier versions, and a vendored library of itself. */
const docs = files.filter((file) => /\.md$/.test(file) && !/CHANGELOG|harness\/libraries\//.test(file));

// 1. Facts: each is compared with what was built or counted.
const { version } = json('packages/sdk/package.json');
const sizes = json('packages/sdk/dist/sizes.json');
const { codes } = await import('../packages/sdk/dist/npm/lint/codes.js');
const integrity = json('packages/sdk/dist/script/sri.json');
const languages = readdirSync('packages/data/src/locales')
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => ({
    file: `askfirst-${file.replace('.ts', '.js')}`,
    review: `packages/data/reviews/${file.replace('.ts', '.md')}`,
    lang: /lang: '(.+?)'/.exec(read(`packages/data/src/locales/${file}`))?.[1] ?? file,
  }))
  .sort((a, b) => (a.lang < b.lang ? -1 : 1));

/** Bytes as the docs give them: kB of 1000 bytes, rounded up. */
const kilobytes = (bytes) => bytes && `${(Math.ceil(bytes / 10) / 100).toFixed(2)} kB`;
const nameOf = new Intl.DisplayNames('en', { type: 'language' });
const languageTable = () =>
  [
    '\n| Code | Language | File, gzip | Read twice |\n|---|---|---|---|',
    ...languages.map(({ file, lang, review }) => {
      const readTwice = existsSync(review) ? `[back into English](../${review})` : '';
      return `| \`${lang}\` | ${nameOf.of(lang)} | ${kilobytes(sizes[file]) ?? 'comes with the banner'} | ${readTwice} |`;
    }),
    '',
  ].join('\n');

const lintTable = () =>
  [
    '\n| Code | What it means | How to make it right | Rule |\n|---|---|---|---|',
    ...Object.entries(codes).map(
      ([code, { severity, means, rule = '', fix }]) => `| \`${code}\`, ${severity} | ${means} | ${fix} | ${rule} |`,
    ),
    '',
  ].join('\n');

/** Each pattern finds what leads to a fact, what tells it from others, and the fact. */
const facts = [
  [
    /(<!-- size:(.+?) -->)(.*?)(?=<!-- \/size -->)/g,
    (name) => kilobytes(sizes[name === 'npm' ? '{ createConsent }' : name]),
  ],
  [
    /(<!-- count:(.+?) -->)(.*?)(?=<!-- \/count -->)/g,
    (name) => {
      const [, over, what] = /^(over )?(.*)$/.exec(name);
      const count = { languages: languages.length, services: serviceCount, ...counts }[what];
      // The first page says less, so that one more of them does not change it.
      return String(over ? Math.floor((count - 1) / 5) * 5 : count);
    },
  ],
  [/(<!-- (lint) -->)(.*?)(?=<!-- \/lint -->)/gs, lintTable],
  [/(<!-- (languages) -->)(.*?)(?=<!-- \/languages -->)/gs, languageTable],
  [/(<!-- (services) -->)(.*?)(?=<!-- \/services -->)/gs, serviceTable],
  [/(<!-- (regional-defaults) -->)(.*?)(?=<!-- \/regional-defaults -->)/gs, regionalDefaultsJson],
  [/(<!-- (laws) -->)(.*?)(?=<!-- \/laws -->)/gs, lawTable],
  [/((askfirst)[/@-])(\d+\.\d+\.\d+)/g, () => version],
  [/(([\w-]+\.js)"\s+integrity=")([^"]*)/g, (name) => integrity[name]],
];
for (const file of docs) {
  const text = read(file);
  let renewed = text;
  for (const [pattern, factOf] of facts)
    renewed = renewed.replace(pattern, (all, before, name, said) => {
      seen.facts += 1;
      const fact = factOf(name);
      if (fact === said) return all;
      if (!fact || !mayWrite)
        fail(`${file} says ${said.trim() || 'nothing'} for ${name}; it is ${fact?.trim() ?? 'not built'}.`);
      return before + (fact ?? said);
    });
  if (mayWrite && renewed !== text) writeFileSync(file, renewed);
}
const sizesPage = read('docs/sizes.md');
for (const name of Object.keys(sizes)) {
  const isListed = sizesPage.includes(`<!-- size:${name === '{ createConsent }' ? 'npm' : name} -->`);
  if (!isListed && !/^askfirst-(signal|law|service|tool)-/.test(name) && !languages.some(({ file }) => file === name))
    fail(`docs/sizes.md does not list ${name}.`);
}

// 2. The README is read in five minutes.
const bytes = Buffer.byteLength(read('README.md'));
if (bytes > MOST_README_BYTES)
  fail(`README.md has ${bytes} bytes, at most ${MOST_README_BYTES}. Move something to docs/.`);

// 3. Links lead somewhere, anchors to a heading.
const withoutCode = (text) => text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '`');
/** The ends of the addresses that GitHub gives to headings. */
const anchorsIn = (text) => {
  const anchors = new Set();
  for (const [, heading] of text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replace(/ /g, '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
};
for (const file of [...docs, 'CHANGELOG.md'])
  for (const [, inText, inTag] of withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)) {
    const link = inText ?? inTag;
    // The releases belong to the host of the repository.
    if (/^(https?|mailto):/.test(link) || link === '../../releases') continue;
    seen.links += 1;
    const [path, anchor] = link.split('#');
    const target = path ? posix.join(posix.dirname(file), path) : file;
    if (!existsSync(target)) fail(`${file} leads to ${link}, which is not there.`);
    else if (anchor && !anchorsIn(read(target)).has(anchor))
      fail(`${file} leads to ${link}, where there is no such heading.`);
  }

// 4. Pages about the code name files that are there, and CONTRIBUTING every folder of the SDK.
const about = docs.filter((file) =>
  /^(CONTRIBUTING|docs\/new-service|e2e\/README|packages\/data\/README|packages\/sdk\/src\/.*)\.md$/.test(file),
);
for (const file of about) {
  const named = read(file).matchAll(/(?<![\w>*…/.-])[\w/-]+(?:\.[\w-]+)*\.(?:tsx?|mjs)\b/g);
  for (const name of new Set([...named].map(String))) {
    seen.names += 1;
    // The recipes make up a vendor.
    const isThere = /(^|\/)example[\w-]*\.ts$/.test(name) || files.some((each) => `/${each}`.endsWith(`/${name}`));
    if (!isThere) fail(`${file} names ${name}, which is not there.`);
  }
}
const contributing = read('CONTRIBUTING.md');
for (const folder of new Set(files.map((file) => /^packages\/sdk\/src\/([\w-]+)\//.exec(file)?.[1]).filter(Boolean)))
  if (!new RegExp(`^ +${folder}/ `, 'm').test(contributing)) fail(`CONTRIBUTING.md does not say what ${folder}/ is.`);

// 5. A page that names a test by its title names one that is there. What a title gets at run time is `…`.
const titlesIn = (spec) =>
  [...read(spec).matchAll(/\b(?:test|promise)\(\s*(['"`])(.+?)\1,/g)].map(([, , title]) =>
    title.replace(/\$\{.*?\}/g, '…'),
  );
for (const file of docs)
  for (const [, spec, title] of read(file).matchAll(/\]\(([^)\s]+\.(?:spec|test)\.ts)\) “(.+?)”/g)) {
    seen.titles += 1;
    const path = posix.join(posix.dirname(file), spec);
    // A link to a file that is not there was named above.
    if (existsSync(path) && !titlesIn(path).includes(title))
      fail(`${file} names a test that ${path} has not: ${title}`);
  }

const rules = [...read('docs/fairness.md').matchAll(/^\| U(\d+) .*$/gm)];
if (rules.length !== RULES) fail(`docs/fairness.md has ${rules.length} rules, not ${RULES}.`);
rules.forEach(([row, number], index) => {
  if (Number(number) !== index + 1) fail(`docs/fairness.md has U${number} where U${index + 1} belongs.`);
  if (!/\.(?:spec|test)\.ts\) “/.test(row)) fail(`docs/fairness.md names no test for U${number}.`);
});

// 6. The pages in docs/ read one after the other, in the order of the README.
const chain = pages().filter((page) => page.startsWith('docs/'));
for (const file of docs.filter((each) => /^docs\/[^/]+$/.test(each) && !chain.includes(each)))
  fail(`README.md does not name ${file} under Documentation.`);
// Pages of one subject are named by the page of that subject.
for (const file of docs.filter((each) => /^docs\/\w+\//.test(each))) {
  const subject = `${posix.dirname(file)}.md`;
  if (!read(subject).includes(`](${posix.relative('docs', file)})`)) fail(`${subject} does not name ${file}.`);
}
chain.forEach((file, index) => {
  seen.pages += 1;
  const next = posix.relative('docs', chain[index + 1] ?? 'CONTRIBUTING.md');
  if (!new RegExp(`\\nNext: \\[[^\\]]+\\]\\(${next}\\)\\n$`).test(read(file)))
    fail(`${file} has to end with a link to ${next}: "Next: […](${next})".`);
});

// 7. What coding assistants read is made from the pages.
const llms = llmsText();
if (mayWrite) writeFileSync('llms.txt', llms);
else if (!existsSync('llms.txt') || read('llms.txt') !== llms)
  fail('llms.txt is stale. Run: node scripts/check-docs.mjs --write');

// 8. What is drawn is drawn from its script.
for (const [file, drawing] of Object.entries(pictures))
  if (mayWrite) writeFileSync(file, drawing);
  else if (!existsSync(file) || read(file) !== drawing)
    fail(`${file} is stale. Run: node scripts/check-docs.mjs --write`);

for (const [what, least] of Object.entries(LEAST))
  if (seen[what] < least) fail(`saw ${seen[what]} ${what}, expected at least ${least}.`);
console.log(
  `docs: ${Object.entries(seen)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}, ${wrong} wrong`,
);
process.exitCode = wrong ? 1 : 0;
