// A number in prose that is wrong is worse than none: each marked one is compared with what was built or measured.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const sizes = JSON.parse(readFileSync('packages/sdk/dist/sizes.json', 'utf8'));
const LEAST_NUMBERS = 4;
/** Bytes as the docs give them: kB of 1000 bytes, rounded up. */
const kilobytes = (bytes) => `${(Math.ceil(bytes / 10) / 100).toFixed(2)} kB`;

let seen = 0;
let wrong = 0;
for (const file of execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n')) {
  for (const [, name, text] of readFileSync(file, 'utf8').matchAll(/<!-- size:(.+?) -->(.*?)<!-- \/size -->/g)) {
    seen += 1;
    const bytes = sizes[name === 'npm' ? '{ createConsent }' : name];
    if (bytes && text === kilobytes(bytes)) continue;
    wrong += 1;
    console.error(`docs: ${file} says ${text} for ${name}; it is ${bytes ? kilobytes(bytes) : 'not built'}`);
  }
}
if (seen < LEAST_NUMBERS) {
  wrong += 1;
  console.error(`docs: saw ${seen} numbers, expected ${LEAST_NUMBERS}`);
}
console.log(`docs: ${seen} numbers, ${wrong} wrong`);
process.exitCode = wrong ? 1 : 0;
