import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The folders of the packages that npm gets, each after those that it needs.
 *
 * @example publishedPackages() // ['packages/data', 'packages/sdk', …]
 */
export function publishedPackages() {
  const found = readdirSync('packages')
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(`${folder}/package.json`))
    .map((folder) => ({ folder, ...JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) }))
    .filter((each) => !each.private);
  const inOrder = [];
  const add = (each) => {
    if (inOrder.includes(each)) return;
    for (const needed of found) if (each.dependencies?.[needed.name]) add(needed);
    inOrder.push(each);
  };
  found.forEach(add);
  return inOrder.map(({ folder }) => folder);
}
