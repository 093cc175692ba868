import { setImmediate as breathe } from 'node:timers/promises';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { type DailyMetrics, dailyMetricsId } from '@newsroom/shared/daily-metrics';
import { isLanguage, type Language } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import { changeModel } from '../models/change';
import { dailyMetricsModel } from '../models/daily-metrics';
import type { Found } from './found';
import { namesInPortions } from './names-in-portions';

const type = 'daily-metrics' as const;
const table = dailyMetricsModel.tableName;

/** How many releases' days are looked at in one go. */
const portion = 100;

/** A key of the log that has something else than it should, and what it should have. */
interface Difference {
  key: { type: typeof type; document: string; language: Language };
  data: DailyMetrics | null;
}

/**
 * Compares the counts that were imported with the log, and appends what differs; nothing while the popular lists stand
 * still. Looking takes no lock; only days that seem to differ are read again under it.
 *
 * @param act what is written of the reason
 */
export async function compareMetrics(
  strapi: Core.Strapi,
  found: Found,
  act: 'repair' | 'import',
  signal: AbortSignal,
): Promise<void> {
  const inLog = namesInPortions(strapi, {
    table: changeModel.tableName,
    column: 'document',
    choose: (rows) => rows.where({ type }),
    portion,
  });
  for await (const documents of inLog) {
    if (signal.aborted) return;
    await compare(strapi, documents, found, act);
  }
  const releases = namesInPortions(strapi, { table, column: 'release', choose: (rows) => rows, portion: 1 });
  for await (const [release = ''] of releases) {
    const days = namesInPortions(strapi, { table, column: 'day', choose: (rows) => rows.where({ release }), portion });
    for await (const some of days) {
      if (signal.aborted) return;
      await compare(
        strapi,
        some.map((day) => dailyMetricsId(release, day)),
        found,
        act,
      );
    }
  }
}

async function compare(strapi: Core.Strapi, documents: string[], found: Found, act: 'repair' | 'import'): Promise<void> {
  const plugin = strapi.plugin('newsroom');
  if ((await differing(strapi, documents)).length > 0) {
    const appended = await inPublishTransaction(strapi, async () => {
      if (await plugin.service('silence').isOn()) return [];
      const differences = await differing(strapi, documents);
      await plugin.service('changes').appendAll(differences, act);
      return differences;
    });
    for (const { key, data } of appended) {
      found.mended.push({ type, id: key.document, language: key.language, went: data === null });
    }
  }
  await breathe();
}

async function differing(strapi: Core.Strapi, documents: string[]): Promise<Difference[]> {
  const [counted, logged] = [await sums(strapi, documents), await newest(strapi, documents)];
  return [...new Set([...counted.keys(), ...logged.keys()])].flatMap((place) => {
    const [document = '', language = ''] = place.split(' ');
    const data = counted.get(place) ?? null;
    const isSame = (data === null ? null : canonicalJson({ ...data })) === (logged.get(place) ?? null);
    return isSame || !isLanguage(language) ? [] : [{ key: { type, document, language }, data }];
  });
}

function newest(strapi: Core.Strapi, documents: string[]): Promise<Map<string, string | null>> {
  return strapi.plugin('newsroom').service('changes').newestOf(type, documents);
}

/** What was counted on the days of these documents of the feed over all sources, by document and language. */
async function sums(strapi: Core.Strapi, documents: string[]): Promise<Map<string, DailyMetrics>> {
  const pairs = documents.map((document) => document.split('@'));
  const rows: (Record<keyof DailyMetrics, string> & { language: string })[] = await strapi.db.transaction(async ({ trx }) =>
    trx(table)
      .whereIn('release', [...new Set(pairs.map(([release = '']) => release))])
      .whereIn('day', [...new Set(pairs.map(([, day = '']) => day))])
      .groupBy('release', 'language', 'day')
      .select('release', 'language', 'day')
      .sum({ views: 'views', comments: 'comments', reactions: 'reactions' }),
  );
  const wanted = new Set(documents);
  return new Map(
    rows.flatMap(({ release, language, day, views, comments, reactions }) => {
      const document = dailyMetricsId(release, day);
      const data = { release, day, views: Number(views), comments: Number(comments), reactions: Number(reactions) };
      return wanted.has(document) ? [[`${document} ${language}`, data]] : [];
    }),
  );
}
