import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Processes, not threads: a ZeroMQ socket that is receiving when its thread ends aborts the whole process.
    pool: 'forks',
    // End-to-end tests mostly wait for processes: four at a time keep two cores busy.
    maxWorkers: 4,
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A bound, no measure: what is waited for may come late on a busy machine.
    expect: { poll: { timeout: 20_000, interval: 25 } },
    reporters: ['default'],
  },
});
