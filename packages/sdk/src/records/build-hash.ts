/** Names the build, see docs/records.md. Only built files have it: the build writes this module anew. */
export const buildHash: string | null = null;
