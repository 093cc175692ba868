import type { Database } from 'better-sqlite3';

/** Something that is another than before: a name of `readKeys`, and where in time, or the empty text. */
export interface Touched {
  key: string;
  at: string;
}

/**
 * So many are kept: about what a day of hard work touches a hundred times. Who comes later finds a gap between the
 * number that it saw last and the oldest that is left, and has to look at everything.
 */
const kept = 100_000;

/** Notes what is another than before. The caller holds the transaction. */
export function noteTouched(database: Database, touched: readonly Touched[]): void {
  const note = database.prepare<[string, string]>('INSERT INTO touched (key, at) VALUES (?, ?)');
  for (const { key, at } of new Map(touched.map((each) => [`${each.key} ${each.at}`, each])).values()) note.run(key, at);
  database.prepare('DELETE FROM touched WHERE number <= (SELECT max(number) FROM touched) - ?').run(kept);
}
