/** Something that the person at the terminal can mend. Its message is the whole report: what happened, what to do. */
export class Failure extends Error {
  override name = 'Failure';
}

/**
 * Runs a command to its end and sets the process's exit code. A Failure is told in its own words; anything else is
 * a fault of ours and keeps its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Failure ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
