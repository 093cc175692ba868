import type { Language } from '@newsroom/shared/languages';
import type { CountedDay } from '@newsroom/shared/ranking';
import type { Core } from '@strapi/strapi';
import { dailyMetricsModel } from '../models/daily-metrics';
import { inPortions } from '../services/portions';

/** What one source counted of a release in a language on a local day. */
export interface CountedRow extends CountedDay {
  language: Language;
}

const columns = ['release', 'language', 'day', 'views', 'comments', 'reactions'];

/** The newest day up to one on which something was counted; null: there is none. */
export async function newestDay(strapi: Core.Strapi, upTo: string): Promise<string | null> {
  const row = await strapi.db.connection(dailyMetricsModel.tableName).where('day', '<=', upTo).max({ day: 'day' }).first();
  return row?.day ?? null;
}

/** What was counted from a day up to another, by every source. */
export function countedBetween(strapi: Core.Strapi, from: string, to: string): Promise<CountedRow[]> {
  return strapi.db
    .connection(dailyMetricsModel.tableName)
    .whereBetween('day', [from, to])
    .select(...columns);
}

/** The same of some releases. */
export async function countedOf(strapi: Core.Strapi, releases: string[], from: string, to: string): Promise<CountedRow[]> {
  const rows: CountedRow[] = [];
  for (const some of inPortions(releases)) {
    const table = strapi.db.connection(dailyMetricsModel.tableName).whereIn('release', some).whereBetween('day', [from, to]);
    rows.push(...(await table.select(...columns)));
  }
  return rows;
}

/** Sums over sources and languages: one row a release and day. */
export function byReleaseAndDay(rows: readonly CountedDay[]): CountedDay[] {
  const sums = new Map<string, CountedDay>();
  for (const { release, day, views, comments, reactions } of rows) {
    const key = `${release} ${day}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { release, day, views, comments, reactions });
    else {
      sum.views += views;
      sum.comments += comments;
      sum.reactions += reactions;
    }
  }
  return [...sums.values()];
}
