import type { VersionKey } from '@newsroom/shared/document-fault';
import type { Core } from '@strapi/strapi';
import { changeModel, noLanguage } from '../models/change';

/** So many lines are written out; the others are counted. */
const written = 20;

/** A version that changed, with the title by which an editor knows it. */
interface ChangeLine extends VersionKey {
  title: string;
}

export interface ChangeLines {
  count: number;
  lines: ChangeLine[];
}

interface Row {
  type: VersionKey['type'];
  document: string;
  language: string;
}

/** What is different between two states of the change log, for people. Metrics, which are many, are one line. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const log = () => strapi.db.connection(changeModel.tableName);

  async function documents(from: number, to: number, first: 'oldest' | 'newest'): Promise<ChangeLines> {
    const keys = () =>
      log()
        .where('id', '>', from)
        .where('id', '<=', to)
        .whereNot({ type: 'daily-metrics' })
        .groupBy('type', 'document', 'language')
        .select('type', 'document', 'language')
        .max({ seq: 'id' });
    const [counted] = await strapi.db.connection(keys().as('keys') as never).count({ count: '*' });
    const rows = (await keys()
      .orderBy('seq', first === 'oldest' ? 'asc' : 'desc')
      .limit(written)) as unknown as Row[];
    const lines: ChangeLine[] = [];
    for (const { type, document: id, language } of rows) {
      const key = { type, id, language: language === noLanguage ? null : language } as VersionKey;
      lines.push({ ...key, title: await strapi.plugin('newsroom').service('titles').at(key, to) });
    }
    return { count: Number(counted?.count ?? 0), lines };
  }

  /** The days that were counted: a row of metrics is named by its release and, in its last ten letters, its day. */
  async function metrics(from: number, to: number): Promise<ChangeLine[]> {
    const day = 'substr(document, length(document) - 9)';
    const [days]: { first: string | null; last: string | null }[] = await log()
      .where('id', '>', from)
      .where('id', '<=', to)
      .where({ type: 'daily-metrics' })
      .select(strapi.db.connection.raw(`min(${day}) as first, max(${day}) as last`));
    if (days === undefined || days.first === null) return [];
    const title = days.first === days.last ? days.first : `${days.first} – ${days.last}`;
    return [{ type: 'daily-metrics', id: 'daily-metrics', language: null, title }];
  }

  return {
    /** What is different between the states at two seqs; those that changed first, or last, stand first. */
    async between(one: number, other: number, first: 'oldest' | 'newest'): Promise<ChangeLines> {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      if (from === to) return { count: 0, lines: [] };
      const [changed, counted] = [await documents(from, to, first), await metrics(from, to)];
      return { count: changed.count + counted.length, lines: [...changed.lines, ...counted].slice(0, written) };
    },
  };
};
