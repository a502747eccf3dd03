import { verifyEvidence } from '../evidence/verify.js';
import { count } from '../report/words.js';
import { EXIT, Misuse, type Output } from './exit-codes.js';

/** @returns 1 if something was changed, removed, added or put in another order. */
export function verifyCommand(folder: string, { chain }: { chain?: string }, output: Output): number {
  let verified: ReturnType<typeof verifyEvidence>;
  try {
    verified = verifyEvidence(folder, chain);
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
  if (!verified.isWhole) {
    output.print(verified.problems.map((problem) => `✗ ${problem}\n`).join(''));
    return EXIT.broken;
  }
  output.print(`✓ ${count(verified.files, 'file')} as written. Last link of the chain: ${verified.chain}\n`);
  if (!chain)
    output.print(
      '  Compare it with the one that the audit printed (--chain): who can write the folder can write all of it anew.\n',
    );
  return EXIT.kept;
}
