import { isLanguage, type Language } from '@newsroom/shared/languages';
import type { Rankable } from '@newsroom/shared/ranking';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { inPortions } from '../services/portions';

/** A release that readers can find in a list. */
export interface RankableRelease extends Rankable {
  languages: Set<Language>;
}

/**
 * Those of the releases that are published and not withdrawn, each with the instant at which its first language was
 * published and the languages that it has.
 */
export async function rankableReleases(strapi: Core.Strapi, ids: readonly string[]): Promise<RankableRelease[]> {
  const gone = await withdrawnReleases(strapi);
  const found = new Map<string, RankableRelease>();
  for (const some of inPortions(ids)) {
    const rows: { id: string; language: string; since: number | string | Date }[] = await published(strapi)
      .whereIn('document_id', some)
      .select({ id: 'document_id', language: 'locale', since: 'public_since' });
    for (const { id, language, since } of rows) {
      if (!isLanguage(language) || gone.has(id)) continue;
      const publicSince = new Date(since).toISOString();
      const one = found.get(id) ?? { id, publicSince, languages: new Set() };
      one.languages.add(language);
      if (publicSince < one.publicSince) one.publicSince = publicSince;
      found.set(id, one);
    }
  }
  return [...found.values()];
}

/** Releases that are withdrawn in a language. */
export async function withdrawnReleases(strapi: Core.Strapi): Promise<Set<string>> {
  const where = { publishedAt: { $notNull: true }, notice: { kind: 'withdrawn' } };
  const rows = await strapi.db.query(uidOf('press-release')).findMany({ where, select: ['documentId'] });
  return new Set(rows.map(({ documentId }) => documentId as string));
}

function published(strapi: Core.Strapi) {
  return strapi.db.connection(strapi.db.metadata.get(uidOf('press-release')).tableName).whereNotNull('published_at');
}
