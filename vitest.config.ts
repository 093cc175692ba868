import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Strapi tells much; what it tells matters where a test fails.
    silent: 'passed-only',
    projects: [
      'shared/vitest.config.ts',
      'cms/vitest.config.mts',
      'site/vitest.config.ts',
      'scripts/vitest.config.ts',
      'scripts/e2e/vitest.config.ts',
    ],
  },
});
