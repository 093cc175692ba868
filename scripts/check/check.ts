import { runCommand } from '../machine/failure.ts';
import { checks } from './checks.ts';
import { runTool } from './tools.ts';

/** Everything that can be checked without running the project. */
await runCommand(async () => {
  for (const check of checks) runTool(check);
});
