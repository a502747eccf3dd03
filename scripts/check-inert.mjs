// Importing any entry does nothing: no global, no timer, and none of the browser's objects is even looked at.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const packages = ['packages/sdk', 'packages/data'];
/** nanostores counts epochs across its own copies. */
const ALLOWED_GLOBALS = ['nanostoresGlobal'];
const LEAST_ENTRIES = 5;
/** Frameworks that bindings import look at the browser themselves. */
const FRAMEWORKS = ['react', 'vue'];

const entries = packages.flatMap((folder) => {
  const { name, exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(
      ([path]) =>
        name +
        path
          .slice(1)
          .replace('services/*', 'services/google-analytics')
          .replace('locales/*', 'locales/en')
          .replace('tools/*', 'tools/klaro'),
    );
});

let failed = entries.length < LEAST_ENTRIES;
for (const entry of entries) {
  const probe = `
    ${FRAMEWORKS.map((name) => `await import('${name}');`).join(' ')}
    const touched = [];
    for (const name of ['window', 'document', 'navigator', 'localStorage', 'location', 'customElements', 'setTimeout'])
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get: () => { touched.push(name); return {}; },
      });
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    await import(${JSON.stringify(entry)});
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
    process.stdout.write(JSON.stringify({ added, touched }));`;
  const seen = execFileSync(process.execPath, ['--input-type=module', '-e', probe], { cwd: 'e2e', encoding: 'utf8' });
  const { added, touched } = JSON.parse(seen);
  const strange = [...touched, ...added.filter((name) => !ALLOWED_GLOBALS.includes(name))];
  if (strange.length) {
    failed = true;
    console.error(`inert: importing ${entry} touches ${strange.join(', ')}`);
  }
}
console.log(`inert: ${entries.length} entries`);
process.exitCode = failed ? 1 : 0;
