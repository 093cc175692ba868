import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { isBusy, sqliteFault } from './deploy/lock.ts';
import type { Places } from './deploy/places.ts';
import { isRunning, type Workplace } from './deploy/workplace.ts';
import { Refusal } from './refusal.ts';

/** How often a run shows that it is at work, in milliseconds. */
const pulse = 1000;

/** After how long without a sign a run is taken over, in milliseconds. */
const silence = 10_000;

/** How long to wait for another run to end, in milliseconds. */
const patience = 15 * 60_000;

/** How long another process may hold the mark's file at a time, in milliseconds: it writes one row. */
const moment = 2000;

/** How long to wait where one holds it for longer, in milliseconds: it was frozen while it wrote, and may wake up. */
const thaw = 60_000;

/** That a run may go on. */
export interface RunMark {
  /** Whether no other run took this one over. */
  isMine(): boolean;
  /** Gives the mark back, if it is ours still. */
  giveBack(): void;
}

/**
 * Waits until no other run is at work, and marks this one as the one that is. Of runs whose process is gone, or that
 * show no sign of life for ten seconds, the mark is taken over: should such a run wake up, it finds that the mark is
 * not its own any more, and stops.
 *
 * @param tell hears for whom we wait
 * @throws Refusal where another run does not end
 */
export async function takeMark(places: Places, { run, publisher }: Workplace, tell: (waiting: string) => void): Promise<RunMark> {
  const database = await openMarks(places);
  const began = performance.now();
  let heard: { beat: number; at: number } | undefined;
  for (;;) {
    const other = await onceFree(() => read(database));
    if (other === undefined || !isRunning(places, other.run)) {
      if (await onceFree(() => replace(database, other?.run, { run, publisher }))) break;
      continue;
    }
    if (heard === undefined) tell(other.publisher);
    if (heard === undefined || heard.beat !== other.beat) heard = { beat: other.beat, at: performance.now() };
    else if (performance.now() - heard.at >= silence && (await onceFree(() => replace(database, other.run, { run, publisher }))))
      break;
    if (performance.now() - began >= patience)
      throw new Refusal(
        'machine',
        `${other.publisher} has been publishing for more than ${patience / 60_000} minutes. Look at what it does, or end it; then publish again.`,
      );
    await wait(200);
  }
  const timer = setInterval(() => tryToWrite(() => beat(database, run)), pulse);
  timer.unref();
  return {
    isMine: () => read(database)?.run === run,
    giveBack: () => {
      clearInterval(timer);
      // The mark of a run that is over holds nobody up, should it stay.
      tryToWrite(() => database.prepare('DELETE FROM mark WHERE run = ?').run(run));
      database.close();
    },
  };
}

/** Does something with the mark's file when whoever holds it lets go. @throws the file's own fault where nobody does */
async function onceFree<T>(work: () => T): Promise<T> {
  for (const began = performance.now(); ; await wait(200)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - began >= thaw) throw error;
    }
  }
}

interface Mark {
  run: string;
  publisher: string;
  beat: number;
}

async function openMarks(places: Places): Promise<DatabaseSync> {
  const database = new DatabaseSync(places.mark, { timeout: moment });
  await onceFree(() =>
    database.exec('CREATE TABLE IF NOT EXISTS mark (run TEXT NOT NULL, publisher TEXT NOT NULL, beat INTEGER NOT NULL)'),
  );
  return database;
}

function read(database: DatabaseSync): Mark | undefined {
  return database.prepare('SELECT run, publisher, beat FROM mark').get() as Mark | undefined;
}

/** Puts our mark in the place of another run's, unless somebody else was quicker. */
function replace(
  database: DatabaseSync,
  other: string | undefined,
  { run, publisher }: Pick<Mark, 'run' | 'publisher'>,
): boolean {
  database.exec('BEGIN EXCLUSIVE'); // while nobody reads, either, so that the end of it cannot be kept waiting
  try {
    if (read(database)?.run !== other) return false;
    database.exec('DELETE FROM mark');
    database.prepare('INSERT INTO mark VALUES (?, ?, 0)').run(run, publisher);
    return true;
  } finally {
    database.exec('COMMIT');
  }
}

function beat(database: DatabaseSync, run: string): void {
  database.prepare('UPDATE mark SET beat = beat + 1 WHERE run = ?').run(run);
}

/** On a full disk, or beside a frozen process: a sign that cannot be given is given the next time. */
function tryToWrite(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (sqliteFault(error) === undefined) throw error;
  }
}
