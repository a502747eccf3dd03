/** The tag of a test that repeats a proof: `npm test` leaves it out, `npm test -- --whole` runs it. What that may be: README.md. */
export const WHOLE = '@whole';

/**
 * The tag of those tests of a loop that repeat what the others prove.
 *
 * @example test(`asks, with the ${install}`, { tag: wholeIf(install === 'fast path') }, async ({ page }) => {});
 */
export const wholeIf = (repeats: boolean) => (repeats ? [WHOLE] : []);
