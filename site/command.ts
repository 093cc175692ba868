/** Where a command says what came of it, and all else that people may want to read; without the line's end. */
export interface Say {
  result(line: string): void;
  words(line: string): void;
}

/**
 * A command's work: the same whether it is a program of its own, or called by a process that goes on.
 *
 * @param args as on the command line, without Node and the file
 * @returns the exit code
 */
export type Command = (args: readonly string[], say: Say) => Promise<number>;

/** Runs a command where its module is the program that was started; where it was imported, nothing happens. */
export async function runAsProgram({ main }: Pick<ImportMeta, 'main'>, command: Command): Promise<void> {
  if (!main) return;
  const say = { result: (line: string) => console.log(line), words: (line: string) => console.error(line) };
  process.exitCode = await command(process.argv.slice(2), say);
}
