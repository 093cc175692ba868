import type { Command } from './command.ts';
import { drawEditionCommand, dropDrawnCommand, keepDrawnCommand, sitemapCommand } from './draw/edition.ts';
import { run as settle } from './src/content/settle.ts';
import { run as state } from './src/content/state.ts';
import { run as takeIn } from './src/content/take-in.ts';

/**
 * The site's commands in one process that goes on, for a publisher who needs them again and again: what they load, and
 * what they learn, is there the next time. It is told over the channel that the process was started with, one command
 * after the other, and ends with whoever started it.
 */
const commands: Record<string, Command> = {
  state,
  'take-in': takeIn,
  settle,
  'draw-edition': drawEditionCommand,
  'keep-drawn': keepDrawnCommand,
  'drop-drawn': dropDrawnCommand,
  sitemap: sitemapCommand,
};

export interface CommandOrder {
  number: number;
  command: string;
  args: string[];
}

export interface CommandAnswer {
  number: number;
  code: number;
  /** What came of it: the last line of it. */
  result: string;
  /** All that it said. */
  words: string;
}

let last: Promise<void> = Promise.resolve();
// It was let go of, so that nothing but a command keeps the process; here its orders are what it lives for.
process.channel?.ref();
process.on('message', (order: CommandOrder) => {
  last = last.then(() => carryOut(order));
});

async function carryOut({ number, command, args }: CommandOrder): Promise<void> {
  const said: string[] = [];
  let result = '';
  const hear = (line: string) => {
    console.error(line); // into the log of this process
    said.push(line);
  };
  const say = {
    words: hear,
    result: (line: string) => {
      result = line;
      hear(line);
    },
  };
  const code = await run(commands[command], args, say, command);
  process.send?.({ number, code, result, words: said.join('\n') } satisfies CommandAnswer);
}

async function run(command: Command | undefined, args: string[], say: Parameters<Command>[1], name: string): Promise<number> {
  try {
    if (command === undefined) throw new Error(`There is no command ${name}.`);
    return await command(args, say);
  } catch (error) {
    say.words(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 70; // as sysexits.h calls a fault of the program itself
  }
}
