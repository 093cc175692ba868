import { dailyMetricsId, type MetricsImport } from '@newsroom/shared/daily-metrics';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { uidOf } from '../documents/act';
import { inPublishTransaction } from '../documents/publish-lock';
import { dailyMetricsModel } from '../models/daily-metrics';

type Row = MetricsImport['rows'][number];

/** Views, comments and reactions per release, language and day, from any number of sources. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(dailyMetricsModel.uid);

  async function refuseUnknownReleases(rows: Row[]): Promise<void> {
    const wanted = [...new Set(rows.map((row) => row.release))];
    const found = await strapi.db.query(uidOf('press-release')).findMany({
      where: { documentId: { $in: wanted } },
      select: ['documentId'],
    });
    const known = new Set(found.map((row) => row.documentId));
    const unknown = wanted.filter((id) => !known.has(id));
    if (unknown.length > 0) {
      throw new errors.ValidationError(`Nothing was taken in: there is no release ${unknown.slice(0, 5).join(', ')}.`, {
        unknown,
      });
    }
  }

  async function store(source: string, { release, language, day, views, comments, reactions }: Row): Promise<void> {
    const key = { release, language, day, source };
    const counts = { views, comments, reactions };
    const changed = await table().updateMany({ where: key, data: counts });
    if (changed.count === 0) await table().create({ data: { ...key, ...counts } });
  }

  async function recordSum({ release, language, day }: Row): Promise<void> {
    const bySource: Row[] = await table().findMany({ where: { release, language, day } });
    const sum = (field: 'views' | 'comments' | 'reactions') => bySource.reduce((total, row) => total + row[field], 0);
    await strapi
      .plugin('newsroom')
      .service('changes')
      .append({ type: 'daily-metrics', document: dailyMetricsId(release, day), language }, 'import', {
        release,
        day,
        views: sum('views'),
        comments: sum('comments'),
        reactions: sum('reactions'),
      });
  }

  return {
    /**
     * Takes in what one source counted, all of it or nothing. Sent again it replaces what it sent before for the
     * same release, language and day, so sending twice changes nothing.
     *
     * @throws ValidationError when a release is unknown
     */
    async import({ source, rows }: MetricsImport): Promise<{ rows: number }> {
      return inPublishTransaction(strapi, async () => {
        await refuseUnknownReleases(rows);
        for (const row of rows) await store(source, row);
        for (const row of rows) await recordSum(row);
        return { rows: rows.length };
      });
    },
  };
};
