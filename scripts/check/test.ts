import { runCommand } from '../machine/failure.ts';
import { checks } from './checks.ts';
import { findChromium } from './chromium.ts';
import { runTool } from './tools.ts';

/** All checks and all tests; with arguments only the tests that vitest then selects, for work on one of them. */
await runCommand(async () => {
  const selection = process.argv.slice(2);
  if (selection.length === 0) for (const check of checks) runTool(check);
  const chromium = findChromium();
  console.error(
    chromium === undefined
      ? '! No Chromium was found: the browser tests are SKIPPED (install Debian\'s "chromium", or set CHROMIUM_PATH).'
      : `· Browser tests use ${chromium}`,
  );
  runTool({ purpose: 'Tests', command: 'vitest', args: ['run', ...selection] });
});
