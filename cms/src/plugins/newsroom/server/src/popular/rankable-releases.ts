import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { Rankable } from '@newsroom/shared/ranking';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { inPortions } from '../services/portions';
import { type AddressedVersion, languagesWithPage } from './languages-with-page';

/** A release that readers can find in a list. */
export interface RankableRelease extends Rankable {
  /** The languages in which it has a page. */
  languages: Set<Language>;
}

interface Version extends AddressedVersion {
  since: number | string | Date;
}

/**
 * Those of the releases that are published and not withdrawn, each with the instant at which its first language was
 * published and the languages in which readers find it.
 */
export async function rankableReleases(
  strapi: Core.Strapi,
  ids: readonly string[],
  policy: SiteSettings['missingTranslations'],
): Promise<RankableRelease[]> {
  const gone = await withdrawnReleases(strapi);
  const asked = await versionsWith(strapi, 'document_id', ids);
  const pages = languagesWithPage([...asked, ...(policy === 'show' ? await rivals(strapi, asked) : [])], policy);
  const found = new Map<string, RankableRelease>();
  for (const { id, since } of asked) {
    if (gone.has(id)) continue;
    const publicSince = new Date(since).toISOString();
    const one = found.get(id) ?? { id, publicSince, languages: pages.get(id) ?? new Set() };
    if (publicSince < one.publicSince) one.publicSince = publicSince;
    found.set(id, one);
  }
  return [...found.values()];
}

/** The other releases that may stand at an address which a release wants in a language that it does not have. */
async function rivals(strapi: Core.Strapi, asked: readonly Version[]): Promise<Version[]> {
  const byRelease = Map.groupBy(asked, ({ id }) => id);
  const untranslated = [...byRelease.values()].filter((versions) => versions.length < languages.length).flat();
  const alike = await versionsWith(strapi, 'slug', [...new Set(untranslated.map(({ slug }) => slug))]);
  const others = new Set(alike.map(({ id }) => id).filter((id) => !byRelease.has(id)));
  return versionsWith(strapi, 'document_id', [...others]);
}

async function versionsWith(strapi: Core.Strapi, column: 'document_id' | 'slug', values: readonly string[]): Promise<Version[]> {
  const { tableName } = strapi.db.metadata.get(uidOf('press-release'));
  const versions: Version[] = [];
  for (const some of inPortions(values)) {
    const rows: (Omit<Version, 'language'> & { language: string })[] = await strapi.db
      .connection(tableName)
      .whereNotNull('published_at')
      .whereIn(column, some)
      .select({ id: 'document_id', language: 'locale', since: 'public_since', month: 'address_month', slug: 'slug' });
    versions.push(...rows.flatMap(({ language, ...row }) => (isLanguage(language) ? [{ ...row, language }] : [])));
  }
  return versions;
}

/** Releases that are withdrawn in a language. */
export async function withdrawnReleases(strapi: Core.Strapi): Promise<Set<string>> {
  const where = { publishedAt: { $notNull: true }, notice: { kind: 'withdrawn' } };
  const rows = await strapi.db.query(uidOf('press-release')).findMany({ where, select: ['documentId'] });
  return new Set(rows.map(({ documentId }) => documentId as string));
}
