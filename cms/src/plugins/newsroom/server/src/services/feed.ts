import { createHash } from 'node:crypto';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { type FeedHeader, type FeedTrailer, feedVersion } from '@newsroom/shared/feed';
import { languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { changeModel, noLanguage } from '../models/change';

/** How many rows one short read takes: a slow reader of the feed holds none of them open. */
const rowsPerRead = 500;

interface LogRow {
  id: number;
  type: string;
  document: string;
  language: string;
  data: string;
  at: number | string | Date;
}

/** The feed: everything that is published, read from the change log alone. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** The rows that make up the state at a seq: the newest of each key, without those that went or are in no language of the site. */
  const stateAt = (seq: number) => {
    const log = strapi.db.connection;
    return log({ entry: changeModel.tableName })
      .where('entry.id', '<=', seq)
      .whereNotNull('entry.data')
      .whereIn('entry.language', [noLanguage, ...languages])
      .whereNotExists(
        log({ later: changeModel.tableName })
          .select(log.raw('1'))
          .whereRaw(
            'later.type = entry.type and later.document = entry.document and later.language = entry.language and later.id > entry.id',
          )
          .where('later.id', '<=', seq),
      );
  };

  async function header(seq: number): Promise<FeedHeader> {
    const counts: { type: string; language: string; count: number | string }[] = await stateAt(seq)
      .groupBy('entry.type', 'entry.language')
      .orderBy(['entry.type', 'entry.language'])
      .select('entry.type', 'entry.language')
      .count({ count: '*' });
    return {
      feed: 'newsroom',
      version: feedVersion,
      epoch: await strapi.plugin('newsroom').service('setup').epoch(),
      seq,
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
     * The whole feed, line by line: header, entries by seq, trailer. It is one exact state, the one of the newest
     * seq at the moment of asking, whatever is published while it is read: the log only grows.
     */
    async *whole(): AsyncGenerator<string> {
      const seq: number = await strapi.plugin('newsroom').service('changes').head();
      const digest = createHash('sha256');
      const digested = (line: string) => {
        digest.update(line);
        return line;
      };
      yield digested(`${canonicalJson(await header(seq))}\n`);
      let count = 0;
      let after = 0;
      while (true) {
        const rows: LogRow[] = await stateAt(seq)
          .where('entry.id', '>', after)
          .orderBy('entry.id')
          .limit(rowsPerRead)
          .select('entry.id', 'entry.type', 'entry.document', 'entry.language', 'entry.data', 'entry.at');
        for (const row of rows) yield digested(entryLine(row));
        const last = rows.at(-1);
        if (last === undefined) break;
        count += rows.length;
        after = last.id;
      }
      const trailer: FeedTrailer = { end: true, seq, count, digest: digest.digest('hex') };
      yield `${canonicalJson(trailer)}\n`;
    },
  };
};

/** The data is canonical JSON in the log already and is passed through as it is. */
function entryLine({ id, type, document, language, data, at }: LogRow): string {
  const instant = new Date(at).toISOString();
  const inLanguage = language === noLanguage ? 'null' : `"${language}"`;
  return `{"at":"${instant}","data":${data},"id":${JSON.stringify(document)},"language":${inLanguage},"seq":${id},"type":"${type}"}\n`;
}
