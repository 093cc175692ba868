import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultLanguage } from '@newsroom/shared/languages';
import type { Act, DocumentRule } from './act';
import { populateRelations, type RelationField, relatedDocuments, relationFields } from './relations';

type Version = { locale: string } & Record<string, unknown>;

/** Set while the copies are saved, which are acts themselves and must not be copied on. */
const carrying = new AsyncLocalStorage<true>();

/**
 * Strapi keeps relations for each language version alone, also when the field is not localised. Editors mean the
 * document: so a new version begins with the relations that its elders have, and an edit of the relations in one
 * language is copied to the drafts of all others. Published versions follow when they are published.
 */
export const carryRelations: DocumentRule = async (act, next) => {
  const { strapi, type, uid, action, params } = act;
  if (type !== 'press-release' || (action !== 'create' && action !== 'update') || carrying.getStore()) return next();

  const fields = relationFields(strapi, uid);
  const locale = String(params.locale ?? defaultLanguage);
  const before = action === 'update' ? await drafts(act, params.documentId, fields) : [];
  const [elder] = before;
  if (elder !== undefined && !before.some((version) => version.locale === locale)) {
    params.data = { ...params.data, ...inherited(elder, locale, fields, params.data ?? {}) };
  }
  const result = await next();
  if (result !== null) await carrying.run(true, () => copyToOthers(act, result.documentId, locale, fields));
  return result;
};

function drafts({ strapi, uid }: Act, documentId: string | undefined, fields: RelationField[]): Promise<Version[]> {
  return strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: { $null: true } },
    populate: populateRelations(fields),
    orderBy: { id: 'asc' },
  });
}

/** The elder's relations, with what the editor adds in the new version; a whole new list is left as it is given. */
function inherited(
  elder: Version,
  locale: string,
  fields: RelationField[],
  data: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const given = data[name];
      const isChange = given === undefined || (typeof given === 'object' && given !== null && 'connect' in given);
      if (!isChange) return [];
      const added = (given as { connect?: object[] } | undefined)?.connect ?? [];
      const kept = relatedDocuments(elder[name]).map((documentId) => ({ documentId, locale }));
      return [[name, { set: [...kept, ...added] }]];
    }),
  );
}

async function copyToOthers(act: Act, documentId: string, locale: string, fields: RelationField[]): Promise<void> {
  const versions = await drafts(act, documentId, fields);
  const edited = versions.find((version) => version.locale === locale);
  if (edited === undefined) return;
  for (const other of versions.filter((version) => version.locale !== locale)) {
    const data: Record<string, unknown> = {};
    for (const field of fields) {
      const had = relatedDocuments(other[field.name]);
      const wanted = await wantedIn(act, other.locale, locale, field, relatedDocuments(edited[field.name]), had);
      if (wanted.join() !== had.join())
        data[field.name] = { set: wanted.map((id) => ({ documentId: id, locale: other.locale })) };
    }
    if (Object.keys(data).length > 0) {
      await act.strapi.documents(act.uid).update({ documentId, locale: other.locale, data: data as never });
    }
  }
}

/**
 * What another language's version is to point to: what the edited one does, without targets that have no version
 * in that language, and with those of its own that the editor could not see, having none in the edited language.
 */
async function wantedIn(
  { strapi }: Act,
  language: string,
  editedLanguage: string,
  { target }: RelationField,
  edited: string[],
  had: string[],
): Promise<string[]> {
  const existing = async (ids: string[], locale: string) => {
    const rows = await strapi.db.query(target).findMany({ where: { documentId: { $in: ids }, locale }, select: ['documentId'] });
    return new Set(rows.map((row) => row.documentId));
  };
  const there = await existing(edited, language);
  const visible = await existing(had, editedLanguage);
  return [...edited.filter((id) => there.has(id)), ...had.filter((id) => !visible.has(id))];
}
