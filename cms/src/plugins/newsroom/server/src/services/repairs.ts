import type { VersionKey } from '@newsroom/shared/document-fault';
import type { EditionsView } from '@newsroom/shared/editions-view';
import type { Core } from '@strapi/strapi';
import type { Found } from '../comparison/found';
import { changeModel, noLanguage } from '../models/change';

/** So many versions are named in what is kept; all are counted. */
const named = 500;

/** So many are told of by name on the page. */
const written = 20;

/** How long what was mended is told of, in milliseconds: a week, so that everybody who works here comes by. */
const toldFor = 7 * 24 * 3_600_000;

const key = 'repair-report';

/** What the last comparison that found something found. */
interface RepairReport extends Pick<Found, 'mended' | 'broken'> {
  at: string;
  mendedCount: number;
  brokenCount: number;
}

/** What a hand past the CMS changed in the database: kept by whoever found it, for people. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const store = () => strapi.store({ type: 'plugin', name: 'newsroom' });
  const kept = async () => (await store().get({ key })) as RepairReport | null;

  /** What was broken and was not published, or unpublished, since. */
  async function stillBroken({ at, broken }: RepairReport): Promise<Found['broken']> {
    const where = { document: { $in: broken.map(({ id }) => id) }, at: { $gt: at } };
    const rows: { type: string; document: string; language: string }[] = await strapi.db
      .query(changeModel.uid)
      .findMany({ where, select: ['type', 'document', 'language'] });
    const mended = new Set(rows.map(({ type, document, language }) => `${type} ${document} ${language}`));
    return broken.filter(({ type, id, language }) => !mended.has(`${type} ${id} ${language ?? noLanguage}`));
  }

  async function titled<T extends VersionKey>(versions: T[]): Promise<(T & { title: string })[]> {
    const head: number = await strapi.plugin('newsroom').service('changes').head();
    const lines: (T & { title: string })[] = [];
    for (const version of versions.slice(0, written)) {
      lines.push({ ...version, title: await strapi.plugin('newsroom').service('titles').at(version, head) });
    }
    return lines;
  }

  return {
    /** Keeps what a whole comparison found. Where it found nothing, what was broken is in order by now. */
    async keep({ mended, broken }: Pick<Found, 'mended' | 'broken'>): Promise<void> {
      const found = mended.length + broken.length > 0;
      const before = found ? null : await kept();
      if (!found && (before === null || before.brokenCount === 0)) return;
      const value: RepairReport = before
        ? { ...before, broken: [], brokenCount: 0 }
        : {
            at: new Date().toISOString(),
            mendedCount: mended.length,
            brokenCount: broken.length,
            mended: mended.slice(0, named),
            broken: broken.slice(0, named),
          };
      await store().set({ key, value });
    },

    /** What people should know of it; null: nothing, or nothing any more. */
    async toTell(): Promise<EditionsView['repair']> {
      const report = await kept();
      if (report === null) return null;
      const { at } = report;
      const isNew = Date.now() - Date.parse(at) < toldFor;
      const broken = await stillBroken(report);
      const mendedCount = isNew ? report.mendedCount : 0;
      const brokenCount = report.brokenCount - (report.broken.length - broken.length);
      if (mendedCount + brokenCount === 0) return null;
      return {
        at,
        mended: await titled(isNew ? report.mended : []),
        mendedCount,
        broken: await titled(broken),
        brokenCount,
      };
    },
  };
};
