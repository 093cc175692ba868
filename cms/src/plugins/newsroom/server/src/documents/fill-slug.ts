import { defaultLanguage } from '@newsroom/shared/languages';
import { slugify } from '@newsroom/shared/slug';
import { slugSources } from '../content-types/slug-field';
import type { Act, DocumentRule } from './act';
import { freeSlug } from './free-slug';
import { takePublishLock } from './publish-lock';

/** Makes a slug where an editor left it empty; a slug that is there is never changed. */
export const fillSlug: DocumentRule = async (act, next) => {
  const { action, params, type } = act;
  const source = slugSources[type];
  if (source === undefined || (action !== 'create' && action !== 'update')) return next();

  const data = params.data ?? {};
  const locale = String(params.locale ?? defaultLanguage);
  const before = action === 'update' ? await savedVersion(act, locale) : null;
  const value = (field: string) => (field in data ? data[field] : before?.[field]);
  const title = value(source);
  if (isEmpty(value('slug')) && typeof title === 'string') {
    await takePublishLock(act.strapi); // whoever looks for a free slug sees those that others just took
    const slug = await freeSlug(act.strapi, { type, wished: slugify(title), locale, documentId: params.documentId });
    if (slug !== '') params.data = { ...data, slug };
  }
  return next();
};

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

/** The version that the editor is working on: the draft, of types that have one. */
function savedVersion({ strapi, uid, params }: Act, locale: string): Promise<Record<string, unknown> | null> {
  const draft = strapi.contentType(uid).options?.draftAndPublish ? { publishedAt: { $null: true } } : {};
  return strapi.db.query(uid).findOne({ where: { documentId: params.documentId, locale, ...draft } });
}
