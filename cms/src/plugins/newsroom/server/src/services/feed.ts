import { createHash } from 'node:crypto';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { type FeedHeader, type FeedTrailer, feedVersion } from '@newsroom/shared/feed';
import { languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { changeModel, noLanguage } from '../models/change';
import type { HistoryState } from './history';
import { entryLine, type LogRow, lineColumns } from './log-rows';
import { inPortions } from './portions';

/** How many rows one short read takes: a slow reader of the feed holds none of them open. */
const rowsPerRead = 500;

/** The feed: what is published, read from the change log alone. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /**
   * The newest row of each key with a seq after `since` and up to `seq`, in the languages of the site. Only a difference
   * names what went: whole, it is simply not there. The later rows are sought in the same stretch of the log, so that a
   * short stretch never costs what the log costs.
   */
  const newestBetween = (since: number, seq: number, whole: boolean) => {
    const log = strapi.db.connection;
    return log({ entry: changeModel.tableName })
      .where('entry.id', '>', since)
      .where('entry.id', '<=', seq)
      .whereIn('entry.language', [noLanguage, ...languages])
      .modify((rows) => {
        if (whole) rows.whereNotNull('entry.data');
      })
      .whereNotExists(
        log({ later: changeModel.tableName })
          .select(log.raw('1'))
          .whereRaw(
            'later.type = entry.type and later.document = entry.document and later.language = entry.language and later.id > entry.id',
          )
          .where('later.id', '>', since)
          .where('later.id', '<=', seq),
      );
  };

  async function header({ epoch, seq, mark }: HistoryState, since: number | null): Promise<FeedHeader> {
    const counts: { type: string; language: string; count: number | string }[] = await newestBetween(
      since ?? 0,
      seq,
      since === null,
    )
      .groupBy('entry.type', 'entry.language')
      .orderBy(['entry.type', 'entry.language'])
      .select('entry.type', 'entry.language')
      .count({ count: '*' });
    return {
      feed: 'newsroom',
      version: feedVersion,
      epoch,
      seq,
      mark,
      since,
      admin: strapi.plugin('newsroom').config('adminAddress'),
      counts: counts.map(({ type, language, count }) => ({
        type,
        language: language === noLanguage ? null : language,
        count: Number(count),
      })) as FeedHeader['counts'],
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
      let after = since ?? 0;
      while (true) {
        const rows: LogRow[] = await newestBetween(since ?? 0, state.seq, since === null)
          .where('entry.id', '>', after)
          .orderBy('entry.id')
          .limit(rowsPerRead)
          .select(lineColumns.map((column) => `entry.${column}`));
        for (const row of rows) yield digested(entryLine(row));
        const last = rows.at(-1);
        if (last === undefined) break;
        count += rows.length;
        after = last.id;
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
