import { setImmediate as breathe } from 'node:timers/promises';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { type DailyMetrics, dailyMetricsId } from '@newsroom/shared/daily-metrics';
import { isLanguage } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import { changeModel } from '../models/change';
import { dailyMetricsModel } from '../models/daily-metrics';
import type { Found } from './found';
import { namesInPortions } from './names-in-portions';

const type = 'daily-metrics';
const table = dailyMetricsModel.tableName;

/** How many releases' days are looked at in one go. */
const portion = 100;

/** Compares the counts that were imported with the log, and appends what differs. */
export async function compareMetrics(strapi: Core.Strapi, found: Found, signal: AbortSignal): Promise<void> {
  const inLog = namesInPortions(strapi, {
    table: changeModel.tableName,
    column: 'document',
    choose: (rows) => rows.where({ type }),
    portion,
  });
  for await (const documents of inLog) {
    if (signal.aborted) return;
    await compare(strapi, documents, found);
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
      );
    }
  }
}

async function compare(strapi: Core.Strapi, documents: string[], found: Found): Promise<void> {
  const changes = strapi.plugin('newsroom').service('changes');
  const keys = await differing(strapi, documents);
  for (const { document, language } of keys) {
    if (!isLanguage(language)) continue;
    const key = { type, document, language };
    const went = await inPublishTransaction(strapi, async () => {
      const data = (await sums(strapi, [document])).get(`${document} ${language}`) ?? null;
      return (await changes.append(key, 'repair', data)) ? data === null : undefined;
    });
    if (went !== undefined) found.mended.push({ type, id: document, language, went });
  }
  await breathe();
}

async function differing(strapi: Core.Strapi, documents: string[]): Promise<{ document: string; language: string }[]> {
  const [counted, logged] = [await sums(strapi, documents), await newest(strapi, documents)];
  return [...new Set([...counted.keys(), ...logged.keys()])]
    .filter((key) => {
      const data = counted.get(key);
      return (data === undefined ? null : canonicalJson({ ...data })) !== (logged.get(key) ?? null);
    })
    .map((key) => ({ document: key.split(' ')[0] ?? '', language: key.split(' ')[1] ?? '' }));
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
