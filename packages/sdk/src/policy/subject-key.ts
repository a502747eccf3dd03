/**
 * Stands for an account in this browser, so that its id does not lie there in the clear: 53 bits of cyrb53. No secret:
 * whoever has the id finds it again.
 */
export function subjectKey(subject: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of subject) {
    const code = letter.codePointAt(0) as number;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
