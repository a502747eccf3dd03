// npm packs only what lies in a package's own folder, which is where it runs this.
import { copyFileSync } from 'node:fs';

for (const file of ['LICENSE', 'CHANGELOG.md']) copyFileSync(new URL(`../${file}`, import.meta.url), file);
