import { isDirectoryType } from '@newsroom/shared/directory';
import { isLanguage, type Language } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import type { Versions } from '../services/published';
import { type DocumentType, uidOf } from './act';
import { addressedVersion } from './public-paths';

/** An address as the database knows it. */
export interface SlugPlace {
  type: DocumentType;
  language: Language;
  slug: string;
  /** The month of a release's address: untranslated releases of the month stand at their original's slug, too. */
  month?: string | undefined;
  /** Only what is published counts, or drafts as well. */
  published: boolean;
  /** The document that may have it. */
  except?: string | undefined;
}

type Row = { documentId: string; locale: string; slug: string | null } & Record<string, unknown>;

/** The document that has a slug in a language, of its own or by what it falls back to; undefined if it is free. */
export async function slugHolder(
  strapi: Core.Strapi,
  { type, language, slug, month, published, except }: SlugPlace,
): Promise<Row | undefined> {
  const rows = strapi.db.query(uidOf(type));
  const which = {
    ...(published ? { publishedAt: { $notNull: true } } : {}),
    ...(except === undefined ? {} : { documentId: { $ne: except } }),
  };
  const holders: Row[] = await rows.findMany({ where: { ...which, slug } });
  const own = holders.find(({ locale }) => locale === language);
  if (own !== undefined) return own;
  const falling = holders.filter((holder) => isDirectoryType(type) || (month !== undefined && holder.addressMonth === month));
  for (const holder of falling) {
    const versions = await rows.findMany({ where: { ...which, documentId: holder.documentId }, orderBy: { id: 'asc' } });
    const byLanguage = new Map((versions as Row[]).filter(({ locale }) => isLanguage(locale)).map((row) => [row.locale, row]));
    if (addressedVersion(type, language, byLanguage as unknown as Versions)?.slug === slug) return holder;
  }
  return undefined;
}

/** What editors call a document by. */
export function titleOf({ title, name, electionBody }: Record<string, unknown>): string {
  return String(title ?? name ?? electionBody ?? '');
}
