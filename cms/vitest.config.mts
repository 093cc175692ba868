import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'cms',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/compile.ts'],
    // Every file starts a Strapi of its own.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
