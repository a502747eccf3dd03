import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    // Tests leave nothing behind. To read all modules anew for each file would take more than half of the time.
    pool: 'threads',
    isolate: false,
    // Properties take longer where other suites run beside them.
    testTimeout: 60_000,
    include: ['packages/*/test/**/*.test.ts'],
  },
});
