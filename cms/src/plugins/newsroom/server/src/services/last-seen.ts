import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { epochSchema, markSchema, seqSchema } from '@newsroom/shared/feed';
import type { Core } from '@strapi/strapi';
import type { HistoryState } from './history';

/** How long after a change the file is written at the latest, in milliseconds. */
const pause = 1000;

/**
 * What this machine saw of the change log last, in a file that no copy of the database brings back: a database that
 * was restored from an older copy is known by it, before any reader asks.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const file = () => strapi.plugin('newsroom').config('lastSeen') as string;
  const history = () => strapi.plugin('newsroom').service('history');
  let due: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const state: HistoryState = await history().state();
    await mkdir(path.dirname(file()), { recursive: true });
    const unfinished = `${file()}.${process.pid}`;
    await writeFile(unfinished, `${JSON.stringify(state)}\n`);
    await rename(unfinished, file());
  }

  /** Nothing hangs on the file: without it a restored database is found out by the first reader that knows more. */
  function writeNow(): Promise<void> {
    clearTimeout(due);
    due = undefined;
    writing = writing
      .then(write)
      .catch((error: Error) => strapi.log.warn(`What was seen last could not be noted: ${error.message}`)) as Promise<void>;
    return writing;
  }

  return {
    /** Compares the log with what was seen last, before anybody reads it. */
    async compare(): Promise<void> {
      const known = parse(await readFile(file(), 'utf8').catch(() => ''));
      if (known !== undefined) await history().confirm(known);
      await writeNow();
    },

    /** Something was committed. */
    note(): void {
      due ??= setTimeout(writeNow, pause);
    },

    async stop(): Promise<void> {
      await (due === undefined ? writing : writeNow());
    },
  };
};

function parse(text: string): HistoryState | undefined {
  try {
    const { epoch, seq, mark } = JSON.parse(text);
    return { epoch: epochSchema.parse(epoch), seq: seqSchema.parse(seq), mark: markSchema.parse(mark) };
  } catch {
    return undefined;
  }
}
