import { explainSystemFault } from './system-fault.mjs';

/** Something that the person at the terminal can mend. Its message is the whole report: what happened, what to do. */
export class Failure extends Error {
  override name = 'Failure';
}

/**
 * Runs a command to its end and sets the process's exit code. A Failure is told in its own words, a fault of the
 * machine in ours; anything else is a fault of this code and keeps its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const words = error instanceof Failure ? error.message : explainSystemFault(error);
    console.error(words === undefined ? error : `\n✗ ${words}`);
    process.exitCode = 1;
  }
}
