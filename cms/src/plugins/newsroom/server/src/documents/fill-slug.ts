import { defaultLanguage } from '@newsroom/shared/languages';
import { numberSlug, slugify } from '@newsroom/shared/slug';
import type { Core, UID } from '@strapi/strapi';
import type { Act, DocumentRule, DocumentType } from './act';

/** The field from which a type's slug is made; a delegation's country tells it from others better than its body. */
const sources: Partial<Record<DocumentType, string>> = {
  'press-release': 'title',
  delegation: 'electionBody',
  'observer-organisation': 'name',
  event: 'name',
};

/** Makes a slug where an editor left it empty; a slug that is there is never changed. */
export const fillSlug: DocumentRule = async (act, next) => {
  const { action, params, type } = act;
  const source = sources[type];
  if (source === undefined || params.data === undefined || (action !== 'create' && action !== 'update')) return next();

  const before = action === 'update' ? await versionBefore(act) : null;
  const value = (field: string) => (params.data && field in params.data ? params.data[field] : before?.[field]);
  const title = value(source);
  if (isEmpty(value('slug')) && typeof title === 'string') {
    const slug = await freeSlug(act, slugify(title));
    if (slug !== '') params.data.slug = slug;
  }
  return next();
};

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function versionBefore({ strapi, uid, params }: Act): Promise<Record<string, unknown> | null> {
  return strapi.db.query(uid).findOne({
    where: { documentId: params.documentId, locale: params.locale ?? defaultLanguage },
    orderBy: { id: 'asc' },
  });
}

/** The wished slug, or with the first number that no other document has in this language. */
async function freeSlug({ strapi, uid, params }: Act, wished: string): Promise<string> {
  if (wished === '') return '';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : numberSlug(wished, number);
    const taken = await slugTaken(strapi, uid, {
      slug,
      locale: String(params.locale ?? defaultLanguage),
      documentId: params.documentId,
    });
    if (!taken) return slug;
  }
}

/** Whether another document has this slug in this language, published or as a draft. */
async function slugTaken(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  wanted: { slug: string; locale: string; documentId: string | undefined },
): Promise<boolean> {
  const { slug, locale, documentId } = wanted;
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } };
  return (await strapi.db.query(uid).count({ where: { slug, locale, ...others } })) > 0;
}
