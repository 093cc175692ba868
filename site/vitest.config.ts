import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'site',
    include: ['{src,draw,integrations,test}/**/*.test.ts'],
    // Compiles the site once and draws the golden example, for all tests that look at drawn pages.
    globalSetup: './test/golden-site.ts',
    testTimeout: 60_000,
  },
});
