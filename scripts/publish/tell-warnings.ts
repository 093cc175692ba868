/** How many warnings of one command are told one by one. */
const told = 10;

/**
 * Tells on stderr what a command of the site warned of in its log: what was left out although nothing failed.
 *
 * @param log what the command wrote
 * @param file where all of it can be read
 */
export function tellWarnings(log: string, file: string): void {
  const warnings = log.split('\n').filter((line) => line.startsWith('Warning: '));
  for (const warning of warnings.slice(0, told)) console.error(`  ${warning}`);
  if (warnings.length > told) console.error(`  … and ${warnings.length - told} warnings more, in ${file}`);
}
