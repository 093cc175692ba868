import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedEntry, feedVersion } from '@newsroom/shared/feed';
import { type FeedLine, newFolder, writeFeed } from './feed-file.ts';

/** A version as an act leaves it; its data is null where it went. */
export type Act = Pick<FeedEntry, 'type' | 'id' | 'language'> & { data: object | null };

type Row = Act & { seq: number; at: string };

/** The change log of a CMS, as far as feeds are made from it. */
export class ChangeLog {
  readonly epoch: string;
  readonly #rows: Row[] = [];

  constructor(epoch = 'test') {
    this.epoch = epoch;
  }

  get head(): number {
    return this.#rows.length;
  }

  /** Writes acts, one after the other, and gives the number of the last. */
  write(...acts: readonly Act[]): number {
    for (const act of acts) {
      const seq = this.head + 1;
      this.#rows.push({ ...act, seq, at: new Date(Date.UTC(2024, 3, 1, 0, seq)).toISOString() });
    }
    return this.head;
  }

  /** The file of the whole feed of a state. */
  whole(at = this.head): string {
    return this.#feed(
      this.#newest(0, at).filter(({ data }) => data !== null),
      at,
      null,
    );
  }

  /** The file of the difference between two states. */
  difference(since: number, at = this.head): string {
    return this.#feed(this.#newest(since, at), at, since);
  }

  /** A file with the rows of these numbers, as the CMS gives them. */
  rows(seqs: readonly number[]): string {
    const file = join(newFolder(), 'rows.ndjson');
    const rows = this.#rows.filter(({ seq }) => seqs.includes(seq));
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return file;
  }

  #newest(since: number, at: number): Row[] {
    const rows = this.#rows.filter(({ seq }) => seq > since && seq <= at);
    return [...new Map(rows.map((row) => [`${row.type} ${row.id} ${row.language}`, row])).values()].toSorted(
      (a, b) => a.seq - b.seq,
    );
  }

  #feed(rows: readonly Row[], seq: number, since: number | null): string {
    const groups = Map.groupBy(rows, ({ type, language }) => `${type} ${language}`);
    const counts = [...groups.values()].flatMap((group) =>
      group.slice(0, 1).map(({ type, language }) => ({ type, language, count: group.length })),
    );
    const mark = createHash('sha256').update(`${this.epoch} ${seq}`).digest('hex');
    const header = { feed: 'newsroom', version: feedVersion, epoch: this.epoch, seq, mark, since, admin, counts };
    const lines: FeedLine[] = [header, ...rows.map((row) => ({ ...row })), { end: true, seq, count: rows.length }];
    return writeFeed(newFolder(), lines);
  }
}

const admin = 'http://127.0.0.1:1337/admin';
