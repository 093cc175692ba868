import { defaultLanguage } from '@newsroom/shared/languages';
import { numberSlug, slugify } from '@newsroom/shared/slug';
import type { Act, DocumentRule, DocumentType } from './act';

/** The field from which a type's slug is made. */
const sources: Partial<Record<DocumentType, string>> = {
  'press-release': 'title',
  delegation: 'electionBody',
  'observer-organisation': 'name',
  event: 'name',
};

/** Makes a slug where an editor left it empty, and a new one for a duplicate; any other slug is never changed. */
export const fillSlug: DocumentRule = (act, next) => {
  const source = sources[act.type];
  if (source === undefined) return next();
  if (act.action === 'create' || act.action === 'update') return fillEmpty(act, source, next);
  return act.action === 'clone' ? renameDuplicate(act, source, next) : next();
};

async function fillEmpty(act: Act, source: string, next: Parameters<DocumentRule>[1]): ReturnType<DocumentRule> {
  const { action, params } = act;
  const data = params.data ?? {};
  const locale = String(params.locale ?? defaultLanguage);
  const before = action === 'update' ? await versionBefore(act, locale) : null;
  const value = (field: string) => (field in data ? data[field] : before?.[field]);
  const title = value(source);
  if (isEmpty(value('slug')) && typeof title === 'string') {
    const slug = await freeSlug(act, { wished: slugify(title), locale, documentId: params.documentId });
    if (slug !== '') params.data = { ...data, slug };
  }
  return next();
}

/** A duplicate comes with the slugs of the document it was made from, which it cannot keep. */
async function renameDuplicate(act: Act, source: string, next: Parameters<DocumentRule>[1]): ReturnType<DocumentRule> {
  const result = await next();
  if (result === null) return result;
  const { documentId } = result;
  const versions = await act.strapi.db.query(act.uid).findMany({ where: { documentId } });
  for (const { id, locale, slug, [source]: title } of versions) {
    const free = await freeSlug(act, { wished: slugify(title ?? '') || slug, locale, documentId });
    await act.strapi.db.query(act.uid).update({ where: { id }, data: { slug: free } });
  }
  return result;
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function versionBefore({ strapi, uid, params }: Act, locale: string): Promise<Record<string, unknown> | null> {
  return strapi.db.query(uid).findOne({ where: { documentId: params.documentId, locale }, orderBy: { id: 'asc' } });
}

interface Wish {
  wished: string;
  locale: string;
  /** The document that is to have it; undefined while it has no identifier. */
  documentId: string | undefined;
}

/** The wished slug, or with the first number that no other document has in this language, as a draft or published. */
async function freeSlug({ strapi, uid }: Act, { wished, locale, documentId }: Wish): Promise<string> {
  if (wished === '' || wished === null) return '';
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } };
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : numberSlug(wished, number);
    if ((await strapi.db.query(uid).count({ where: { slug, locale, ...others } })) === 0) return slug;
  }
}
