import { runCommand } from '../machine/failure.ts';
import { runTool } from './tools.ts';

/** Puts every file into the project's form. */
await runCommand(async () => {
  runTool({ purpose: 'Formatting', command: 'biome', args: ['check', '--write', '.'] });
  runTool({
    purpose: 'Formatting the Astro files',
    command: 'prettier',
    args: ['--write', '--log-level', 'warn', 'site/src/**/*.astro', 'scripts/bench/**/*.astro'],
  });
});
