import { createHash } from 'node:crypto';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { type FeedHeader, type FeedTrailer, type FeedType, feedVersion } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { changeModel, noLanguage } from '../models/change';
import type { HistoryState } from './history';
import { entryLine, type LogRow, lineColumns } from './log-rows';
import { inPortions } from './portions';

/** How many seqs one short read looks at: a slow reader of the feed holds none open, and no read keeps editors waiting. */
const seqsPerRead = 500;

/** The feed: what is published, read from the change log alone. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /**
   * In short reads, the newest row of each key with a seq after `since` and up to `seq`, in the languages of the site.
   * Only a difference names what went: whole, it is simply not there. Later rows are sought up to `seq` alone, so what
   * is read costs as much as the stretch is long, not the log.
   */
  function* newestBetween(since: number | null, seq: number) {
    const log = strapi.db.connection;
    for (let after = since ?? 0; after < seq; after += seqsPerRead) {
      yield log({ entry: changeModel.tableName })
        .where('entry.id', '>', after)
        .where('entry.id', '<=', Math.min(after + seqsPerRead, seq))
        .whereIn('entry.language', [noLanguage, ...languages])
        .modify((rows) => {
          if (since === null) rows.whereNotNull('entry.data');
        })
        .whereNotExists(
          log({ later: changeModel.tableName })
            .select(log.raw('1'))
            .whereRaw(
              'later.type = entry.type and later.document = entry.document and later.language = entry.language and later.id > entry.id',
            )
            .where('later.id', '>', after)
            .where('later.id', '<=', seq),
        );
    }
  }

  async function counts(since: number | null, seq: number): Promise<FeedHeader['counts']> {
    const counted = new Map<string, FeedHeader['counts'][number]>();
    for (const rows of newestBetween(since, seq)) {
      const found: { type: FeedType; language: string; count: number | string }[] = await rows
        .groupBy('entry.type', 'entry.language')
        .select('entry.type', 'entry.language')
        .count({ count: '*' });
      for (const { type, language, count } of found) {
        const key = `${type} ${language}`;
        const spoken = language === noLanguage ? null : (language as Language);
        counted.set(key, { type, language: spoken, count: Number(count) + (counted.get(key)?.count ?? 0) });
      }
    }
    return [...counted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
  }

  async function header({ epoch, seq, mark }: HistoryState, since: number | null): Promise<FeedHeader> {
    return {
      feed: 'newsroom',
      version: feedVersion,
      epoch,
      seq,
      mark,
      since,
      admin: strapi.plugin('newsroom').config('adminAddress'),
      counts: await counts(since, seq),
    };
  }

  return {
    /**
     * The feed of a state, line by line: header, entries by seq, trailer; whole, or where `since` is given what is
     * different from the state at that seq. It is one exact state, whatever is published while it is read: the log
     * only grows.
     */
    async *lines(state: HistoryState, since: number | null): AsyncGenerator<string> {
      const digest = createHash('sha256');
      const digested = (line: string) => {
        digest.update(line);
        return line;
      };
      yield digested(`${canonicalJson(await header(state, since))}\n`);
      let count = 0;
      for (const newest of newestBetween(since, state.seq)) {
        const rows: LogRow[] = await newest.orderBy('entry.id').select(lineColumns.map((column) => `entry.${column}`));
        for (const row of rows) yield digested(entryLine(row));
        count += rows.length;
      }
      const trailer: FeedTrailer = { end: true, seq: state.seq, count, digest: digest.digest('hex') };
      yield `${canonicalJson(trailer)}\n`;
    },

    /** The rows of the log with these seqs as entries of the feed, by seq; those that are not there are left out. */
    async entries(seqs: readonly number[]): Promise<string[]> {
      const rows: LogRow[] = [];
      for (const some of inPortions([...new Set(seqs)].sort((a, b) => a - b))) {
        rows.push(
          ...(await strapi.db
            .connection(changeModel.tableName)
            .whereIn('id', some)
            .orderBy('id')
            .select(...lineColumns)),
        );
      }
      return rows.map(entryLine);
    },
  };
};
