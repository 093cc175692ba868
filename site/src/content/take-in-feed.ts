import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { adminAddress } from '@newsroom/shared/admin-address';
import type { FeedHeader } from '@newsroom/shared/feed';
import { defaultLanguage, languages } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import Sqlite, { type Database, SqliteError } from 'better-sqlite3';
import { addFallbackPages } from './fallback-pages.ts';
import { FeedFault, FeedFaults, FeedRefused } from './feed-fault.ts';
import { lossFault, releaseTextsHeld } from './loss.ts';
import { namelessEntries } from './nameless-entries.ts';
import { openFeed } from './read-feed.ts';
import { patience } from './snapshot-file.ts';
import { SnapshotWriter } from './snapshot-writer.ts';
import { MediaIntake } from './take-in-media.ts';

/** What was taken in. */
export interface TakenIn {
  epoch: string;
  seq: number;
  asOf: string;
  /** Entries of all types. */
  entries: number;
  /** Press releases, each counted once however many languages it has. */
  releases: number;
  /** Relations whose target is not in the feed: left out wherever they would show. */
  danglingRelations: number;
  /** Pages of what is not translated that are left out, since another document has their address. */
  pagesWithoutAddress: number;
}

/**
 * Takes a whole feed into the snapshot: everything, or, where anything is wrong, nothing.
 *
 * @param request.asOf the local day that the site is made for
 * @throws FeedRefused saying all that is wrong; the snapshot keeps the content that it had.
 */
export async function takeInFeed(request: {
  feed: string;
  snapshot: string;
  asOf: string;
  acceptLoss: boolean;
}): Promise<TakenIn> {
  const faults = new FeedFaults();
  let database: Database | undefined;
  try {
    const feed = await openFeed(request.feed);
    database = openForWriting(request.snapshot);
    database.exec('BEGIN IMMEDIATE');
    const before = releaseTextsHeld(database);
    const writer = new SnapshotWriter(database, feed.header, request.asOf);
    const media = new MediaIntake(feed.header, request.snapshot);
    let entries = 0;
    for await (const entry of feed.entries(faults)) {
      writer.add(entry, faults);
      media.add(entry);
      entries += 1;
    }
    faults.refuseIfAny();
    for (const fault of missingSettings(database, feed.header)) faults.add(fault);
    for (const fault of namelessEntries(database, feed.header)) faults.add(fault);
    const after = releaseTextsHeld(database);
    const loss = request.acceptLoss ? undefined : lossFault(before, after);
    if (loss !== undefined) faults.add(loss);
    faults.refuseIfAny();
    await media.make(faults);
    faults.refuseIfAny();
    const danglingRelations = countDanglingRelations(database);
    const pagesWithoutAddress = addFallbackPages(database, missingTranslations(database));
    database.exec('COMMIT');
    return {
      epoch: feed.header.epoch,
      seq: feed.header.seq,
      asOf: request.asOf,
      entries,
      releases: new Set([...after].map((text) => text.split(' ')[0])).size,
      danglingRelations,
      pagesWithoutAddress,
    };
  } catch (error) {
    if (error instanceof FeedFault) throw new FeedRefused([error]);
    if (error instanceof SqliteError) throw new FeedRefused([unusable(request.snapshot, error)]);
    throw error;
  } finally {
    // Closing rolls back what was not committed.
    database?.close();
  }
}

/** The snapshot's file, made with its folder where there is none. */
function openForWriting(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const database = new Sqlite(file, { timeout: patience });
    database.pragma('user_version');
    return database;
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    throw unusable(file, error);
  }
}

function unusable(file: string, error: InstanceType<typeof SqliteError>): FeedFault {
  return new FeedFault(
    'snapshot-unusable',
    `The snapshot ${file} cannot be used (${error.code}).`,
    'Delete the file, and take the feed in again.',
  );
}

function missingSettings(database: Database, header: FeedHeader): FeedFault[] {
  const found = database.prepare<[], string>("SELECT language FROM documents WHERE type = 'site-settings'").pluck().all();
  return languages
    .filter((language) => !found.includes(language))
    .map(
      (language) =>
        new FeedFault(
          'settings-missing',
          `The site has no settings in ${language}: its name, its publisher.`,
          `Enter them at ${adminAddress(header.admin, 'site-settings', '', language)}.`,
        ),
    );
}

function missingTranslations(database: Database): SiteSettings['missingTranslations'] {
  const sql = "SELECT json_extract(data, '$.missingTranslations') FROM documents WHERE type = 'site-settings' AND language = ?";
  return database.prepare<[string], SiteSettings['missingTranslations']>(sql).pluck().get(defaultLanguage) ?? 'leave-out';
}

function countDanglingRelations(database: Database): number {
  const sql = `WITH named (type, id) AS (
      SELECT type, target FROM relations
      UNION ALL SELECT 'event', event FROM accreditations
      UNION ALL SELECT 'delegation', delegation FROM accreditations WHERE delegation IS NOT NULL
      UNION ALL SELECT 'observer-organisation', organisation FROM accreditations WHERE organisation IS NOT NULL
    ) SELECT count(*) FROM named WHERE NOT EXISTS (
      SELECT 1 FROM documents WHERE documents.type = named.type AND documents.id = named.id
    )`;
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
}
