import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Sqlite, { SqliteError } from 'better-sqlite3';
import { runAsProgram, type Say } from '../../command.ts';
import { openToRead } from './snapshot-file.ts';
import { stateOf } from './snapshot-writing.ts';

const usage = 'Usage: node site/src/content/state.ts --snapshot FILE';

/**
 * The command: prints the state of a snapshot as JSON, {epoch, seq, mark, asOf, settled}; null where there is none that
 * this version of the site can go on with. Exit codes: 0 printed, 2 wrongly called.
 */
export async function run(args: readonly string[], say: Say): Promise<number> {
  const snapshot = readArguments(args);
  if (snapshot === undefined) {
    say.words(usage);
    return 2;
  }
  say.result(JSON.stringify(readState(snapshot)));
  return 0;
}

function readState(file: string) {
  if (!existsSync(file)) return null;
  try {
    const database = openToRead(file, Sqlite);
    try {
      const state = stateOf(database);
      if (state === undefined) return null;
      const { id: _, admin: __, ...told } = state;
      return told;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof SqliteError) return null;
    throw error;
  }
}

function readArguments(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { snapshot: { type: 'string' } } }).values.snapshot;
  } catch {
    return undefined;
  }
}

await runAsProgram(import.meta, run);
