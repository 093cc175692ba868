import { defineProject } from 'vitest/config';

export default defineProject({
  // A whole newsroom is set up and used: minutes, not seconds, where the CMS has to be built first.
  test: { name: 'browser', include: ['**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 400_000 },
});
