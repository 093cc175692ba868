import { dailyMetricsId, dailyMetricsSchema, type MetricsImport } from '@newsroom/shared/daily-metrics';
import { localDay } from '@newsroom/shared/local-time';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { uidOf } from '../documents/act';
import { inPublishTransaction } from '../documents/publish-lock';
import { dailyMetricsModel } from '../models/daily-metrics';
import { inPortions } from './portions';

type Row = MetricsImport['rows'][number];

const counts = ['views', 'comments', 'reactions'] as const;

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

  /** What one source counted, in the place of what it sent before for the same keys. */
  async function store(source: string, rows: Row[]): Promise<void> {
    const stored = rows.map((row) => ({ ...pick(row), source }));
    for (const some of inPortions(stored)) {
      const insert = strapi.db.queryBuilder(dailyMetricsModel.uid).insert(some);
      await insert.onConflict(['release', 'language', 'day', 'source']).merge(['views', 'comments', 'reactions']).execute();
    }
  }

  /** The sums over all sources of the keys that were sent. */
  async function sums(rows: Row[]): Promise<Row[]> {
    const summed = new Map(rows.map((row) => [keyOf(row), { ...pick(row), views: 0, comments: 0, reactions: 0 }]));
    const days = rows.map(({ day }) => day).sort();
    const releases = [...new Set(rows.map(({ release }) => release))];
    for (const some of inPortions(releases)) {
      const where = { release: { $in: some }, day: { $gte: days[0], $lte: days.at(-1) } };
      for (const row of (await table().findMany({ where })) as Row[]) {
        const sum = summed.get(keyOf(row));
        if (sum === undefined) continue;
        for (const count of counts) sum[count] += row[count];
      }
    }
    return [...summed.values()];
  }

  return {
    /**
     * Takes in what one source counted, all of it or nothing. Sent again it replaces what it sent before for the
     * same release, language and day, so sending twice changes nothing. While the popular lists stand still it is kept
     * and not published.
     *
     * @throws ValidationError when a day has not come yet, a release is unknown, or the sum over all sources is too large
     */
    async import({ source, rows }: MetricsImport): Promise<{ rows: number }> {
      return inPublishTransaction(strapi, async () => {
        refuseDaysToCome(rows);
        await refuseUnknownReleases(rows);
        await store(source, rows);
        const summed = await sums(rows);
        refuseTooMany(summed);
        if (await strapi.plugin('newsroom').service('silence').isOn()) return { rows: rows.length };
        const changes = summed.map(({ language, ...data }) => ({
          key: { type: 'daily-metrics', document: dailyMetricsId(data.release, data.day), language },
          data,
        }));
        await strapi.plugin('newsroom').service('changes').appendAll(changes, 'import');
        return { rows: rows.length };
      });
    },
  };
};

/** A counter with a wrong clock. @throws ValidationError */
function refuseDaysToCome(rows: Row[]): void {
  const today = localDay(new Date().toISOString());
  const row = rows.find(({ day }) => day > today);
  if (row === undefined) return;
  throw new errors.ValidationError(`Nothing was taken in: ${row.day}, of ${row.release} (${row.language}), has not come yet.`);
}

/** What the feed's contract cannot say. @throws ValidationError */
function refuseTooMany(rows: Row[]): void {
  const row = rows.find(({ language: _, ...data }) => !dailyMetricsSchema.safeParse(data).success);
  if (row === undefined) return;
  throw new errors.ValidationError(
    `Nothing was taken in: over all sources ${row.release} (${row.language}) would have more on ${row.day} than can be counted.`,
  );
}

/** A row's own columns, whatever else the database gave with it. */
function pick({ release, language, day, views, comments, reactions }: Row): Row {
  return { release, language, day, views, comments, reactions };
}

function keyOf({ release, language, day }: Row): string {
  return `${release} ${language} ${day}`;
}
