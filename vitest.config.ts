import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    pool: 'threads',
    // Properties take longer where other suites run beside them.
    testTimeout: 60_000,
    include: ['packages/*/test/**/*.test.ts'],
  },
});
