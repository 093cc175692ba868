import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['shared/vitest.config.ts', 'cms/vitest.config.ts', 'site/vitest.config.ts', 'scripts/vitest.config.ts'],
  },
});
